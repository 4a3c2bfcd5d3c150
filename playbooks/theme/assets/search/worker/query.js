/**
 * What a reader typed, as clauses: one for each word that counts, each with the ways to meet it.
 *
 * A way is a list of places in the corpus with a weight: the word in all its forms (the one typed
 * counts more), words it begins, words one slip away, and what the glossary says means the same.
 */

import { near } from './slips.js';
import { bare, stem } from './stemmer.js';
import { WORD } from '../words.js';

export const EXACT = 1, STEM = .9, SYNONYM = .65, PREFIX = .5, SLIP = .6, HELP = .6, ROOT = .5;
const LEAST_SLIP = 5;
const LONG = 7;
const ROOT_LETTERS = 5;

/** @typedef {{weight: number, places: number[], words: string[], exact?: Set<number>}} Way `exact`: places of the form typed */
/** @typedef {{ways: Way[], direct: boolean, helps?: boolean}} Clause `direct`: met without guessing */
/** @typedef {import('./corpus.js').Corpus} Corpus */
/** @typedef {{word: string, stems: string[]}[]} Phrase */
/** @typedef {{word: string, stems: string[], slip: boolean, also?: string[]}} Token `slip`: the stems are those of words like it */

/**
 * @param {string} text
 * @param {import('./corpus.js').Corpus} corpus
 * @returns {Clause[]}
 */
export function clauses(text, corpus) {
  const all = tokens(text, corpus);
  const helps = (/** @type {Token} */ { word }) => corpus.ignored.has(word) || (word.length < 2 && !/\d/.test(word));
  const only = all.every(helps);
  const last = /[\p{L}\p{N}]$/u.test(text) ? all.at(-1) : undefined;
  const counting = all.filter((token) => only || !helps(token));
  for (const token of counting) token.stems.forEach((stem) => corpus.family(stem));
  corpus.settle();
  // A word of four letters is taken for another one only where it is all there is.
  for (const token of counting) forgive(token, LEAST_SLIP - Number(counting.length === 1), corpus);
  corpus.settle();
  const same = meanings(all, corpus);
  const found = all.map((token) => {
    if (helps(token) && !only) return helper(token, corpus);
    return clause(token, token === last, same.get(token) ?? [], corpus);
  });
  corpus.settle();
  return found;
}

/** @param {string} text @param {import('./corpus.js').Corpus} corpus @returns {Token[]} */
function tokens(text, corpus) {
  const written = [...text.normalize('NFC').matchAll(WORD)].map(([raw]) => raw);
  for (const raw of written) corpus.cut(raw).split(' ').forEach((word) => corpus.stemsOf(word));
  corpus.settle();
  const found = [];
  for (const raw of written) {
    let words = corpus.cut(raw).split(' ');
    // "follow-up": as one word where the site has it, else its parts.
    if (words.length > 1 && /[-\u2010\u2011]/.test(raw)) words = corpus.has(words[0]) ? words.slice(0, 1) : words.slice(1);
    for (const word of words.filter(Boolean)) {
      found.push({ word, stems: corpus.stemsOf(word) ?? stem(word), slip: false });
    }
  }
  return joined(found, corpus);
}

/** Two words that the site writes as one: "voice mail". Where it has both, "bad news", they stay two. @param {Token[]} found @param {Corpus} corpus */
function joined(found, corpus) {
  const stands = (/** @type {string} */ word) => corpus.stands(word);
  found.slice(1).forEach(({ word }, at) => stands(found[at].word + word));
  corpus.settle();
  const out = [];
  for (let at = 0; at < found.length; at += 1) {
    const [one, next] = [found[at], found[at + 1]];
    const word = next && one.word + next.word;
    if (!word || word.length < 6 || !stands(word)) out.push(one);
    else if (stands(one.word) && stands(next.word)) out.push({ ...one, also: corpus.stemsOf(word) });
    else {
      out.push({ word, stems: corpus.stemsOf(word) ?? [], slip: false });
      at += 1;
    }
  }
  return out;
}

/** A word that nobody knows may be one that a finger missed: it takes the stems of those. @param {Token} token @param {number} least @param {Corpus} corpus */
function forgive(token, least, corpus) {
  const { word, stems: own } = token;
  if (word.length < least || corpus.has(word) || own.some((stem) => corpus.family(stem).length)) return;
  const likely = corpus.alike(word).words.filter((other) => other.length > 3 && near(word, other)).flatMap((other) => corpus.stemsOf(other) ?? []);
  for (const mine of own.filter((stem) => stem.length > 3)) {
    likely.push(...corpus.alike(mine).stems.filter((stem) => stem.length > 3 && near(mine, stem)));
  }
  if (!likely.length) return;
  token.stems = [...new Set(likely)];
  token.slip = true;
}

