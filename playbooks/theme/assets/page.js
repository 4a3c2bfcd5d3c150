/**
 * Starts everything a page needs. Without this script all words still read and can be selected;
 * what fails to start must not keep the rest from starting.
 *
 * Each folder beside this file is a room; its modules ask only for its own and for rooms below it:
 *
 *     header      the tools at the top of the page: colours, language
 *     offline     what is kept for use without a network; in worker.js what keeps it
 *     search      the box in the page, and in worker/ what answers it
 *     links       addresses: copied, followed, moved, missing
 *     checklist   ticks that last
 *     call        a phone script, one thought at a time
 *     template    words that are filled, shown in a language, copied, sent
 *     blanks      what the reader types into the words
 *     words       the grammar of words, and how they show in each language
 *     core        storage, clipboard, messages, what the page says of itself
 *
 * No room asks for an entry: this module, playbook.js, lists.js, rare.js, and those of links that a page names.
 */

import { each, missing, start, started, words } from './core/starting.js';
import { addStrings } from './core/strings.js';
import './core/wide-tables.js';
import { startHeader } from './header/header.js';
import './links/alternates.js';
import { addLinks } from './links/headings.js';
import { keepLater } from './offline/later.js';
import { addSearch } from './search/opening.js';

const hasWords = document.querySelector('[data-template], [data-checklist]') !== null;

/** Resolves when the words of the page are written. */
const startWords = async () => {
  if (hasWords) await import('./playbook.js').then(() => words.done);
};

start(startHeader);
start(addLinks);
each('[data-search]', (element) => addSearch(element, startWords));
started('header, [data-copy-link]');
startWords().catch(missing);
if (document.querySelector('.has-begun [data-begun]')) {
  Promise.all([import('./links/begun.js'), addStrings()]).then(([{ showBegun }]) => each('[data-begun]', showBegun)).catch(missing);
}
if (document.querySelector('.keeping')) import('./rare.js').catch(missing);
start(keepLater);
if (document.querySelector('[data-listed], [data-listed-checklist], .path')) import('./lists.js').catch(missing);
