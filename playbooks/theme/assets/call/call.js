/** Call mode: a phone script, one thought at a time, for somebody who is talking meanwhile. */

import { first } from '../core/elements.js';
import { pageLanguage, withRole } from '../core/page-data.js';
import { text } from '../core/strings.js';
import { values } from '../blanks/values.js';
import { showAfter } from './after.js';
import { setIdle } from './frame.js';
import { interrupted, keepCall, nameOpener, SAME_CALL_MINUTES } from './interrupted.js';
import { linesOf, textOf } from './lines.js';
import * as steps from './steps.js';
import { CallView } from './view.js';

/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */

const NOTES_FIELD = withRole('notes');
const CLIENT_FIELD = withRole('client');

export class CallMode {
  /** The thoughts as they were read last. @type {steps.Script} */
  script = { thoughts: [], branches: [] };
  /** @type {steps.Place} */
  place = steps.START;
  /** Still before the call. */
  isBefore = true;
  /** A call that was left was just taken up: it can begin again instead. */
  isLeft = false;
  /** What they may say is open. */
  isAsked = false;
  /** Numbers of the branches that were looked at. @type {Set<number>} */
  visited = new Set();

  /** @param {TemplateBlock} block @param {HTMLElement} opener */
  constructor(block, opener) {
    this.block = block;
    this.view = new CallView(block.id, opener, block.element.dataset.meeting === undefined ? 'call' : 'meeting');
    this.listen();
  }

  listen() {
    const { view } = this;
    view.fill.addEventListener('click', () => this.fill());
    view.start.addEventListener('click', () => this.begin());
    view.again.addEventListener('click', () => this.startAgain());
    view.next.addEventListener('click', () => this.forward());
    view.done.addEventListener('click', () => view.dialog.close());
    view.back.addEventListener('click', () => this.backward());
    view.said.addEventListener('click', () => this.ask(!this.isAsked));
    view.note.addEventListener('click', () => this.noteDown(!view.isNoting));
    view.cases.addEventListener('click', ({ target }) => {
      const button = target instanceof Element && target.closest('[data-branch]');
      if (button instanceof HTMLElement) this.choose(Number(button.dataset.branch));
    });
    view.listen({
      forward: () => this.forward(),
      back: () => this.backward(),
      leaveInner: () => this.leaveInner(),
      scroll: (step) => this.upOrDown(step),
    });
    view.notes.addEventListener('input', () => values.set(NOTES_FIELD, view.notes.value));
    window.addEventListener('resize', () => view.dialog.open && view.line.reach());
    values.onChange(() => this.readNotes());
    this.block.element.addEventListener('template:change', () => view.dialog.open && this.read());
    view.dialog.addEventListener('close', () => nameOpener(view.opener, this.block.id));
  }

  open() {
    const { view } = this;
    if (this.atEnd || view.timer.minutes > SAME_CALL_MINUTES) this.reset();
    if (!view.timer.started) this.takeUp();
    this.isLeft = view.timer.started > 0 && (this.place.at > 0 || this.place.branch !== undefined);
    this.isBefore = !this.isLeft && this.isBefore && this.blanks().length > 0;
    this.isAsked = false;
    view.setNoting(false);
    this.readNotes();
    this.read();
    view.open();
    view.line.reach();
    this.focus();
  }

  /** On the next thing to do. */
  focus() {
    const { view } = this;
    (this.isBefore ? view.fill : view.next).focus();
  }

  /** The call that was left on another page, or before this one was loaded anew. */
  takeUp() {
    const left = interrupted(this.block.id);
    if (!left) return;
    this.place = left.place;
    this.view.timer.started = left.started;
  }

  startAgain() {
    this.reset();
    this.isBefore = this.blanks().length > 0;
    this.show();
    this.focus();
  }

  /** For whoever leaves: the line and the clock; the home page leads back (links/begun.js). */
  keep() {
    const { block, place, script, view } = this;
    if (this.atEnd || !view.timer.started) return keepCall(null);
    const line = steps.progress(script, { at: place.at });
    const [label, left] = [text('call.resume', line), text(`${view.talk}.left`, line)];
    return keepCall({ id: block.id, place, started: view.timer.started, label, left, language: pageLanguage });
  }

  reset() {
    this.isLeft = false;
    if (this.view.timer.started) keepCall(null);
    this.place = steps.START;
    this.isBefore = true;
    this.visited.clear();
    this.view.timer.reset();
  }

  /** The script as it stands with the present values, in the present language of the words. */
  read() {
    this.script = steps.readScript(linesOf(this.block));
    this.place = steps.settle(this.script, this.place);
    this.show();
  }

