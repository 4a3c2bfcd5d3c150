/**
 * The words of a template as their author wrote them, read from the elements that playbooks/rendering/elements.py
 * makes of them: what a page shows is all that it has to bring along.
 */

/** @typedef {import('../core/page-data.js').Paragraph} Paragraph */
/** @typedef {import('../core/page-data.js').Words} Words */

/** @param {HTMLElement} template with data-template @returns {Words} */
export function readWords(template) {
  const subject = template.querySelector('[data-part="subject"]');
  const body = [...template.querySelectorAll('[data-part="body"] :is(p, summary)')];
  return {
    title: template.querySelector('.template__title')?.textContent ?? '',
    ...(subject ? { subject: written(subject) } : {}),
    body: body.map((element) => paragraph(/** @type {HTMLElement} */ (element))),
  };
}

/** @param {HTMLElement} element @returns {Paragraph} */
function paragraph(element) {
  if (element.localName === 'summary') return { kind: 'branch', text: written(element) };
  const { speaker } = element.dataset;
  return {
    kind: speaker ? 'speech' : element.matches('.direction') ? 'direction' : 'text',
    text: written(element.querySelector('.speech__words') ?? element),
    ...(speaker ? { speaker } : {}),
    ...(element.parentElement?.matches('.branch') ? { depth: 1 } : {}),
  };
}

/** In the grammar of words.js. @param {Node} node @returns {string} */
function written(node) {
  if (node instanceof Text) return node.data.replaceAll('\n', '').replace(/[{}[\]]/g, '\\$&');
  const element = /** @type {HTMLElement} */ (node);
  const { blank, form, forms, passage } = element.dataset;
  if (forms !== undefined) return `{${forms}}`;
  if (blank) return form ? `{${blank}:${form}}` : `{${blank}}`;
  if (element.localName === 'br') return '\n';
  const words = [...element.childNodes].map(written).join('');
  return passage === undefined ? words : `[[${words}]]`;
}
