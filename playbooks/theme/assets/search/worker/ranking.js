/**
 * Which pages answer, and where on them: first the page, by all that speaks for it, then its elements.
 *
 * For a page speak its words, as in BM25 with weights for fields; its best element; words that stand
 * together as they were typed; and most of all a title, situation or usual question that is the query.
 */

import { WEIGHTS } from './corpus.js';
import { EXACT } from './query.js';

const SATURATION = 12;
/** Of text beside the short fields in the rank of a page: it has something of everything. */
const TEXT = .1;
/** Of further usual questions with the same word. */
const FURTHER = .3;
/** Of the best element in the rank of its page. */
const ELEMENT = .3;
const NEAR = 1.8;
/** For a short field that is the query. */
const WHOLE = 1.6;
/** For templates and checklists among the elements of a page: most come for them. */
const WORDS = 1.3;
/** Of what the lesser ways to meet a word add to the best. */
const SEVERAL = .2;
/** What is lost without any of the other words. */
const COVER = .6;
/** Of the best: what is worth less and lacks some of the words is not shown. */
const TAIL = .1;

/** @typedef {import('./corpus.js').Corpus} Corpus */
/** @typedef {import('./corpus.js').Field} Field */
/** @typedef {import('./query.js').Clause} Clause */
/** @typedef {Map<number, number>} Scores by the number of a page or an element */
/** @typedef {{pages: Scores, docs: Scores, fields: Map<Field, number>, value: number}} Weighed */
/** @typedef {{page: number, score: number, elements: {doc: number, score: number}[]}} Ranked */

/**
 * @param {Clause[]} clauses
 * @param {Corpus} corpus
 * @param {string} kind "" for all
 * @returns {Ranked[]} best first, all of them
 */
export function rank(clauses, corpus, kind) {
  const pageScores = new Float64Array(corpus.pages.length);
  const docScores = new Float64Array(corpus.docs.length);
  const met = new Float64Array(corpus.pages.length);
  const weighed = clauses.map((clause) => weigh(clause, corpus));
  const worth = weighed.reduce((sum, { value }) => sum + value, 0);
  for (const { pages, docs, value } of weighed) {
    pages.forEach((score, page) => {
      pageScores[page] += score;
      met[page] += value;
    });
    docs.forEach((score, doc) => { docScores[doc] += score; });
  }
  nearness(clauses, weighed, corpus, pageScores, docScores);
  wholes(weighed, corpus, pageScores, docScores);
  const ranked = corpus.pages.map((own, page) => {
    const best = Math.max(...own.map((doc) => docScores[doc]));
    const share = worth ? met[page] / worth : 1;
    const cover = 1 - COVER * (1 - share);
    const elements = own.filter((doc) => !kind || corpus.docs[doc].kind === kind)
      .map((doc) => ({ doc, score: docScores[doc] * (/page|playbook/.test(corpus.docs[doc].kind) ? 1 : WORDS) }))
      .sort((a, b) => b.score - a.score || a.doc - b.doc);
    return { page, score: (pageScores[page] + ELEMENT * best) * cover, share, elements };
  }).filter(({ score, elements }) => score > 0 && elements.length);
  ranked.sort((a, b) => b.score - a.score || a.page - b.page);
  return ranked.filter(({ score, share }) => share > .7 || score >= TAIL * ranked[0].score);
}

