/** A query in, results out. Knows nothing of workers and pages. */

import { Corpus } from './corpus.js';
import { clauses } from './query.js';
import { rank } from './ranking.js';
import { result, wordsByPage } from './results.js';
import { otherLayout } from './slips.js';

/** @typedef {{results: ReturnType<typeof result>[], guessed: boolean}} Answer `guessed`: by slips only */

export class Engine {
  /** @param {any} index the language's /search/<lang>.json */
  constructor(index) {
    this.corpus = new Corpus(index);
  }

  /** @param {string} typed @param {string} [kind] @returns {Answer} */
  answer(typed, kind = '') {
    const own = clauses(typed, this.corpus);
    const swapped = own.some(isMet) ? null : otherLayout(typed, this.corpus.language);
    const asked = swapped === null ? own : clauses(swapped, this.corpus);
    const met = asked.filter(({ ways }) => ways.length);
    if (!met.some(isMet)) return { results: [], guessed: false };
    const found = new Set(met.flatMap(({ ways }) => ways.flatMap(({ words }) => words)));
    const words = wordsByPage(found, this.corpus);
    const results = rank(met, this.corpus, kind).map((ranked) => result(ranked, found, words.get(ranked.page) ?? [], this.corpus));
    return { results, guessed: swapped !== null || !met.some((clause) => isMet(clause) && clause.direct) };
  }
}

/** @param {import('./query.js').Clause} clause */
function isMet({ ways, helps }) {
  return ways.length > 0 && !helps;
}
