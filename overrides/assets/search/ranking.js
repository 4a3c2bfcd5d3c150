/**
 * Which pages answer, and where on them: first the page, by all that speaks for it, then its elements.
 */

import { WEIGHTS } from './corpus.js';
import { after } from './query.js';

const SATURATION = 4;
const ELEMENT = .5; // of the best element in the rank of its page
const NEAR = .35;
const TAIL = .15; // of the best: what is worth less is not shown
const MOST = 20;

/** @typedef {{page: number, score: number, elements: {doc: number, score: number}[]}} Ranked */

/**
 * @param {import('./query.js').Clause[]} clauses
 * @param {import('./corpus.js').Corpus} corpus
 * @param {string} kind "" for all
 * @returns {Ranked[]} best first
 */
export function rank(clauses, corpus, kind) {
  const count = corpus.pages.length;
  const pageScores = new Float64Array(count);
  const docScores = new Float64Array(corpus.docs.length);
  const met = new Float64Array(count);
  let worth = 0;
  const strong = clauses.map((clause) => {
    const { pages, docs, value } = weigh(clause, corpus);
    pages.forEach((score, page) => {
      pageScores[page] += score;
      met[page] += value;
    });
    docs.forEach((score, doc) => { docScores[doc] += score; });
    worth += value;
    return value;
  });
  nearness(clauses, strong, corpus, pageScores, docScores);
  const ranked = [];
  for (let page = 0; page < count; page += 1) {
    if (!pageScores[page]) continue;
    const own = corpus.pages[page];
    const best = Math.max(...own.map((doc) => docScores[doc]));
    const cover = worth ? met[page] / worth : 1;
    const elements = own.filter((doc) => !kind || corpus.docs[doc].kind === kind)
      .map((doc) => ({ doc, score: docScores[doc] }))
      .sort((a, b) => b.score - a.score || a.doc - b.doc);
    if (elements.length) ranked.push({ page, score: (pageScores[page] + ELEMENT * best) * (.3 + .7 * cover), elements });
  }
  ranked.sort((a, b) => b.score - a.score || a.page - b.page);
  return ranked.filter(({ score }) => score >= TAIL * ranked[0].score).slice(0, MOST);
}

/** What one clause says for pages and elements; `value` is how telling it is. */
function weigh({ ways }, corpus) {
  const pages = new Map();
  const docs = new Map();
  let value = 0;
  for (const { weight, places } of ways) {
    const [onPages, inDocs] = [new Map(), new Map()];
    for (const place of places) {
      const field = corpus.fields[corpus.owner[place]];
      const { page } = corpus.docs[field.doc];
      let gain = field.weight;
      if (gain === WEIGHTS.text) gain /= .5 + .5 * field.length / corpus.usual;
      onPages.set(page, (onPages.get(page) ?? 0) + gain);
      inDocs.set(field.doc, (inDocs.get(field.doc) ?? 0) + gain);
    }
    // An exact form is telling as its whole family is, which is among the ways too.
    const telling = Math.log(1 + (corpus.pages.length - onPages.size + .5) / (onPages.size + .5));
    value = Math.max(value, telling * weight);
    keepBest(pages, onPages, weight * telling);
    keepBest(docs, inDocs, weight * telling);
  }
  return { pages, docs, value };
}

function keepBest(into, from, factor) {
  for (const [key, gain] of from) {
    const score = factor * gain / (gain + SATURATION);
    const before = into.get(key) ?? 0;
    // What several ways say adds a little to what the best of them says.
    into.set(key, Math.max(before, score) + .15 * Math.min(before, score));
  }
}

/** Words that stand together as they were typed, in order. */
function nearness(clauses, values, corpus, pageScores, docScores) {
  for (let at = 0; at + 1 < clauses.length; at += 1) {
    const [first, second] = [direct(clauses[at]), direct(clauses[at + 1])];
    const seen = new Map();
    for (const place of after(first, second, 3)) {
      const { doc, weight } = corpus.fields[corpus.owner[place]];
      seen.set(doc, Math.max(seen.get(doc) ?? 0, weight / (weight + SATURATION)));
    }
    const onPages = new Map();
    for (const [doc, gain] of seen) {
      const bonus = NEAR * gain * (values[at] + values[at + 1]);
      docScores[doc] += bonus;
      onPages.set(corpus.docs[doc].page, Math.max(onPages.get(corpus.docs[doc].page) ?? 0, bonus));
    }
    onPages.forEach((bonus, page) => { pageScores[page] += bonus; });
  }
}

function direct({ ways }) {
  return [...new Set(ways.flatMap(({ places }) => places))].sort((a, b) => a - b);
}
