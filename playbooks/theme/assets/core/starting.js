/** Starting components, so that one that fails does not keep the others from starting. */

/** The words of the page: `done` resolves when they are written. An entry sets it, another one waits. */
export const words = { done: Promise.resolve() };

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

/** Says on the page that a file did not arrive and what to do (early.js). @param {unknown} error */
export function missing(error) {
  reportError(error);
  document.dispatchEvent(new CustomEvent('playbooks:missing'));
}

/**
 * Says that what a selector finds has started; what was clicked and ticked there before is done now (early.js).
 * @param {string} selector
 */
export function started(selector) {
  document.dispatchEvent(new CustomEvent('playbooks:started', { detail: selector }));
}
