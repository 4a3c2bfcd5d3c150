/** One control of the panel: it writes to the store of values and shows what stands there. */

import { say } from '../core/message.js';
import { pageLanguage } from '../core/page-data.js';
import { ADDRESS_LANGUAGE, values } from './values.js';
import { warning } from './warnings.js';
import { wordsLanguage } from '../words/words-language.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

export class BlankControl {
  /** @param {Element} element with data-field */
  constructor(element) {
    this.control = /** @type {Control} */ (element);
    this.field = this.control.dataset.field ?? '';
    const row = this.control.closest('.field');
    this.row = row;
    this.warning = row?.querySelector('[data-warning]');
    this.vocative = /** @type {HTMLElement | null | undefined} */ (row?.querySelector('[data-vocative]'));
    this.form = this.vocative?.querySelector('input');
    this.said = '';
    this.control.addEventListener('input', () => values.set(this.field, this.control.value));
    this.control.addEventListener('change', () => this.changed());
    this.form?.addEventListener('input', () => values.overrule(this.field, this.form?.value ?? ''));
    this.form?.addEventListener('change', () => this.update());
  }

  focus() {
    this.control.focus();
  }

  /** Shows that nothing is typed. */
  clear() {
    if (this.control instanceof HTMLSelectElement) this.control.selectedIndex = 0;
    else this.control.value = '';
    this.update();
  }

  update() {
    this.show();
    this.warn();
    this.address();
    // Who of us calls is asked once we speak.
    if (this.row instanceof HTMLElement && 'caller' in this.row.dataset) this.row.hidden = values.speaker.voice !== 'we';
  }

  /** What the reader is typing at this moment is theirs; it may differ from the store by a space at its end. */
  show() {
    const typed = values.raw(this.field);
    if (this.control.value.trim() === typed || this.control === document.activeElement) return;
    if (!(this.control instanceof HTMLSelectElement)) this.control.value = typed;
    else if ([...this.control.options].some((option) => option.value === typed)) this.control.value = typed;
  }

  /** While a date is being typed its warning is only shown; it is said once, when the date stands. */
  changed() {
    values.set(this.field, this.control.value);
    values.settled(this.field);
    this.warn();
    const words = this.warning?.textContent ?? '';
    if (words && words !== this.said) say(words);
    this.said = words;
  }

  warn() {
    const declared = values.fields.get(this.field);
    const words = declared ? warning(declared) : '';
    if (!this.warning || this.warning.textContent === words) return;
    this.warning.textContent = words;
    this.row?.classList.toggle('is-warned', words !== '');
  }

  /** The form of address, where it differs from the name or the reader wrote another one. */
  address() {
    if (!this.vocative || !this.form) return;
    const needed = [wordsLanguage.language, pageLanguage].some((language) => language === ADDRESS_LANGUAGE);
    const writing = this.form === document.activeElement;
    if (!needed) {
      this.vocative.hidden = true;
      return;
    }
    const { form, overruled } = values.addressed(this.field);
    this.vocative.hidden = !writing && form === values.raw(this.field) && !overruled;
    if (!writing) this.form.value = form;
  }
}
