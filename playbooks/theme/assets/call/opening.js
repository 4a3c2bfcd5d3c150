/** The ways into call mode and rehearsal, which are fetched for those who reach for them. */

import { preparePanel } from '../blanks/opening.js';
import { onReach } from '../core/on-demand.js';
import { addSheet } from '../core/sheets.js';
import { addStrings } from '../core/strings.js';

/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */
/** @typedef {{open: () => void}} Opened */

/** @param {TemplateBlock} block */
export function addCallMode(block) {
  addWay(block, '[data-open-call]', async (opener) => {
    const [{ CallMode }] = await Promise.all([import('./call.js'), addSheet('call'), addStrings(), preparePanel()]);
    return new CallMode(block, opener);
  });
  addWay(block, '[data-open-rehearsal]', async (opener) => {
    const [{ Rehearsal }] = await Promise.all([import('./rehearsal.js'), addSheet('call'), addStrings()]);
    return new Rehearsal(block, opener);
  });
}

/** @param {TemplateBlock} block @param {string} selector @param {(opener: HTMLElement) => Promise<Opened>} make */
function addWay(block, selector, make) {
  const opener = block.element.querySelector(selector);
  if (!(opener instanceof HTMLElement)) return;
  const load = onReach(opener, () => make(opener));
  opener.addEventListener('click', async () => (await load())?.open());
}