  blanks() {
    return this.block.emptyBlanks('body');
  }

  get atEnd() {
    return this.script.thoughts.length > 0 && steps.thoughtAt(this.script, this.place) === null;
  }

  /** In a sheet that lies on the call. @param {string} [field] the first empty one unless it is told */
  fill(field = this.blanks()[0]) {
    this.block.openBlanks(field, this.view.start, true);
  }

  /** From what is blank to the first line. */
  begin() {
    this.isBefore = false;
    this.show();
    this.view.next.focus();
  }

  forward() {
    if (this.isBefore) return this.begin();
    if (this.atEnd) return;
    this.view.timer.start();
    this.go(steps.next(this.script, this.place));
    if (this.atEnd) first('.call__heading', HTMLElement, this.view.after)?.focus();
  }

  backward() {
    if (this.isBefore) return;
    const wasAtEnd = this.atEnd;
    this.go(steps.back(this.script, this.place));
    if (wasAtEnd) this.view.next.focus();
  }

  /** @param {number} branch */
  choose(branch) {
    this.view.timer.start();
    this.visited.add(branch);
    this.go(steps.enter(this.place, branch));
    // The button that was pressed is gone.
    this.view.next.focus();
  }

  /** @param {steps.Place} place */
  go(place) {
    this.place = place;
    this.isLeft = false;
    this.isAsked = false;
    this.view.setNoting(false);
    this.show();
    this.keep();
  }

  /** Open or close what they may say. @param {boolean} asked */
  ask(asked) {
    const { view } = this;
    this.isAsked = asked;
    view.setNoting(false);
    this.show();
    if (asked) this.choices()[0]?.focus();
    else view.said.focus();
  }

  /** @param {boolean} on */
  noteDown(on) {
    const { view } = this;
    if (this.isAsked) {
      this.isAsked = false;
      this.show();
    }
    view.setNoting(on);
    (on ? view.notes : view.note).focus();
    view.line.reach();
  }

  /** Escape leaves what lies on the words first. */
  leaveInner() {
    const { view } = this;
    if (this.isAsked) this.ask(false);
    else if (view.isNoting) this.noteDown(false);
    else return false;
    return true;
  }

  /** Through what they may say, or through words that are longer than the screen. @param {1 | -1} step */
  upOrDown(step) {
    const { view } = this;
    if (!this.isAsked) {
      if (this.isBefore || this.atEnd) view.main.scrollBy(0, step * view.main.clientHeight * 0.6);
      else view.line.scroll(step);
      return;
    }
    const choices = this.choices();
    const at = choices.findIndex((choice) => choice === document.activeElement);
    choices[(at + step + choices.length) % choices.length]?.focus();
  }

  choices() {
    return /** @type {HTMLElement[]} */ ([...this.view.cases.querySelectorAll('[data-branch]')]);
  }

  show() {
    const { script, place, view, block } = this;
    const thought = steps.thoughtAt(script, place);
    const stage = this.isBefore ? 'before' : thought ? 'line' : 'after';
    view.stage(stage, this.isAsked);
    view.said.hidden = stage !== 'line';
    view.again.hidden = !this.isLeft || this.isAsked || stage !== 'line';
    const branch = steps.branchAt(script, place);
    view.position.textContent = stage === 'line' ? text('call.of', steps.progress(script, place)) : '';
    this.showCases(branch);
    if (stage === 'before') view.showBefore(this.blanks().length);
    if (stage === 'after') showAfter(view, block);
    else if (view.noting.parentElement !== view.dialog) view.dialog.append(view.noting);
    if (thought && stage !== 'after') {
      const leads = steps.endsBranch(script, place) ? text('call.return') : '';
      view.line.show({ ...thought, case: branch ? textOf(branch.title) : '', leads, language: block.language });
      setIdle(view.back, place.at === 0 && !branch, view.next);
    } else view.back.disabled = false;
    if (!this.isAsked) view.main.scrollTop = 0;
  }

  /** @param {steps.Branch | null} present the one that one is in is not offered again */
  showCases(present) {
    const { script, place, view, visited } = this;
    const focused = this.choices().find((choice) => choice === document.activeElement)?.dataset.branch;
    const cases = script.branches.map((branch, number) => ({
      title: textOf(branch.title), number, here: branch.at === place.at && branch !== present, visited: visited.has(number),
    }));
    view.showCases(cases, this.block.language, this.isAsked);
    if (focused) this.choices().find((choice) => choice.dataset.branch === focused)?.focus();
  }

  readNotes() {
    this.view.showNotes(values.raw(CLIENT_FIELD), values.raw(NOTES_FIELD));
  }
}
