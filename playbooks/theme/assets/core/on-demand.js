/**
 * What only some readers ask for is fetched when they turn to it: the ways of sending, call mode.
 * Reaching for the control (pointer or focus) is enough, so that it is there when it is used.
 */

/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */

/** @param {TemplateBlock} block */
export function addSending(block) {
  const more = block.element.querySelector('[data-more]');
  if (!(more instanceof HTMLDetailsElement)) return;
  const fill = onReach(more, async () => {
    const { Sending } = await import('../template/send.js');
    new Sending(block).fill(more);
  });
  more.addEventListener('toggle', fill, { once: true });
}

/** @param {TemplateBlock} block */
export function addCallMode(block) {
  const opener = block.element.querySelector('[data-open-call]');
  if (!(opener instanceof HTMLElement)) return;
  const load = onReach(opener, async () => {
    const { CallMode } = await import('../call/call.js');
    return new CallMode(block, opener);
  });
  opener.addEventListener('click', async () => (await load())?.open());
}

/**
 * @template T
 * @param {HTMLElement} control
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T | undefined>} loads once; tries again when the network failed
 */
function onReach(control, load) {
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
