/**
 * What a reader typed, as clauses: one for each word that counts, each with the ways to meet it.
 *
 * A way is a list of places in the corpus with a weight: the word in all its forms (the one typed
 * counts more), words it begins, words one slip away, and what the glossary says means the same.
 */

import { BEGINNING } from './corpus.js';
import { near } from './slips.js';
import { WORD, fold, parts, stems } from './words.js';

export const EXACT = 1, STEM = .9, SYNONYM = .55, PREFIX = .5, SLIP = .6, HELP = .1, ROOT = .5;
const LEAST_SLIP = 5;
const LONG = 7;

/** @typedef {{weight: number, places: number[], words: string[], exact?: Set<number>}} Way `exact`: places of the form typed */
/** @typedef {{ways: Way[], direct: boolean, helps?: boolean}} Clause `direct`: met without guessing */
/** @typedef {{word: string, stems: string[], slip: boolean, also?: string[]}} Token `slip`: the stems are those of words like it */

/**
 * @param {string} text
 * @param {import('./corpus.js').Corpus} corpus
 * @returns {Clause[]}
 */
export function clauses(text, corpus) {
  const all = tokens(text, corpus);
  const helps = ({ word }) => corpus.ignored.has(word) || (word.length < 2 && !/\d/.test(word));
  const only = all.every(helps);
  const last = /[\p{L}\p{N}]$/u.test(text) ? all.at(-1) : undefined;
  const counting = all.filter((token) => only || !helps(token));
  // A word of four letters is taken for another one only where it is all there is.
  for (const token of counting) forgive(token, LEAST_SLIP - (counting.length === 1), corpus);
  const same = meanings(all, corpus);
  return all.map((token) => {
    if (helps(token) && !only) return helper(token, corpus);
    return clause(token, token === last, same.get(token) ?? [], corpus);
  });
}

/** @param {string} text @param {import('./corpus.js').Corpus} corpus @returns {Token[]} */
function tokens(text, corpus) {
  const { language } = corpus;
  const found = [];
  for (const [raw] of text.normalize('NFC').matchAll(WORD)) {
    let pieces = parts(raw, language);
    // "follow-up": as one word where the site has it, else its parts.
    if (pieces.length > 1 && /[-\u2010\u2011]/.test(raw)) {
      pieces = corpus.stemsOf.has(fold(pieces[0], language)) ? pieces.slice(0, 1) : pieces.slice(1);
    }
    for (const written of pieces) {
      const word = fold(written, language);
      found.push({ word, stems: corpus.stemsOf.get(word) ?? corpus.forms.get(word) ?? stems(written, language), slip: false });
    }
  }
  return joined(found, corpus);
}

/** Two words that the site writes as one: "voice mail". Where it has both, "bad news", they stay two. */
function joined(found, { places, stemsOf }) {
  const out = [];
  for (let at = 0; at < found.length; at += 1) {
    const [one, next] = [found[at], found[at + 1]];
    const word = next && one.word + next.word;
    if (!word || word.length < 6 || !places.has(word)) out.push(one);
    else if (places.has(one.word) && places.has(next.word)) out.push({ ...one, also: stemsOf.get(word) });
    else {
      out.push({ word, stems: stemsOf.get(word), slip: false });
      at += 1;
    }
  }
  return out;
}

/** A word that nobody knows may be one that a finger missed: it takes the stems of those. */
function forgive(token, least, { families, stemsOf }) {
  const { word, stems: own } = token;
  if (word.length < least || stemsOf.has(word) || own.some((stem) => families.has(stem))) return;
  for (const slips of word.length >= LONG + 1 ? [1, 2] : [1]) {
    const likely = [...stemsOf].filter(([other]) => other.length > 3 && near(word, other, slips)).flatMap(([, found]) => found);
    for (const stem of families.keys()) {
      if (stem.length > 3 && own.some((mine) => mine.length > 3 && near(mine, stem, slips))) likely.push(stem);
    }
    if (!likely.length) continue;
    token.stems = [...new Set(likely)];
    token.slip = true;
    return;
  }
}

/** A word that only helps the sentence along: it counts for the order of the others. @returns {Clause} */
function helper({ word }, corpus) {
  const places = [...(corpus.places.get(word) ?? [])];
  return { ways: [{ weight: HELP, places, words: [] }], direct: true, helps: true };
}

