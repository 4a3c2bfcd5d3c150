/** One line of a script, large, at a place that never moves: whose it is, and the words. */

import { create } from '../core/elements.js';
import { pageLanguage } from '../core/page-data.js';
import { text } from '../core/strings.js';
import { fieldGap } from './gaps.js';
import { make } from './frame.js';

/** @typedef {import('./lines.js').Run} Run */
/** @typedef {import('./steps.js').Kind | 'branch'} Kind */

/** Names whose words these are; the same words for the same speaker in call and rehearsal. @param {Kind} kind */
export function whose(kind) {
  return kind === 'branch' ? '' : text(`call.who-${kind}`);
}

export class LineView {
  // What is to be said now is read out when it changes; the focus stays on the button.
  element = create('div', 'call__line', { 'aria-live': 'polite', 'aria-atomic': 'true' });
  who = make('span', 'call__who');
  case = make('span', 'call__case');
  words = create('p', 'call__words', { 'data-call-words': '' });
  leads = make('p', 'call__leads');

  constructor() {
    const row = make('p', 'call__whose');
    row.append(this.who, ' ', this.case);
    this.element.append(row, this.words, this.leads);
  }

  /** @param {{kind: Kind, runs: Run[], case?: string, leads?: string, language: string}} line `leads`: where the next step goes, if that is not the next line */
  show({ kind, runs, case: title = '', leads = '', language }) {
    this.element.dataset.kind = kind;
    this.who.textContent = whose(kind);
    this.case.textContent = title;
    this.case.lang = language;
    this.leads.textContent = leads;
    const unsaid = kind === 'listen';
    this.words.lang = unsaid ? pageLanguage : language;
    this.words.replaceChildren(...(unsaid ? [text('call.branches')] : nodesOf(runs)));
    this.words.scrollTop = 0;
    this.reach();
  }

  /** What is longer than its place can be reached by keyboard. */
  reach() {
    if (this.words.scrollHeight > this.words.clientHeight + 1) this.words.tabIndex = 0;
    else this.words.removeAttribute('tabindex');
  }

  /** @param {1 | -1} step */
  scroll(step) {
    this.words.scrollBy(0, step * this.words.clientHeight * 0.6);
  }
}

/** @param {Run[]} runs @returns {(Node | string)[]} */
export function nodesOf(runs) {
  return runs.map(({ text: words, gap }) => (gap ? fieldGap(words, gap) : words));
}
