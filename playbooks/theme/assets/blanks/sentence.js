/** The sentence that is being filled, above its field: the paragraph of the template in which the blank stands. */

import { appendLines, create } from '../core/elements.js';

/** @typedef {{element: HTMLElement, language: string, words: import('../core/page-data.js').Words, fields: string[], needed: string[], emptyBlanks: () => string[], filling: () => import('./filled.js').Filling}} Opened a template whose blanks are filled */

/** @param {HTMLElement} place @param {Opened} template @param {string} field */
export function showSentence(place, template, field) {
  const { subject, body } = template.words;
  const filling = template.filling();
  const texts = [...body.map(({ text }) => text), ...(subject === undefined ? [] : [subject])];
  const words = texts.find((text) => filling.fieldsOf([text]).includes(field));
  place.lang = template.language;
  place.replaceChildren();
  if (words === undefined) return;
  for (const piece of filling.pieces(words)) {
    const holder = piece.blank === field ? create('mark', 'blanks__here') : document.createElement('span');
    appendLines(holder, piece.text);
    place.append(holder);
  }
  requestAnimationFrame(() => showHere(place)); // once all else has changed, so that the page is laid out once
}

/** @param {HTMLElement} place */
function showHere(place) {
  const here = place.querySelector('mark');
  if (here) place.scrollTop = Math.max(0, here.offsetTop - place.offsetTop - 24);
  // whoever has no pointer scrolls it by the arrows
  if (place.scrollHeight > place.clientHeight) place.tabIndex = 0;
  else place.removeAttribute('tabindex');
}
