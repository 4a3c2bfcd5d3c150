/** Texts cut to what a result shows of them, with the words found set apart. */

import { WORD } from './words.js';

const BEFORE = 50;
const AFTER = 120;
/** A text of so many letters is shown whole: descriptions of pages are. */
const SHORT = 240;

/** @typedef {[string, boolean][]} Pieces texts, and whether each is a word found */

/** The words that a search has found. */
export class FoundWords {
  /** @param {string[]} words as they are compared @param {import('./words.js').Cut} cut */
  constructor(words, cut) {
    this.words = new Set(words);
    this.cut = cut;
    /** Most words stand in a text more than once. @type {Map<string, boolean>} */
    this.known = new Map();
  }

  /** @param {string} raw a run of letters as it is written */
  has(raw) {
    let has = this.known.get(raw);
    if (has === undefined) {
      has = this.cut(raw).split(' ').some((word) => this.words.has(word));
      this.known.set(raw, has);
    }
    return has;
  }
}

/** @param {string} text @param {FoundWords} found @returns {Pieces} */
export function pieces(text, found) {
  /** @type {Pieces} */
  const out = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (!found.has(match[0])) continue;
    if (match.index > at) out.push([text.slice(at, match.index), false]);
    out.push([match[0], true]);
    at = match.index + match[0].length;
  }
  if (at < text.length) out.push([text.slice(at), false]);
  return out;
}

/**
 * The stretch with most of the words found; a short text is shown whole.
 * @param {string} text
 * @param {FoundWords} found
 * @returns {Pieces}
 */
export function excerpt(text, found) {
  const flat = text.replaceAll('\n', ' ');
  if (flat.length <= SHORT) return pieces(flat, found);
  const hits = [...flat.matchAll(WORD)].filter(([raw]) => found.has(raw));
  let [from, most] = [0, 0];
  for (const { index } of hits) {
    const kinds = new Set(hits.filter((hit) => hit.index >= index && hit.index < index + AFTER).map(([raw]) => raw.slice(0, 4).toLowerCase()));
    if (kinds.size > most) [from, most] = [index, kinds.size];
  }
  let start = Math.max(0, from - BEFORE);
  if (start) start = flat.indexOf(' ', start) + 1 || from;
  let end = Math.min(flat.length, start + BEFORE + AFTER);
  if (end < flat.length) end = Math.max(flat.lastIndexOf(' ', end), start + 1);
  const shown = pieces(flat.slice(start, end), found);
  if (start) shown.unshift(['… ', false]);
  if (end < flat.length) shown.push([' …', false]);
  return shown;
}
