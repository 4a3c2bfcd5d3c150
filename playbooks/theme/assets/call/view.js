/** What call mode shows: before the call, one line at a time, what they may say, and after the call. */

import { create } from '../core/elements.js';
import { plural, text } from '../core/strings.js';
import { Frame, make, makeButton } from './frame.js';
import { LineView } from './line.js';

export class CallView extends Frame {
  line = new LineView();
  before = create('section', 'call__before', { 'data-call-before': '' });
  cases = create('section', 'call__cases', { 'data-call-cases': '' });
  after = create('section', 'call__after', { 'data-call-after': '' });
  fill = makeButton('button--primary', text('call.fill'));
  start = makeButton('', text('call.anyway'));
  again = makeButton('call__again', text('call.restart'));
  back = makeButton('call__back', text('call.back'));
  said = create('button', 'button call__said', { type: 'button', 'aria-expanded': 'false' });
  note = create('button', 'button call__note', { type: 'button', 'aria-expanded': 'false' });
  next = makeButton('button--primary call__next', text('call.next'));
  done = makeButton('call__done', text('call.done'));
  noting = make('div', 'call__notes');
  notesLabel = make('label', 'call__notes-label');
  notes = create('textarea', 'call__notes-field', { rows: '2' });

  /** @param {string} id of the template @param {HTMLElement} opener @param {'call' | 'meeting'} talk what it is named for */
  constructor(id, opener, talk) {
    super(`${id}-call`, { title: `${talk}.title`, close: `${talk}.close`, timer: `${talk}.timer` }, opener);
    this.talk = talk;
    this.cases.id = `${id}-call-cases`;
    this.said.setAttribute('aria-controls', this.cases.id);
    this.noting.id = `${id}-call-noting`;
    this.note.setAttribute('aria-controls', this.noting.id);
    this.notes.id = `${id}-call-notes`;
    this.notesLabel.htmlFor = this.notes.id;
    this.noting.append(this.notesLabel, this.notes);
    this.main.append(this.before, this.line.element, this.again, this.cases, this.after);
    this.steps.append(this.fill, this.start, this.back, this.said, this.note, this.next, this.done);
    this.dialog.append(this.noting);
    this.setNoting(false);
  }

  /** Which the middle shows: before the call what is blank stands above the first line, with the buttons that go with it. @param {'before' | 'line' | 'after'} stage @param {boolean} asked what they may say lies on it */
  stage(stage, asked) {
    this.dialog.dataset.stage = stage;
    this.line.element.hidden = asked || stage === 'after';
    this.before.hidden = asked || stage !== 'before';
    this.after.hidden = asked || stage !== 'after';
    this.cases.hidden = !asked;
    this.said.setAttribute('aria-expanded', String(asked));
    const talking = stage !== 'before';
    this.fill.hidden = talking;
    this.start.hidden = talking;
    this.back.hidden = !talking || asked;
    this.note.hidden = stage !== 'line' || asked;
    this.next.hidden = stage !== 'line' || asked;
    this.done.hidden = stage !== 'after' || asked;
    this.noting.hidden = !talking;
    this.close.hidden = stage === 'after'; // there it is called done
  }

  /** On a low screen the notes take the place of the words for as long as they are written. @param {boolean} on */
  setNoting(on) {
    this.dialog.classList.toggle('is-noting', on);
    this.note.setAttribute('aria-expanded', String(on));
    this.note.textContent = text(on ? 'call.to-line' : 'call.notes');
    this.note.classList.toggle('button--primary', on);
  }

  get isNoting() {
    return this.dialog.classList.contains('is-noting');
  }

  /** @param {string} client @param {string} value */
  showNotes(client, value) {
    const words = client ? text('call.notes-of', { client }) : text('call.notes');
    if (this.notesLabel.textContent !== words) this.notesLabel.textContent = words;
    // What is kept is trimmed: the space just typed stays. What another tab wrote comes.
    if (this.notes.value.trim() !== value) this.notes.value = value;
  }

  /**
   * How many blanks are still empty: they are filled one after the other, by the button below.
   * @param {number} blanks
   */
  showBefore(blanks) {
    const left = blanks ? plural('blanks.left', blanks) : text('call.before-none');
    const heading = make('h3', 'call__heading', left);
    heading.dataset.callLeft = String(blanks);
    this.before.replaceChildren(heading);
    this.start.textContent = text(`${this.talk}.${blanks ? 'anyway' : 'start'}`);
    this.start.classList.toggle('button--primary', !blanks);
    if (!blanks && document.activeElement === this.fill) this.start.focus();
    this.fill.hidden = this.fill.hidden || !blanks;
  }

  /**
   * @param {{title: string, number: number, here: boolean, visited: boolean}[]} cases
   * @param {string} language
   * @param {boolean} asked they lie on the line: the button that opened them leads back to it
   */
  showCases(cases, language, asked) {
    const [here, others] = [cases.filter((each) => each.here), cases.filter((each) => !each.here)];
    this.cases.setAttribute('aria-label', text('call.branches'));
    this.cases.replaceChildren(
      make('h3', 'call__heading', text('call.branches')),
      ...group(here.length && others.length ? text('call.here') : '', here, language),
      ...group(here.length && others.length ? text('call.elsewhere') : '', others, language),
    );
    this.said.hidden = this.said.hidden || !cases.length;
    this.said.classList.toggle('is-likely', here.length > 0);
    this.said.classList.toggle('button--primary', asked);
    if (asked) {
      this.said.replaceChildren(text('call.to-line'));
      return;
    }
    this.said.replaceChildren(text('call.said'));
    if (here.length) this.said.append(make('span', 'call__count', String(here.length)), make('span', 'visually-hidden', ` ${text('call.here')}`));
  }
}

/** @param {string} title @param {{title: string, number: number, visited: boolean}[]} cases @param {string} language @returns {HTMLElement[]} */
function group(title, cases, language) {
  if (!cases.length) return [];
  const list = make('ul', 'call__choices');
  for (const { title: words, number, visited } of cases) {
    const row = make('li', '');
    const button = makeButton(`call__branch${visited ? ' is-visited' : ''}`, words);
    button.lang = language;
    button.dataset.branch = String(number);
    if (visited) {
      const mark = make('span', 'call__seen', text('call.seen'));
      mark.lang = document.documentElement.lang;
      button.append(' ', mark);
    }
    row.append(button);
    list.append(row);
  }
  return title ? [make('h4', 'call__group', title), list] : [list];
}
