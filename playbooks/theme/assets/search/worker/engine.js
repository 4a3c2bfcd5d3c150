/** A query in, results out. Knows nothing of workers and pages. */

import { Corpus } from './corpus.js';
import { clauses } from './query.js';
import { rank } from './ranking.js';
import { otherLayout } from './slips.js';

const ELEMENTS = 3;
/** Pages that are shown. */
const MOST = 12;

/** @typedef {{location: string, kind: string, title: string, text: string}} Element */
/** @typedef {{page: string, elements: Element[]}} Result */
/**
 * @typedef {{results: Result[], guessed: boolean, words: string[], total: number, everywhere: number}} Answer `guessed`: by
 *   slips only; `words`: all that count as found; `total`: pages found, also those not shown; `everywhere`: of all kinds
 */
/** @typedef {{location: string, title: string, lead: string}} Situation */

export class Engine {
  /** @param {import('./corpus.js').Index} index */
  constructor(index) {
    this.corpus = new Corpus(index);
  }

  /** @param {string} typed @param {string} [kind] @returns {Answer} */
  answer(typed, kind = '') {
    const { corpus } = this;
    const own = clauses(typed, corpus);
    const swapped = own.some(isMet) ? null : otherLayout(typed, corpus.keyboard);
    const met = (swapped === null ? own : clauses(swapped, corpus)).filter(({ ways }) => ways.length);
    if (!met.some(isMet)) return { results: [], guessed: false, words: [], total: 0, everywhere: 0 };
    const shown = new Set(corpus.cut(typed).split(' ').filter((word) => !corpus.ignored.has(word)));
    const ranked = rank(met, corpus, kind);
    return {
      results: ranked.slice(0, MOST).map((one) => this.result(one)),
      total: ranked.length,
      everywhere: kind ? rank(met, corpus, '').length : ranked.length,
      guessed: swapped !== null || !met.some((clause) => isMet(clause) && clause.direct),
      words: [...new Set(met.flatMap(({ ways }) => ways.flatMap(({ words }) => words)))].filter((word) => shown.has(word) || !corpus.onlyHelps(word)),
    };
  }

  /** The playbooks, each by what has happened: where who has typed nothing yet may begin. @returns {Situation[]} */
  situations() {
    return this.corpus.docs.filter(({ kind, lead, location }) => kind === 'playbook' && lead && !location.includes('#'))
      .map(({ location, title, lead = '' }) => ({ location, title, lead }));
  }

  /** @param {import('./ranking.js').Ranked} ranked @returns {Result} */
  result({ page, elements }) {
    const { docs, pages } = this.corpus;
    const next = elements[1]?.score ?? 0;
    const shown = elements.filter(({ score }, at) => at === 0 || (at < ELEMENTS && score > 0 && score >= .6 * next));
    return {
      page: docs[pages[page][0]].title,
      elements: shown.map(({ doc }) => {
        const { location, kind, title, text, summary } = docs[doc];
        return { location, kind, title, text: summary || text };
      }),
    };
  }
}

/** @param {import('./query.js').Clause} clause */
function isMet({ ways, helps }) {
  return ways.length > 0 && !helps;
}
