/**
 * The panel of blanks: one control for each field of the page. Opened from a template, it holds exactly the
 * blanks of that template in their order. On wide screens it stands beside the words; on narrow ones it is a
 * sheet that asks for one blank at a time, with the sentence that is being filled above the field.
 */

import { say } from '../core/message.js';
import { create } from '../core/elements.js';
import { BlankControl } from './blank-control.js';
import { quickChoices } from './quick.js';
import { Sheet } from './sheet.js';
import { plural, text } from '../core/strings.js';
import { values } from './values.js';
import { WIDE } from './wide.js';
import { light } from './lit.js';
import { showSentence } from './sentence.js';
import { addSteps } from './steps.js';
import { wordsLanguage } from '../words/words-language.js';

/** @typedef {import('./sentence.js').Opened} Opened */

/** Milliseconds after a choice in which *Next* is taken for a part of it. */
const SETTLING = 600;

/** Too low for more than a field at a time: a phone held sideways, 400 %. As in blanks.css. */
const LOW = matchMedia('(max-height: 25em)');

export class BlanksPanel {
  /** @param {HTMLElement} element with data-blanks */
  constructor(element) {
    this.element = element;
    addSteps(element);
    this.title = /** @type {HTMLElement} */ (element.querySelector('h2'));
    this.keep = /** @type {HTMLInputElement} */ (element.querySelector('[data-keep-client]'));
    this.sheet = new Sheet(element, this.title.id, () => this.settle());
    this.controls = [...element.querySelectorAll('[data-field]')].map((control) => new BlankControl(control));
    /** All of them, or those of the template that was opened. */
    this.shown = this.controls;
    /** @type {Opened | null} */
    this.template = null;
    this.at = 0;
    this.chosenAt = -Infinity;
    /** Whether the end was reached: then only what was passed by is asked for again. */
    this.isMending = false;
    this.listen();
    this.update();
    this.settle();
    if (document.activeElement && element.contains(document.activeElement)) this.lightFieldOf(document.activeElement);
  }

  /** @template {HTMLElement} T @param {string} selector @returns {T} */
  part(selector) {
    return /** @type {T} */ (this.element.querySelector(selector));
  }

