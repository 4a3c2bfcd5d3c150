/** The list of results. */

import { siteRoot } from '../core/page-data.js';
import { excerpt, pieces } from './excerpt.js';
import { text } from '../core/strings.js';

/** @typedef {import('./client.js').Result} Result */
/** @typedef {import('./client.js').Element} Found */

/**
 * One row for a page, with a link for each of its elements shown; the first one leads.
 * @param {Result} result
 * @param {import('./excerpt.js').FoundWords} words
 * @returns {HTMLLIElement}
 */
export function row(result, words) {
  const item = make('li', 'md-search-result__item');
  result.elements.forEach((found, at) => item.append(link(found, at === 0 ? 'search-first' : 'search-more', result.page, words)));
  return item;
}

/** What narrows the list: everything, or one kind. @param {string[]} kinds @returns {HTMLElement[]} */
export function kindChoices(kinds) {
  const legend = make('legend', 'visually-hidden');
  legend.textContent = text('search.kinds');
  const choices = ['', ...kinds].map((value) => {
    const choice = make('label', 'search-kinds__choice');
    const box = make('input', '');
    Object.assign(box, { type: 'radio', name: 'search-kind', value, checked: !value });
    const words = make('span', '');
    words.textContent = text(`search.kind-${value || 'all'}`);
    choice.append(box, words);
    return choice;
  });
  return [legend, ...choices];
}

/** @param {Found} found @param {string} place @param {string} page @param {import('./excerpt.js').FoundWords} words */
function link(found, place, page, words) {
  const anchor = make('a', `md-search-result__link ${place}`);
  anchor.href = new URL(found.location, siteRoot).href;
  const body = make('article', 'md-search-result__article md-typeset');
  const title = make('strong', 'search-title');
  title.append(...marked(pieces(found.title, words)));
  const shown = make('p', 'search-words');
  shown.append(...marked(excerpt(found.text, words)));
  body.append(kind(found, page), title, shown);
  anchor.append(body);
  return anchor;
}

/** “Email · Own a mistake”: what it is, and on which page unless it is the page. @param {Found} found @param {string} page */
function kind(found, page) {
  const line = make('span', 'search-kind');
  const isPage = !found.location.includes('#');
  line.textContent = text(`search.kind-${found.kind}`) + (isPage ? '' : ` · ${page}`);
  return line;
}

/** @param {import('./excerpt.js').Pieces} pieces */
function marked(pieces) {
  return pieces.map(([words, isFound]) => {
    if (!isFound) return words;
    const mark = make('mark');
    mark.textContent = words;
    return mark;
  });
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className = '') {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return element;
}
