/** One control of the panel: it writes to the store of values and shows what stands there. */

import { say } from '../core/message.js';
import { languageName, pageLanguage, withRole } from '../core/page-data.js';
import { text } from '../core/strings.js';
import { ADDRESS_LANGUAGE, DEFAULT_CURRENCY, values } from './values.js';
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
    /** Whether the template in hand has this blank, and whether another one is being asked for. */
    this.isWanted = true;
    this.isAside = false;
    this.isCurrency = this.field === withRole('currency');
    this.help = row?.querySelector('[data-help]');
    this.ownHelp = this.help?.textContent ?? '';
    this.label = row?.querySelector('label');
    this.echo = row?.querySelector('[data-echo]');
    this.control.addEventListener('input', () => values.set(this.field, this.typed));
    this.control.addEventListener('change', () => this.changed());
    this.form?.addEventListener('input', () => values.overrule(this.field, this.form?.value ?? ''));
    this.form?.addEventListener('change', () => this.update());
  }

  /** @returns {string} of the field */
  get kind() {
    return values.fields.get(this.field)?.kind ?? 'text';
  }

  /** What is kept of what stands in the control: a date of the year 12026 is none. */
  get typed() {
    return this.isLongYear ? '' : this.control.value;
  }

  /** Browsers take years of up to six digits. */
  get isLongYear() {
    return this.kind === 'date' && /^\d{5}/.test(this.control.value);
  }

  /** Whether its row is to be seen. */
  settle() {
    const waits = this.row instanceof HTMLElement && 'caller' in this.row.dataset && values.speaker.voice !== 'we';
    if (this.row instanceof HTMLElement) this.row.hidden = !this.isWanted || this.isAside || waits;
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
    this.speakTheLanguageOfTheWords();
    if (this.echo) this.echo.textContent = values.raw(this.field) ? values.shown(this.field, wordsLanguage.language) : '';
    this.settle();
  }

  /** What the reader is typing at this moment is theirs; it may differ from the store by a space at its end. */
  show() {
    const typed = values.raw(this.field) || (this.isCurrency ? DEFAULT_CURRENCY : '');
    if (this.control.value.trim() === typed || this.control === document.activeElement) return;
    if (!(this.control instanceof HTMLSelectElement)) this.control.value = typed;
    else if ([...this.control.options].some((option) => option.value === typed)) this.control.value = typed;
  }

  /** While a date is being typed its warning is only shown; it is said once, when the date stands. */
  changed() {
    values.set(this.field, this.typed);
    values.settled(this.field);
    this.warn();
    const words = this.warning?.textContent ?? '';
    if (words && words !== this.said) say(words);
    this.said = words;
  }

  warn() {
    const declared = values.fields.get(this.field);
    const words = this.isLongYear ? text('warn.year') : declared ? warning(declared) : '';
    if (!this.warning || this.warning.textContent === words) return;
    this.warning.textContent = words;
    this.row?.classList.toggle('is-warned', words !== '');
  }

  /** What is typed as a text is written in the language of the words: label, example and a line that says so. */
  speakTheLanguageOfTheWords() {
    const declared = values.fields.get(this.field);
    const language = wordsLanguage.language;
    if (!declared || !['text', 'long-text'].includes(declared.kind) || this.control instanceof HTMLSelectElement) return;
    const isForeign = language !== pageLanguage;
    this.control.lang = language;
    this.control.placeholder = declared.example[language] ?? this.control.placeholder;
    if (this.label) {
      this.label.lang = language;
      this.label.textContent = declared.label[language] ?? this.label.textContent;
    }
    if (this.help) this.help.textContent = isForeign ? text('blanks.write-in', { language: languageName(language) }) : this.ownHelp;
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