  listen() {
    const { element } = this;
    const on = (/** @type {string} */ selector, /** @type {() => void} */ act) => (
      this.part(selector).addEventListener('click', act)
    );
    // A form is only here for its structure; there is nowhere to send it.
    element.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      // a thumb that follows a choice, which has led on by itself, would pass by the next blank unseen
      if (performance.now() - this.chosenAt > SETTLING) this.step(1);
      else this.shown[this.at]?.focus();
    });
    on('[data-close-blanks]', () => this.sheet.close());
    on('[data-forget]', () => this.forget());
    on('[data-step-back]', () => this.step(-1));
    on('[data-step-copy]', () => this.copy());
    on('[data-all-fields]', () => this.showFieldsOf(null));
    this.keep.addEventListener('change', () => { values.keepClient = this.keep.checked; });
    element.addEventListener('keydown', (event) => this.followKey(event));
    element.addEventListener('focusin', (event) => {
      this.lightFieldOf(/** @type {Element} */ (event.target));
      this.bringUp(/** @type {Element} */ (event.target));
    });
    element.addEventListener('focusout', () => light(''));
    values.onChange(() => this.update());
    wordsLanguage.onChange(() => this.update());
    WIDE.addEventListener('change', () => this.settle());
  }

  /** Enter goes on; in a long text Shift begins a new line. @param {KeyboardEvent} event */
  followKey(event) {
    const { target } = event;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (!target.dataset.field) return;
    event.preventDefault();
    this.at = Math.max(0, this.shown.findIndex((control) => control.control === target));
    this.step(1);
  }

  /** @param {Element} target */
  lightFieldOf(target) {
    light(target instanceof HTMLElement ? (target.dataset.field ?? '') : '');
  }

  /** Label, hint and field to the top of a low sheet; where they are higher than it, the field. @param {Element} target */
  bringUp(target) {
    if (!this.sheet.isOpen || !LOW.matches || !target.matches('[data-field]')) return;
    target.closest('.field')?.scrollIntoView({ block: 'start', behavior: 'instant' });
    target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** Beside the templates, or out of sight until it is called. */
  settle() {
    if (this.sheet.isOpen) {
      this.sheet.close(); // and then it settles
      return;
    }
    this.element.hidden = !WIDE.matches;
    this.element.classList.toggle('is-sheet', !WIDE.matches);
    if (WIDE.matches) this.showFieldsOf(null);
  }

  update() {
    this.keep.checked = values.keepClient;
    this.controls.forEach((control) => control.update());
    this.showStep();
  }

  /** @param {{field?: string, opener?: HTMLElement, template: Opened, above?: boolean}} request above: of an open dialog */
  open({ field, opener, template, above = false }) {
    this.arrange(template);
    this.isMending = false;
    this.at = Math.max(0, this.shown.findIndex((control) => (field ? control.field === field : !values.raw(control.field))));
    const rises = (above || !WIDE.matches) && !this.sheet.isOpen;
    if (rises) {
      this.element.classList.add('is-sheet');
      this.sheet.take(() => giveFocusBack(opener, template.element));
    }
    this.update();
    if (rises) this.sheet.rise(); // with what it asks for, so that nothing else is laid out for it
    if (this.shown.length) this.shown[this.at].focus();
    else this.title.focus();
  }

  /** Exactly the blanks of a template, in its order. @param {Opened | null} template null: those of the page */
  showFieldsOf(template) {
    this.arrange(template);
    this.update();
  }

  /** @param {Opened | null} template */
  arrange(template) {
    this.template = template;
    const rows = this.part('[data-rows]');
    const named = template ? template.fields : this.controls.map(({ field }) => field);
    const wanted = template && this.controls.some(({ kind }) => kind === 'money') ? withCurrency(named, this.controls) : named;
    this.shown = wanted.flatMap((name) => this.controls.filter(({ field }) => field === name));
    for (const control of this.controls) control.isWanted = this.shown.includes(control);
    const order = [...this.shown, ...this.controls.filter((control) => !control.isWanted)].flatMap(({ row }) => row ?? []);
    // A row that moves loses the focus of its field.
    if (order.some((row, at) => row !== rows.children[at])) rows.append(...order);
    this.part('[data-all-fields]').hidden = !template || !WIDE.matches;
    this.at = 0;
  }

  /** One blank at a time where the panel is a sheet. */
  showStep() {
    const asks = this.sheet.isOpen && this.template !== null;
    this.element.classList.toggle('is-asking', asks);
    this.placeKeeping(asks);
    this.part('[data-steps]').hidden = !asks;
    const current = this.shown[this.at];
    this.shown.forEach((control) => { control.isAside = asks && control !== current; });
    this.controls.forEach((control) => control.settle());
    const sentence = this.part('[data-sentence]');
    sentence.hidden = !asks;
    this.offer(asks ? current : undefined);
    if (!asks || !this.template || !current) return;
    showSentence(sentence, this.template, current.field);
    const needed = this.shown.filter(({ field }) => this.template?.needed.includes(field));
    const isNeeded = needed.includes(current);
    const position = { n: needed.indexOf(current) + 1, all: needed.length };
    this.part('[data-position]').textContent = isNeeded ? text('blanks.of', position) : text('blanks.may');
    const isLast = this.at === this.shown.length - 1;
    const left = this.left.length;
    /** @type {HTMLButtonElement} */ (this.part('[data-step-back]')).disabled = this.at === 0;
    const next = this.part('[data-step-next]');
    next.hidden = isLast && !left;
    next.textContent = isLast ? plural('blanks.left', left) : text('blanks.next');
    const copy = this.part('[data-step-copy]');
    copy.hidden = !isLast;
    copy.classList.toggle('button--primary', !left);
  }

  /**
   * Below the one field that scrolls, where it takes no room from what is asked: when it begins and when it is over;
   * else at the end.
   * @param {boolean} asks
   */
  placeKeeping(asks) {
    const keeping = /** @type {HTMLElement} */ (this.keep.closest('.blanks__keep'));
    const place = this.part(asks ? '[data-rows]' : '[data-blanks-form]');
    keeping.hidden = asks && this.at > 0 && this.at < this.shown.length - 1;
    if (keeping.parentElement !== place || (asks && place.lastElementChild !== keeping)) place.append(keeping);
  }

  /** What can be chosen in one tap; it leads on. @param {BlankControl | undefined} current */
  offer(current) {
    const place = this.part('[data-quick]');
    const choices = current ? quickChoices(current.control, new Date()) : [];
    place.hidden = !choices.length;
    if (!current || place.dataset.quick === `${current.field} ${values.raw(current.field)}`) return;
    place.dataset.quick = `${current.field} ${values.raw(current.field)}`;
    place.setAttribute('aria-label', current.label?.textContent ?? '');
    place.replaceChildren(...choices.map(({ value, words }) => {
      const isChosen = values.raw(current.field) === value;
      const button = create('button', `button${isChosen ? ' is-chosen' : ''}`, { type: 'button', 'data-choose': value, 'aria-pressed': String(isChosen) });
      button.textContent = words;
      button.addEventListener('click', () => this.choose(current, value));
      return button;
    }));
  }

  /** @param {BlankControl} current @param {string} value */
  choose(current, value) {
    values.set(current.field, value);
    values.settled(current.field);
    this.at = Math.max(0, this.shown.indexOf(current));
    this.chosenAt = performance.now();
    this.step(1);
  }

  /** What is still empty beside the blank in hand. */
  get left() {
    const empty = this.template?.emptyBlanks() ?? [];
    return this.shown.filter((control, at) => at !== this.at && empty.includes(control.field));
  }

  /** @param {number} by */
  step(by) {
    const next = this.next(by);
    this.at = Math.max(0, Math.min(next, this.shown.length - 1));
    this.showStep();
    if (next >= this.shown.length) {
      if (this.sheet.isOpen) this.part('[data-step-copy]').focus();
      return;
    }
    this.shown[this.at]?.focus();
  }

  /** @param {number} by @returns {number} where that leads; behind the last one when nothing is left to ask for */
  next(by) {
    const to = this.at + by;
    if (by < 0 || !this.sheet.isOpen) return to;
    const { left } = this;
    this.isMending ||= to >= this.shown.length && left.length > 0;
    if (!this.isMending) return to;
    const after = left.find((control) => this.shown.indexOf(control) > this.at) ?? left[0];
    return after ? this.shown.indexOf(after) : this.shown.length;
  }

  copy() {
    const { template } = this;
    this.sheet.close();
    template?.element.dispatchEvent(new CustomEvent('template:copy'));
  }

  forget() {
    const restore = values.forget();
    this.controls.forEach((control) => control.clear());
    const act = () => {
      restore();
      say(text('blanks.restored'));
    };
    say(text('blanks.forgotten'), { undo: { name: text('message.undo'), act } });
  }
}

/** An amount is written in a currency, which is chosen once. @param {string[]} names @param {BlankControl[]} controls */
function withCurrency(names, controls) {
  const amount = names.find((name) => controls.find(({ field }) => field === name)?.kind === 'money');
  const currency = controls.find(({ isCurrency }) => isCurrency)?.field;
  return amount && currency && !names.includes(currency) ? names.toSpliced(names.indexOf(amount) + 1, 0, currency) : names;
}

/**
 * To where the reader came from. Blanks are drawn anew when they are filled, and a filled one takes
 * no focus; then the way to the blanks in the bar does.
 * @param {HTMLElement | undefined} opener
 * @param {HTMLElement} template
 */
function giveFocusBack(opener, template) {
  const again = opener?.dataset.blank && template.querySelector(`[role="button"][data-blank="${opener.dataset.blank}"]`);
  const bar = template.querySelector('[data-open-blanks]');
  const target = opener?.isConnected && opener.matches('button, summary, [role="button"]') ? opener : again || bar;
  if (target instanceof HTMLElement) target.focus();
}
