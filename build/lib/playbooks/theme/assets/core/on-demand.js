/**
 * What only some readers ask for is fetched when they turn to it.
 * Reaching for the control (pointer or focus) is enough, so that it is there when it is used.
 */

/**
 * @template T
 * @param {HTMLElement} control
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T | undefined>} loads once; tries again when the network failed
 */
export function onReach(control, load) {
  /** @type {Promise<T | undefined> | undefined} */
  let loading;
  const loadOnce = () => {
    loading ??= load().catch((error) => {
      loading = undefined;
      reportError(error);
      return undefined;
    });
    return loading;
  };
  for (const reach of ['pointerover', 'focusin']) control.addEventListener(reach, loadOnce, { once: true });
  return loadOnce;
}
