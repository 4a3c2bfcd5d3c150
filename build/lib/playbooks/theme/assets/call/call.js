/** Call mode: a phone script, one thought at a time, for somebody who is talking meanwhile. */

import * as steps from './steps.js';
import { CallTimer } from './timer.js';
import { CallView } from './view.js';
import { ScreenLock } from './screen-lock.js';
import { withRole } from '../core/page-data.js';
import { text } from '../core/strings.js';
import { onSwipe } from './swipe.js';
import { values } from '../blanks/values.js';

/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */

const NOTES_FIELD = withRole('notes');
/** Whoever comes back sooner is in the same call. */
const SAME_CALL_MINUTES = 60;

export class CallMode {
  /** The thoughts as they were read last. @type {steps.Thought[]} */
  script = [];
  /** @type {steps.Place} */
  place = steps.START;
  /** Branches that were looked at, as "at/branch". @type {Set<string>} */
  visited = new Set();

  /** @param {TemplateBlock} block @param {HTMLElement} opener */
  constructor(block, opener) {
    this.block = block;
    this.opener = opener;
    this.view = new CallView(block.id);
    this.timer = new CallTimer(this.view.clock);
    this.lock = new ScreenLock();
    this.listen();
  }

  listen() {
    const { view } = this;
    view.next.addEventListener('click', () => (this.atEnd ? view.dialog.close() : this.forward()));
    view.back.addEventListener('click', () => this.backward());
    view.close.addEventListener('click', () => view.dialog.close());
    view.dialog.addEventListener('close', () => this.closed());
    view.cases.addEventListener('click', ({ target }) => {
      const button = target instanceof Element && target.closest('[data-branch]');
      if (button instanceof HTMLElement) this.choose(Number(button.dataset.branch));
    });
    onSwipe(view.body, { left: () => this.forward(), right: () => this.backward() });
    // The window's, because after a click on plain text the focus is nowhere in the dialog.
    window.addEventListener('keydown', (event) => view.dialog.open && this.key(event));
    view.notes.addEventListener('input', () => values.set(NOTES_FIELD, view.notes.value));
    values.onChange(() => this.readNotes());
    this.block.element.addEventListener('template:change', () => view.dialog.open && this.read());
  }

  open() {
    if (this.atEnd || this.timer.minutes > SAME_CALL_MINUTES) this.begin();
    this.view.notes.value = values.raw(NOTES_FIELD);
    this.read();
    this.timer.watch();
    this.lock.hold();
    document.documentElement.classList.add('is-calling');
    this.view.dialog.showModal();
    this.view.next.focus();
  }

  closed() {
    this.timer.rest();
    this.lock.release();
    document.documentElement.classList.remove('is-calling');
    this.opener.focus();
  }

  begin() {
    this.place = steps.START;
    this.visited.clear();
    this.timer.reset();
  }

  /** The script as it stands with the present values, in the present language of the words. */
  read() {
    this.script = steps.readScript(this.block.filled().paragraphs);
    this.go(steps.settle(this.script, this.place));
  }

  get atEnd() {
    return steps.thoughtAt(this.script, this.place) === null;
  }

  forward() {
    this.timer.start();
    this.go(steps.next(this.script, this.place));
  }

  backward() {
    this.go(steps.back(this.script, this.place));
  }

  /** @param {number} branch */
  choose(branch) {
    this.timer.start();
    this.visited.add(`${this.place.at}/${branch}`);
    this.go(steps.enter(this.place, branch));
    // The button that was pressed is gone.
    this.view.next.focus();
  }

  /** @param {steps.Place} place */
  go(place) {
    const { script, view } = this;
    this.place = place;
    const thought = steps.thoughtAt(script, place);
    view.show({
      thought,
      case: steps.branchAt(script, place)?.title ?? '',
      progress: steps.progress(script, place),
      language: this.block.language,
      branches: (thought?.branches ?? []).map(({ title }, number) => (
        { title, visited: this.visited.has(`${place.at}/${number}`) }
      )),
    });
    // Not `disabled`, which would drop the focus from under the reader's finger.
    view.back.setAttribute('aria-disabled', String(place.at === 0 && place.branch === undefined));
    view.next.textContent = text(this.nextLabel());
  }

  nextLabel() {
    if (this.atEnd) return 'call.close';
    return steps.endsBranch(this.script, this.place) ? 'call.return' : 'call.next';
  }

  /** Arrows anywhere but in the notes; the space bar where no button takes it. @param {KeyboardEvent} event */
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target === this.view.notes) return;
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'ArrowRight' || (event.key === ' ' && !onButton)) this.forward();
    else if (event.key === 'ArrowLeft') this.backward();
    else return;
    event.preventDefault();
  }

  /** Not while they are being written: what is kept is trimmed, and the space just typed would go. */
  readNotes() {
    const { notes } = this.view;
    if (document.activeElement !== notes) notes.value = values.raw(NOTES_FIELD);
  }
}
