/** Ranked pages as the page shows them: texts cut to pieces, the words found among them. */

import { WORD, fold, parts } from './words.js';

const ELEMENTS = 3;
const BEFORE = 50;
const AFTER = 120;

/** @typedef {[string, boolean][]} Pieces texts, and whether each is a word found */
/** @typedef {{location: string, kind: string, title: Pieces, text: Pieces, words: string[]}} Element */

/**
 * @param {import('./ranking.js').Ranked} ranked
 * @param {Set<string>} found words, as they are compared
 * @param {string[]} words those of them that stand on the page
 * @param {import('./corpus.js').Corpus} corpus
 * @returns {{page: string, elements: Element[]}}
 */
export function result({ page, elements }, found, words, corpus) {
  const next = elements[1]?.score ?? 0;
  const shown = elements.filter(({ score }, at) => at === 0 || (at < ELEMENTS && score > 0 && score >= .6 * next));
  return {
    page: corpus.docs[corpus.pages[page][0]].title,
    elements: shown.map(({ doc }) => {
      const { location, kind, title, text, summary } = corpus.docs[doc];
      const cut = summary ? pieces(summary, found, corpus.language) : excerpt(text, found, corpus.language);
      return { location, kind, title: pieces(title, found, corpus.language), text: cut, words };
    }),
  };
}

/**
 * For each page the words found that stand on it, to be marked when it is opened.
 * @param {Set<string>} found
 * @param {import('./corpus.js').Corpus} corpus
 * @returns {Map<number, string[]>}
 */
export function wordsByPage(found, { docs, fields, owner, places }) {
  const out = new Map();
  for (const word of found) {
    const pages = new Set([...(places.get(word) ?? [])].map((place) => docs[fields[owner[place]].doc].page));
    for (const page of pages) out.set(page, [...(out.get(page) ?? []), word]);
  }
  return out;
}

/** @returns {Pieces} */
function pieces(text, found, language) {
  const out = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isFound(match[0], found, language)) continue;
    if (match.index > at) out.push([text.slice(at, match.index), false]);
    out.push([match[0], true]);
    at = match.index + match[0].length;
  }
  if (at < text.length) out.push([text.slice(at), false]);
  return out;
}

function isFound(raw, found, language) {
  return parts(raw, language).some((part) => found.has(fold(part, language)));
}

/** The stretch with most of the words found. @returns {Pieces} */
function excerpt(text, found, language) {
  const flat = text.replaceAll('\n', ' ');
  const hits = [...flat.matchAll(WORD)].filter(([raw]) => isFound(raw, found, language));
  let [from, most] = [0, 0];
  for (const { index } of hits) {
    const kinds = new Set(hits.filter((hit) => hit.index >= index && hit.index < index + AFTER).map(([raw]) => raw.slice(0, 4).toLowerCase()));
    if (kinds.size > most) [from, most] = [index, kinds.size];
  }
  let start = Math.max(0, from - BEFORE);
  if (start) start = flat.indexOf(' ', start) + 1 || from;
  let end = Math.min(flat.length, start + BEFORE + AFTER);
  if (end < flat.length) end = Math.max(flat.lastIndexOf(' ', end), start + 1);
  const cut = pieces(flat.slice(start, end), found, language);
  if (start) cut.unshift(['… ', false]);
  if (end < flat.length) cut.push([' …', false]);
  return cut;
}