/** @returns {Clause} */
function clause({ word, stems: own, slip, also }, unfinished, same, corpus) {
  /** @type {Way[]} */
  const ways = [];
  const exact = corpus.places.get(word);
  const kin = [...new Set([...(exact ? [word] : []), ...family(own, corpus)])];
  if (kin.length) ways.push(way(slip ? SLIP : STEM, kin, corpus));
  if (exact) ways[0].exact = new Set(exact);
  if (also) ways.push(way(SYNONYM, family(also, corpus), corpus));
  const related = roots(own, corpus).filter((other) => !kin.includes(other));
  if (related.length) ways.push(way(kin.length ? ROOT / 2 : ROOT, related, corpus));
  ways.push(...same.map((other) => slip ? { ...other, weight: other.weight * SLIP } : other));
  const known = ways.length > 0 && !slip;
  if (unfinished && word.length > 1 || word.length >= LONG) {
    const longer = [...corpus.places.keys()].filter((other) => other.startsWith(word) && !kin.includes(other));
    if (longer.length) ways.push(way(PREFIX * (known ? .5 : 1), longer, corpus));
  }
  return { ways: ways.filter(({ places }) => places.length), direct: !slip };
}

/** @returns {Way} */
function way(weight, words, corpus) {
  return { weight, words, places: words.flatMap((word) => [...(corpus.places.get(word) ?? [])]).sort((a, b) => a - b) };
}

/** Words that begin as this one does for the most part: контрастність, контраст. */
function roots(own, { families, begun }) {
  return own.map(bare).filter((mine) => mine.length >= BEGINNING).flatMap((mine) => (
    (begun.get(mine.slice(0, BEGINNING)) ?? []).filter((stem) => {
      const most = Math.ceil(Math.max(mine.length, bare(stem).length) * .6);
      return mine.length >= most && mine.slice(0, most) === stem.slice(0, most);
    }).flatMap((stem) => families.get(stem))
  ));
}

/** A Ukrainian stem without the letter that tells its kind. */
function bare(stem) {
  return stem.replace(/[а-яіїє][jvw]$/, (end) => end[0]);
}

/** @param {string[]} own @param {import('./corpus.js').Corpus} corpus @returns {string[]} */
function family(own, corpus) {
  return [...new Set(own.flatMap((stem) => corpus.families.get(stem) ?? []))];
}

/** For each word of the query, the ways by what means the same as a phrase it belongs to. */
function meanings(all, corpus) {
  const out = new Map();
  for (const group of corpus.groups ??= groups(corpus)) {
    for (const phrase of group) {
      for (let at = 0; at + phrase.length <= all.length; at += 1) {
        const span = all.slice(at, at + phrase.length);
        if (!span.every((token, number) => alike(token, phrase[number]))) continue;
        const ways = group.filter((other) => other !== phrase).map((other) => phraseWay(other, corpus)).filter(({ places }) => places.length);
        for (const token of span) out.set(token, [...(out.get(token) ?? []), ...ways]);
      }
    }
  }
  return out;
}

/** Phrases that mean the same, as tokens; the index has their words as they are compared. */
function groups({ synonyms, stemsOf }) {
  return synonyms.map((group) => group.map((phrase) => phrase.split(' ').map((word) => ({ word, stems: stemsOf.get(word) ?? [] }))));
}

function alike(one, other) {
  return one.word === other.word || one.stems.some((stem) => other.stems.includes(stem));
}

/** Places where the words of a phrase stand one after another, at most two others between. @returns {Way} */
function phraseWay(phrase, corpus) {
  const lists = phrase.filter(({ word }) => phrase.length === 1 || !corpus.ignored.has(word)).map((token) => {
    return way(SYNONYM, [...new Set([token.word, ...family(token.stems, corpus)])], corpus);
  });
  const places = lists.reduce((before, list) => after(before, list.places, 3), null) ?? [];
  // The words of a phrase mean the same together only: alone they are not marked.
  return { weight: SYNONYM, places, words: lists.length > 1 ? [] : lists.flatMap(({ words }) => words) };
}

/**
 * Places of `list` at most `reach` after one of `before`.
 * @param {number[] | null} before
 * @param {number[]} list
 * @param {number} reach
 * @returns {number[]}
 */
export function after(before, list, reach) {
  if (!before) return list;
  let at = 0;
  return list.filter((place) => {
    while (at < before.length && before[at] < place - reach) at += 1;
    return before[at] < place;
  });
}
