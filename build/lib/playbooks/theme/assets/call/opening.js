/** The way into call mode, which is fetched for those who reach for it. */

import { onReach } from '../core/on-demand.js';

/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */

/** @param {TemplateBlock} block */
export function addCallMode(block) {
  const opener = block.element.querySelector('[data-open-call]');
  if (!(opener instanceof HTMLElement)) return;
  const load = onReach(opener, async () => {
    const { CallMode } = await import('./call.js');
    return new CallMode(block, opener);
  });
  opener.addEventListener('click', async () => (await load())?.open());
}
