/** The menu of ways to send, and what comes after; they are fetched for those who reach for them. */

import { onReach } from '../core/on-demand.js';
import { missing } from '../core/starting.js';
import { addStrings } from '../core/strings.js';

/** @typedef {import('./template.js').TemplateBlock} TemplateBlock */

/** @param {TemplateBlock} block */
export function addSending(block) {
  const more = block.element.querySelector('[data-more]');
  if (!(more instanceof HTMLDetailsElement)) return;
  const fill = onReach(more, async () => {
    const [{ Sending }] = await Promise.all([import('./send.js'), addStrings()]);
    new Sending(block, more).fill();
  });
  more.addEventListener('toggle', fill, { once: true });
  if (more.open) fill(); // before this script was here
}

/** @param {TemplateBlock} block */
export function addAfter(block) {
  if (block.channel !== 'email' && block.channel !== 'message') return;
  block.element.addEventListener('template:copied', () => {
    Promise.all([import('./after.js'), addStrings()]).then(([{ showAfter }]) => showAfter(block)).catch(missing);
  });
}
