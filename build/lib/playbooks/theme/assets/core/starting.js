/** Starting components, so that one that fails does not keep the others from starting. */

/** @param {string} selector @param {(element: HTMLElement) => unknown} component */
export function each(selector, component) {
  for (const element of document.querySelectorAll(selector)) {
    start(() => component(/** @type {HTMLElement} */ (element)));
  }
}

/** @param {() => unknown} component */
export function start(component) {
  try {
    component();
  } catch (error) {
    reportError(error);
  }
}
