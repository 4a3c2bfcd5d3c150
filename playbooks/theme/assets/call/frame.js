/** The full screen that call mode and rehearsal share: head, middle, row of steps; its keys and its focus. */

import { create } from '../core/elements.js';
import { hasMovedOn } from '../core/moved-on.js';
import { text } from '../core/strings.js';
import { CallTimer } from './timer.js';
import { onSwipe } from './swipe.js';
import { ScreenLock } from './screen-lock.js';

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string} [words]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, words = '') {
  const element = create(tag, className);
  element.textContent = words;
  return element;
}

/** @param {string} className @param {string} [words] */
export function makeButton(className, words = '') {
  const button = create('button', `button ${className}`, { type: 'button' });
  button.textContent = words;
  return button;
}

/**
 * @typedef {object} Hands what the reader's hands do
 * @property {() => void} forward
 * @property {() => void} back
 * @property {() => boolean} [leaveInner] Escape: whether something within was open, and is closed now
 * @property {(step: 1 | -1) => void} scroll up and down
 */

export class Frame {
  position = make('p', 'call__position');
  clock = create('span', 'call__clock', { role: 'timer', 'aria-live': 'off' });
  main = make('div', 'call__main');
  steps = make('div', 'call__steps');
  lock = new ScreenLock();
  /** Where the focus goes when it is closed; the opener unless it is told. @type {HTMLElement | null} */
  leadsTo = null;
  /** What had the focus before it was opened. @type {Element | null} */
  cameFrom = null;

  /**
   * @param {string} id of the dialog
   * @param {{title: string, close: string, timer: string}} names keys of messages
   * @param {HTMLElement} opener
   */
  constructor(id, names, opener) {
    this.opener = opener;
    this.dialog = create('dialog', 'call', { 'aria-labelledby': `${id}-title` });
    this.close = makeButton('call__close');
    this.close.setAttribute('aria-label', text(names.close));
    this.close.append(make('span', 'call__close-long', text(names.close)), make('span', 'call__close-short', text('call.leave')));
    const head = make('div', 'call__head');
    const title = make('h2', 'call__title', text(names.title));
    title.id = `${id}-title`;
    const timer = make('p', 'call__timer');
    timer.append(make('span', 'visually-hidden', `${text(names.timer)} `), this.clock);
    head.append(title, this.position, timer, this.close);
    this.dialog.append(head, this.main, this.steps);
    this.timer = new CallTimer(this.clock);
    document.body.append(this.dialog);
    this.close.addEventListener('click', () => this.dialog.close());
    this.dialog.addEventListener('close', () => this.closed());
  }

  /** @param {Hands} hands */
  listen(hands) {
    onSwipe(this.main, { left: hands.forward, right: hands.back });
    // The window's, because after a click on plain text the focus is nowhere in the dialog.
    window.addEventListener('keydown', (event) => this.isOnTop && this.key(event, hands));
  }

  /** The sheet of blanks may lie on it. */
  get isOnTop() {
    return this.dialog.open && !document.querySelector('dialog.sheet[open]');
  }

  open() {
    this.leadsTo = null;
    this.cameFrom = document.activeElement;
    this.timer.watch();
    this.lock.hold();
    document.documentElement.classList.add('is-calling');
    this.dialog.showModal();
  }

  closed() {
    this.timer.rest();
    this.lock.release();
    document.documentElement.classList.remove('is-calling');
    const { leadsTo, opener } = this;
    if (!leadsTo) {
      if (!hasMovedOn(this.dialog, this.cameFrom, opener)) opener.focus();
      return;
    }
    leadsTo.tabIndex = -1;
    leadsTo.focus({ preventScroll: true });
    leadsTo.scrollIntoView();
  }

  /** Arrows anywhere but in a text; the space bar where no button takes it. @param {KeyboardEvent} event @param {Hands} hands */
  key(event, hands) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key, target } = event;
    if (key === 'Escape') {
      if (hands.leaveInner?.()) event.preventDefault();
      return;
    }
    if (event.defaultPrevented || target instanceof HTMLTextAreaElement) return;
    const isTaken = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
    if (key === 'ArrowRight' || (key === ' ' && !isTaken)) hands.forward();
    else if (key === 'ArrowLeft') hands.back();
    else if (key === 'ArrowDown') hands.scroll(1);
    else if (key === 'ArrowUp') hands.scroll(-1);
    else return;
    event.preventDefault();
  }
}

/** A button that does nothing now; the focus does not fall from under the reader's finger. @param {HTMLButtonElement} button @param {boolean} idle @param {HTMLElement} instead */
export function setIdle(button, idle, instead) {
  if (idle && document.activeElement === button) instead.focus();
  button.disabled = idle;
}
