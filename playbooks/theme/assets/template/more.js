/** The menu of ways to send; they are fetched for those who reach for it. */

import { onReach } from '../core/on-demand.js';

/** @typedef {import('./template.js').TemplateBlock} TemplateBlock */

/** @param {TemplateBlock} block */
export function addSending(block) {
  const more = block.element.querySelector('[data-more]');
  if (!(more instanceof HTMLDetailsElement)) return;
  const fill = onReach(more, async () => {
    const { Sending } = await import('./send.js');
    new Sending(block, more).fill();
  });
  more.addEventListener('toggle', fill, { once: true });
  if (more.open) fill(); // before this script was here
}
