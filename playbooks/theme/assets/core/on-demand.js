/**
 * What only some readers ask for is fetched when they turn to it.
 * Reaching for the control (pointer or focus) is enough, so that it is there when it is used.
 */

import { missing } from './starting.js';

/**
 * Once the reader scrolls (a page that nobody uses fetches nothing more), whenever one of the controls comes near and
 * the page has nothing else to do.
 * @param {NodeListOf<Element>} controls
 * @param {() => void} act each time
 */
export function onNear(controls, act) {
  const watch = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) (window.requestIdleCallback ?? setTimeout)(act);
  }, { rootMargin: '50%' });
  addEventListener('scroll', () => controls.forEach((control) => watch.observe(control)), { once: true });
}

/**
 * @template T
 * @param {HTMLElement} control
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T | undefined>} loads once; where the network fails, tells the reader and tries again the next time
 */
export function onReach(control, load) {
  /** @type {Promise<T | undefined> | undefined} */
  let loading;
  const loadOnce = (/** @type {(error: unknown) => void} */ failed) => {
    loading ??= load();
    return loading.catch((error) => {
      loading = undefined;
      failed(error);
      return undefined;
    });
  };
  // who only passes by is told nothing
  for (const reach of ['pointerover', 'focusin']) control.addEventListener(reach, () => loadOnce(reportError), { once: true });
  return () => loadOnce(missing);
}
