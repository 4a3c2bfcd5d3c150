/** The control for the language of a template's words; that of the page beside them is fetched for who chose another one. */

import { pageLanguage } from '../core/page-data.js';
import { missing } from '../core/starting.js';
import { addStrings } from '../core/strings.js';
import { wordsLanguage } from '../words/words-language.js';

/** @typedef {import('./template.js').TemplateBlock} TemplateBlock */

/** @param {TemplateBlock} block */
export function addLanguageChoice(block) {
  const select = block.element.querySelector('[data-words-language]');
  if (!(select instanceof HTMLSelectElement)) return;
  /** @type {Promise<unknown> | undefined} */
  let beside;
  const show = () => {
    select.value = wordsLanguage.pending ? wordsLanguage.wanted : block.language;
    if (wordsLanguage.wanted === pageLanguage || beside) return;
    beside = Promise.all([import('./beside.js'), addStrings()]).then(([{ Beside }]) => new Beside(block, select)).catch((error) => {
      beside = undefined; // the network may be back for the next turn
      missing(error);
    });
  };
  select.addEventListener('change', () => wordsLanguage.choose(select.value));
  block.element.addEventListener('template:change', show);
  show();
}
