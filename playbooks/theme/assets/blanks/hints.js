/** What is to be typed into each field, and an example of it: one file for all pages, fetched with the panel. */

import { data, pageLanguage, said, siteRoot } from '../core/page-data.js';

/** @type {Promise<void> | undefined} */
let loading;

/** @param {HTMLElement} panel @returns {Promise<void>} */
export function addHints(panel) {
  loading ??= import(new URL(said.hints, siteRoot).href).then(
    ({ default: hints }) => write(panel, hints),
    (error) => {
      loading = undefined; // the network may be back for the next turn
      throw error;
    },
  );
  return loading;
}

/** @param {HTMLElement} panel @param {Record<string, [string, string]>} hints by field */
function write(panel, hints) {
  for (const { id, example } of data?.fields ?? []) {
    const control = panel.querySelector(`[data-field="${id}"]`);
    const place = control?.closest('.field')?.querySelector('[data-help]');
    const [help = '', shown = ''] = hints[id] ?? [];
    if (place) place.textContent = help;
    if (control?.matches('textarea, [type="text"]')) control.setAttribute('placeholder', shown);
    example[pageLanguage] = shown;
  }
}