/** What one clause says for pages and elements; `value` is how telling it is, `fields` the short ones it meets. @param {Clause} clause @param {Corpus} corpus @returns {Weighed} */
function weigh({ ways }, corpus) {
  /** @type {Omit<Weighed, 'value'>} */
  const { pages, docs, fields } = { pages: new Map(), docs: new Map(), fields: new Map() };
  let value = 0;
  const spread = ways.map(({ weight, places, exact }) => {
    /** @type {Scores[]} */
    const [onPages, inDocs] = [new Map(), new Map()];
    for (const place of places) {
      const field = corpus.fieldOf(place);
      const { page } = corpus.docs[field.doc];
      const better = exact?.has(place) ? EXACT / weight : 1;
      const gain = better * corpus.gain(field);
      const isText = field.weight === WEIGHTS.text;
      if (!isText) fields.set(field, Math.max(fields.get(field) ?? 0, weight * better));
      onPages.set(page, combine(field, onPages.get(page) ?? 0, isText ? TEXT * gain : gain));
      inDocs.set(field.doc, combine(field, inDocs.get(field.doc) ?? 0, gain));
    }
    return { weight, onPages, inDocs };
  });
  // By the short fields: every page has "again" somewhere in its text, one in its questions. A rare word for what
  // is everywhere, "customer" for "client", is no more telling than that.
  const telling = Math.log(1 + corpus.shelf.fields.length / (fields.size + .5));
  for (const { weight, onPages, inDocs } of spread) {
    value = Math.max(value, telling * weight);
    keepBest(pages, onPages, weight * telling);
    keepBest(docs, inDocs, weight * telling);
  }
  return { pages, docs, fields, value };
}

/** Words in text add up; of several usual questions the best one speaks, and the others a little. @param {Field} field @param {number} before @param {number} gain */
function combine({ weight }, before, gain) {
  return weight === WEIGHTS.asked ? Math.max(before, gain) + FURTHER * Math.min(before, gain) : before + gain;
}

/** @param {Scores} into @param {Scores} from @param {number} factor */
function keepBest(into, from, factor) {
  for (const [key, gain] of from) {
    const score = factor * gain / (gain + SATURATION);
    const before = into.get(key) ?? 0;
    into.set(key, Math.max(before, score) + SEVERAL * Math.min(before, score));
  }
}

/**
 * Words that stand together as they were typed, in order.
 * @param {Clause[]} clauses
 * @param {Weighed[]} weighed
 * @param {Corpus} corpus
 * @param {Float64Array} pageScores
 * @param {Float64Array} docScores
 */
function nearness(clauses, weighed, corpus, pageScores, docScores) {
  const lists = clauses.map(every);
  for (let at = 0; at + 1 < lists.length; at += 1) {
    /** @type {Scores} */
    const seen = new Map();
    for (const place of corpus.after(lists[at], lists[at + 1])) {
      const { doc, weight } = corpus.fieldOf(place);
      seen.set(doc, Math.max(seen.get(doc) ?? 0, weight / (weight + SATURATION)));
    }
    const worth = NEAR * (weighed[at].value + weighed[at + 1].value);
    /** @type {Scores} */
    const onPages = new Map();
    for (const [doc, gain] of seen) {
      docScores[doc] += worth * gain;
      const { page } = corpus.docs[doc];
      onPages.set(page, Math.max(onPages.get(page) ?? 0, worth * gain));
    }
    onPages.forEach((bonus, page) => { pageScores[page] += bonus; });
  }
}

/** @param {Clause} clause */
function every({ ways }) {
  return [...new Set(ways.flatMap(({ places }) => places))].sort((a, b) => a - b);
}

/**
 * Short fields that say what was typed, and little more.
 * @param {Weighed[]} weighed
 * @param {Corpus} corpus
 * @param {Float64Array} pageScores
 * @param {Float64Array} docScores
 */
function wholes(weighed, corpus, pageScores, docScores) {
  /** @type {Map<Field, {share: number, words: number}>} */
  const met = new Map();
  for (const { fields, value } of weighed) {
    for (const [field, weight] of fields) {
      const { share, words } = met.get(field) ?? { share: 0, words: 0 };
      met.set(field, { share: share + value * weight, words: words + weight });
    }
  }
  /** @type {Scores} */
  const onPages = new Map();
  for (const [field, { share, words }] of met) {
    const { doc, weight } = field;
    const length = field.size;
    // A whole question has words beside the point: better all of a short field than all that was typed.
    const bonus = WHOLE * share * (words / Math.max(length, words)) ** 2 * weight / WEIGHTS.title;
    docScores[doc] += bonus;
    const { page } = corpus.docs[doc];
    onPages.set(page, Math.max(onPages.get(page) ?? 0, bonus));
  }
  onPages.forEach((bonus, page) => { pageScores[page] += bonus; });
}
