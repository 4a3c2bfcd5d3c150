/**
 * The panel of blanks: one control for each field of the page's templates. On wide screens it stands
 * beside them, on narrow ones it is a sheet that opens from the bar of a template.
 */

import { say } from '../core/message.js';
import { BlankControl } from './blank-control.js';
import { Sheet } from './sheet.js';
import { text } from '../core/strings.js';
import { values } from './values.js';
import { wordsLanguage } from '../words/words-language.js';

/** As wide as the theme needs to show two columns. */
const WIDE = matchMedia('(min-width: 76.25em)');

export class BlanksPanel {
  /** @param {HTMLElement} element with data-blanks */
  constructor(element) {
    this.element = element;
    this.title = /** @type {HTMLElement} */ (element.querySelector('h2'));
    this.keep = /** @type {HTMLInputElement} */ (element.querySelector('[data-keep-client]'));
    this.sheet = new Sheet(element, this.title.id, () => this.settle());
    this.controls = [...element.querySelectorAll('[data-field]')].map((control) => new BlankControl(control));
    this.listen();
    this.update();
    this.settle();
  }

  listen() {
    const { element } = this;
    // A form is only here for its structure; there is nowhere to send it.
    element.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    element.querySelector('[data-close-blanks]')?.addEventListener('click', () => this.sheet.close());
    element.querySelector('[data-forget]')?.addEventListener('click', () => this.forget());
    this.keep.addEventListener('change', () => { values.keepClient = this.keep.checked; });
    document.addEventListener('blanks:open', (event) => this.open(/** @type {CustomEvent} */ (event).detail));
    values.onChange(() => this.update());
    wordsLanguage.onChange(() => this.update());
    WIDE.addEventListener('change', () => this.settle());
  }

  /** Beside the templates, or out of sight until it is called. */
  settle() {
    if (this.sheet.isOpen) {
      this.sheet.close(); // and then it settles
      return;
    }
    this.element.hidden = !WIDE.matches;
    this.element.classList.toggle('is-sheet', !WIDE.matches);
  }

  update() {
    this.keep.checked = values.keepClient;
    this.controls.forEach((control) => control.update());
  }

  /** @param {{field?: string, opener?: HTMLElement, template: HTMLElement, above?: boolean}} request above: of an open dialog */
  open({ field, opener, template, above = false }) {
    if ((above || !WIDE.matches) && !this.sheet.isOpen) {
      this.element.classList.add('is-sheet');
      this.sheet.open(() => giveFocusBack(opener, template));
    }
    const wanted = this.controls.find((control) => control.field === field);
    if (wanted) wanted.focus();
    else this.title.focus();
  }

  forget() {
    values.forget();
    this.controls.forEach((control) => control.clear());
    say(text('blanks.forgotten'));
  }
}

/**
 * To where the reader came from. Blanks are drawn anew when they are filled, and a filled one takes
 * no focus; then the way to the blanks in the bar does.
 * @param {HTMLElement | undefined} opener
 * @param {HTMLElement} template
 */
function giveFocusBack(opener, template) {
  const again = opener?.dataset.blank && template.querySelector(`button[data-blank="${opener.dataset.blank}"]`);
  const bar = template.querySelector('[data-open-blanks]');
  const target = opener?.isConnected && opener.matches('button') ? opener : again || bar;
  if (target instanceof HTMLElement) target.focus();
}
