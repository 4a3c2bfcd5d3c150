/** The words of a search, marked on the page that a result has opened. */

import { FoundWords } from './excerpt.js';
import { make } from './results.js';
import { WORD } from './words.js';

const SKIPPED = 'script, style, select, textarea, button, input, h1, [data-search], .visually-hidden';
const MOST = 200;
/** Long enough to see where they are, and to scroll there. */
const SHOWN_MS = 12_000;

/**
 * @param {Element} article
 * @param {string[]} words as they are compared
 * @param {import('./words.js').Cut} cut
 */
export function markWords(article, words, cut) {
  clearMarks(article);
  const found = new FoundWords(words, cut);
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, ({ parentElement }) => (
    parentElement?.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
  ));
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  let left = MOST;
  for (const node of texts) {
    const hits = [...node.data.matchAll(WORD)].filter(([raw]) => found.has(raw));
    // From the end: what stands before a mark keeps its place.
    for (const { 0: raw, index } of hits.slice(0, left).reverse()) wrap(node, index, raw.length);
    left -= Math.min(left, hits.length);
  }
  // whoever turns to the page has found the place
  document.addEventListener('click', () => clearMarks(article), { once: true });
  setTimeout(clearMarks, SHOWN_MS, article);
}

/** @param {Text} node @param {number} start @param {number} length */
function wrap(node, start, length) {
  const word = node.splitText(start);
  word.splitText(length);
  const mark = make('mark', 'search-mark');
  word.replaceWith(mark);
  mark.append(word);
}

/** @param {Element} article */
export function clearMarks(article) {
  for (const mark of article.querySelectorAll('mark.search-mark')) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}
