export class TemplateBlock { constructor(element) { this.element = element; } }
