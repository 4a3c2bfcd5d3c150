/** Finding elements and making them. */

/**
 * The elements of one kind that a selector finds: all('a[data-go]', HTMLAnchorElement).
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 * @returns {Kind[]}
 */
export function all(selector, kind, within = document) {
  return /** @type {Kind[]} */ ([...within.querySelectorAll(selector)].filter((element) => element instanceof kind));
}

/**
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 * @returns {Kind | null}
 */
export function first(selector, kind, within = document) {
  return all(selector, kind, within)[0] ?? null;
}

/**
 * The one that has to be there.
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 * @returns {Kind}
 */
export function one(selector, kind, within = document) {
  const found = first(selector, kind, within);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

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