/**
 * A word that only helps the sentence along: it counts for the order of the others.
 * @param {Token} token
 * @param {Corpus} corpus
 * @returns {Clause}
 */
function helper({ word }, corpus) {
  return { ways: [{ weight: HELP, places: corpus.places(word), words: [] }], direct: true, helps: true };
}

/**
 * @param {Token} token
 * @param {boolean} unfinished more letters may follow
 * @param {Way[]} same by what means the same
 * @param {Corpus} corpus
 * @returns {Clause}
 */
function clause({ word, stems: own, slip, also }, unfinished, same, corpus) {
  /** @type {Way[]} */
  const ways = [];
  const exact = corpus.places(word);
  const kin = [...new Set([...(exact.length ? [word] : []), ...family(own, corpus)])];
  if (kin.length) ways.push(way(slip ? SLIP : STEM, kin, corpus));
  if (exact.length) ways[0].exact = new Set(exact);
  if (also) ways.push(way(SYNONYM, family(also, corpus), corpus));
  const related = roots(own, corpus).filter((other) => !kin.includes(other));
  if (related.length) ways.push(way(kin.length ? ROOT / 2 : ROOT, related, corpus));
  ways.push(...same.map((other) => slip ? { ...other, weight: other.weight * SLIP } : other));
  const known = ways.length > 0 && !slip;
  if (unfinished && word.length > 1 || word.length >= LONG) {
    const words = corpus.wordsFrom(word).filter((other) => !kin.includes(other));
    const met = new Set(ways[0]?.places);
    const places = corpus.placesFrom(word).filter((place) => !met.has(place));
    ways.push({ weight: PREFIX * (known ? .5 : 1), words, places });
  }
  return { ways: ways.filter(({ places }) => places.length), direct: !slip };
}

/** @param {number} weight @param {string[]} words @param {Corpus} corpus @returns {Way} */
function way(weight, words, corpus) {
  return { weight, words, places: words.flatMap((word) => corpus.places(word)).sort((a, b) => a - b) };
}

/** Words that begin as this one does for the most part: контрастність, контраст. @param {string[]} own @param {Corpus} corpus */
function roots(own, corpus) {
  const stems = own.map(bare).filter((mine) => mine.length >= ROOT_LETTERS).flatMap((mine) => {
    const beginning = mine.slice(0, ROOT_LETTERS);
    return corpus.stemsFrom(beginning).filter((stem) => {
      const most = Math.ceil(Math.max(mine.length, bare(stem).length) * .6);
      return mine.length >= most && stem.startsWith(mine.slice(0, most));
    });
  });
  return family(stems, corpus);
}

/** @param {string[]} own @param {import('./corpus.js').Corpus} corpus @returns {string[]} */
function family(own, corpus) {
  return [...new Set(own.flatMap((stem) => corpus.family(stem)))];
}

/** For each word of the query, the ways by what means the same as a phrase it belongs to. @param {Token[]} all @param {Corpus} corpus */
function meanings(all, corpus) {
  /** @type {Map<Token, Way[]>} */
  const out = new Map();
  for (const group of corpus.groups) {
    for (const phrase of group) {
      for (let at = 0; at + phrase.length <= all.length; at += 1) {
        const span = all.slice(at, at + phrase.length);
        if (!span.every((token, number) => alike(token, phrase[number]))) continue;
        const ways = group.filter((other) => other !== phrase && !isHelp(other, corpus)).map((other) => phraseWay(other, corpus)).filter(({ places }) => places.length);
        for (const token of span) out.set(token, [...(out.get(token) ?? []), ...ways]);
      }
    }
  }
  return out;
}

/** One word that only helps a sentence along: "avoir" for "remise" would be met everywhere. @param {Phrase} phrase @param {Corpus} corpus */
function isHelp(phrase, corpus) {
  return phrase.length === 1 && corpus.ignored.has(phrase[0].word);
}

/** @param {Phrase[number]} one @param {Phrase[number]} other */
function alike(one, other) {
  return one.word === other.word || one.stems.some((stem) => other.stems.includes(stem));
}

/** Places where the words of a phrase stand one after another. @param {Phrase} phrase @param {Corpus} corpus @returns {Way} */
function phraseWay(phrase, corpus) {
  const lists = phrase.filter(({ word }) => phrase.length === 1 || !corpus.ignored.has(word)).map((token) => {
    return way(SYNONYM, [...new Set([token.word, ...family(token.stems, corpus)])], corpus);
  });
  const [start, ...others] = lists.map((list) => list.places);
  const places = others.reduce((before, list) => corpus.after(before, list), start ?? []);
  // The words of a phrase mean the same together only: alone they are not marked.
  return { weight: SYNONYM, places, words: lists.length > 1 ? [] : lists.flatMap(({ words }) => words) };
}
