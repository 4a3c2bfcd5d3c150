/** What call mode looks like: the dialog, built once, and how it shows one thought. */

import { pageLanguage } from '../core/page-data.js';
import { create } from '../core/elements.js';
import { text } from '../core/strings.js';
import { speakerLabel } from '../words/labels.js';

/** @typedef {import('./steps.js').Thought} Thought */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string} [words]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, className, words = '') {
  const element = create(tag, className);
  element.textContent = words;
  return element;
}

/** @param {string} className @param {string} [words] */
export function makeButton(className, words) {
  const button = create('button', className, { type: 'button' });
  if (words) button.textContent = words;
  return button;
}

export class CallView {
  clock = create('span', 'call__clock', { role: 'timer', 'aria-live': 'off' });
  close = makeButton('button call__close', text('call.close'));
  body = make('div', 'call__main');
  position = make('p', 'call__position');
  // What is to be said now is read out when it changes; the focus stays on the button.
  thought = create('div', 'call__thought', { 'aria-live': 'polite', 'aria-atomic': 'true' });
  fork = create('div', 'call__branches', { role: 'group' });
  cases = make('ul', 'call__cases');
  back = makeButton('button call__back', text('call.back'));
  next = makeButton('button button--primary call__next', text('call.next'));
  notes = create('textarea', 'call__notes-field', { rows: '2' });

  /** @param {string} id of the template */
  constructor(id) {
    this.dialog = create('dialog', 'call', { 'aria-labelledby': `${id}-call-title` });
    this.dialog.append(this.head(id), this.main(id), this.steps(), this.notesField(id));
    document.body.append(this.dialog);
  }

  /** @param {string} id */
  head(id) {
    const head = make('div', 'call__head');
    const title = make('h2', 'call__title', text('call.title'));
    title.id = `${id}-call-title`;
    const timer = make('p', 'call__timer');
    timer.append(make('span', 'visually-hidden', `${text('call.timer')} `), this.clock);
    head.append(title, timer, this.close);
    return head;
  }

  /** @param {string} id */
  main(id) {
    const question = make('p', 'call__question', text('call.branches'));
    question.id = `${id}-call-question`;
    this.fork.setAttribute('aria-labelledby', question.id);
    this.fork.append(question, this.cases);
    this.body.append(this.position, this.thought, this.fork);
    return this.body;
  }

  steps() {
    const steps = make('div', 'call__steps');
    steps.append(this.back, this.next);
    return steps;
  }

  /** @param {string} id */
  notesField(id) {
    const place = make('div', 'call__notes');
    const label = make('label', 'call__notes-label', text('call.notes'));
    this.notes.id = `${id}-call-notes`;
    label.htmlFor = this.notes.id;
    place.append(label, this.notes);
    return place;
  }

  /**
   * @param {object} shown
   * @param {Thought | null} shown.thought null at the end of the script
   * @param {string} shown.case the branch one is in, or ""
   * @param {{n: number, total: number}} shown.progress
   * @param {string} shown.language of the words
   * @param {{title: string, visited: boolean}[]} shown.branches
   */
  show({ thought, case: title, progress, language, branches }) {
    const kind = thought?.kind ?? 'end';
    this.position.textContent = thought ? text('call.of', progress) : '';
    this.thought.className = `call__thought call__thought--${kind}`;
    const words = make('p', 'call__words', thought ? thought.text : text('call.end'));
    words.dataset.callWords = '';
    if (thought) words.lang = language;
    const rows = [this.caseLine(title, language), this.whoLine(kind), words];
    this.thought.replaceChildren(...rows.filter((row) => row?.textContent));
    this.cases.replaceChildren(...branches.map((branch, number) => caseRow(branch, number, language)));
    this.fork.hidden = !branches.length;
    this.body.scrollTop = 0;
  }

  /** @param {string} title @param {string} language */
  caseLine(title, language) {
    const line = make('p', 'call__case', title);
    line.lang = language;
    return line;
  }

  /** @param {Thought['kind'] | 'end'} kind */
  whoLine(kind) {
    /** @type {Partial<Record<Thought['kind'] | 'end', () => string>>} */
    const who = {
      say: () => text('call.say'),
      they: () => text('call.they'),
      do: () => text('call.do'),
      team: () => speakerLabel('team', pageLanguage).replace(/\s*:\s*$/u, ''),
    };
    return make('p', 'call__who', who[kind]?.() ?? '');
  }
}

/** @param {{title: string, visited: boolean}} branch @param {number} number @param {string} language */
function caseRow({ title, visited }, number, language) {
  const row = make('li', 'call__choice');
  const button = makeButton(`button call__branch${visited ? ' is-visited' : ''}`, title);
  button.lang = language;
  button.dataset.branch = String(number);
  row.append(button);
  return row;
}
