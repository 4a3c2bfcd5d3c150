/** A query in, results out. Knows nothing of workers and pages. */

import { Corpus } from './corpus.js';
import { clauses } from './query.js';
import { Missing } from './pieces.js';
import { rank } from './ranking.js';
import { otherLayout } from './slips.js';

const ELEMENTS = 3;
/** Pages that are shown. */
const MOST = 12;
/** Pages whose texts are waited for before anything is shown. */
const SOONEST = 1;

/** @typedef {{location: string, kind: string, title: string, text: string}} Element */
/** @typedef {{page: string, elements: Element[]}} Result */
/**
 * @typedef {{results: Result[], shown: number, guessed: boolean, words: string[], total: number, everywhere: number}} Answer
 *   `shown`: pages that are listed, of which `results` may be the first ones only; `guessed`: by slips only; `words`:
 *   all that count as found; `total`: pages found, also those not shown; `everywhere`: of all kinds
 */
/** @typedef {{location: string, title: string, lead: string}} Situation */

export class Engine {
  /** @param {import('./corpus.js').Index} index @param {string} base where it came from */
  constructor(index, base) {
    this.index = index;
    this.corpus = new Corpus(index, base);
  }

  /**
   * Begins again whenever pieces of the index have come that were missing.
   * @param {string} typed
   * @param {string} [kind]
   * @param {number} [most] pages whose texts are wanted
   * @returns {Promise<Answer>}
   */
  async answer(typed, kind = '', most = MOST) {
    for (;;) {
      try {
        return this.found(typed, kind, Math.min(most, MOST));
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        await this.corpus.pieces.load();
      }
    }
  }

  /** The first results of it, which come sooner. @param {string} typed @param {string} [kind] @returns {Promise<Answer>} */
  first(typed, kind) {
    return this.answer(typed, kind, SOONEST);
  }

  /** @param {string} typed @param {string} kind @param {number} most @returns {Answer} */
  found(typed, kind, most) {
    const { corpus } = this;
    void corpus.shelf; // wanted whatever is asked: it comes with the first pieces
    const own = clauses(typed, corpus);
    const swapped = own.some(isMet) ? null : otherLayout(typed, corpus.keyboard);
    const met = (swapped === null ? own : clauses(swapped, corpus)).filter(({ ways }) => ways.length);
    if (!met.some(isMet)) return { results: [], shown: 0, guessed: false, words: [], total: 0, everywhere: 0 };
    const shown = new Set(corpus.cut(typed).split(' ').filter((word) => !corpus.ignored.has(word)));
    const ranked = rank(met, corpus, kind);
    const best = ranked.slice(0, most);
    for (const { page } of best) corpus.texts(page);
    corpus.settle();
    return {
      results: best.map((one) => this.result(one)),
      shown: Math.min(ranked.length, MOST),
      total: ranked.length,
      everywhere: kind ? rank(met, corpus, '').length : ranked.length,
      guessed: swapped !== null || !met.some((clause) => isMet(clause) && clause.direct),
      words: [...new Set(met.flatMap(({ ways }) => ways.flatMap(({ words }) => words)))].filter((word) => shown.has(word) || !corpus.onlyHelps(word)),
    };
  }

  /** The playbooks, each by what has happened: where who has typed nothing yet may begin. @returns {Situation[]} */
  situations() {
    return this.index.situations.map(([location, title, lead]) => ({ location, title, lead }));
  }

  /** @param {import('./ranking.js').Ranked} ranked @returns {Result} */
  result({ page, elements }) {
    const texts = this.corpus.texts(page);
    const first = this.corpus.pages[page][0];
    const next = elements[1]?.score ?? 0;
    const shown = elements.filter(({ score }, at) => at === 0 || (at < ELEMENTS && score > 0 && score >= .6 * next));
    return {
      page: texts[0][2],
      elements: shown.map(({ doc }) => {
        const [location, kind, title, text] = texts[doc - first];
        return { location, kind, title, text };
      }),
    };
  }
}

/** @param {import('./query.js').Clause} clause */
function isMet({ ways, helps }) {
  return ways.length > 0 && !helps;
}
