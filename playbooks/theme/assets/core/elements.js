/** Making elements. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function create(tag, className, attributes = {}) {
  const element = document.createElement(tag);
  element.className = className;
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

/** Text at the end of an element, line breaks as <br>. @param {Element | DocumentFragment} parent @param {string} text */
export function appendLines(parent, text) {
  text.split('\n').forEach((line, number) => {
    if (number) parent.append(document.createElement('br'));
    if (line) parent.append(line);
  });
}
