/** One control of the panel: it writes to the store of values and shows what stands there. */

import { say } from '../core/message.js';
import { pageLanguage, withRole } from '../core/page-data.js';
import { create } from '../core/elements.js';
import { text } from '../core/strings.js';
import { ADDRESS_LANGUAGE, DEFAULT_CURRENCY, values } from './values.js';
import { warning } from './warnings.js';
import { inLanguage } from '../words/in-language.js';
import { wordsLanguage } from '../words/words-language.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** What is written in the language of the words, or for them. A number to ring is the same in all. */
const TEXTS = ['text', 'long-text'];
const PHONE = withRole('phone');
const WRITTEN = [...TEXTS, 'name', 'company'];

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
    /** The language that label and hint are in. */
    this.spoken = pageLanguage;
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
    if (this.vocative) this.control.addEventListener('focus', () => this.prepare());
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

  /** How a name is addressed is there before its first letter. */
  prepare() {
    if (wordsLanguage.language === ADDRESS_LANGUAGE && !values.vocative) void values.fetchVocative();
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

  /** What the reader is typing stays as it is: it may differ from the store by a space at its end. What another tab typed comes. */
  show() {
    const typed = values.raw(this.field) || (this.isCurrency ? DEFAULT_CURRENCY : '');
    if (this.typed.trim() === typed) return;
    if (!(this.control instanceof HTMLSelectElement)) this.control.value = typed;
    else if ([...this.control.options].some((option) => option.value === typed)) this.control.value = typed;
  }

  /** The warning is shown under the field; it is said besides, once, when the date stands. */
  changed() {
    values.set(this.field, this.typed);
    values.settled(this.field);
    this.warn();
    const words = this.warning?.textContent ?? '';
    if (words && words !== this.said) say(words, { quietly: true });
    this.said = words;
  }

  warn() {
    const declared = values.fields.get(this.field);
    const words = this.isLongYear ? text('warn.year') : declared ? warning(declared) : '';
    if (!this.warning || this.warning.textContent === words) return;
    this.warning.textContent = words;
    this.row?.classList.toggle('is-warned', words !== '');
  }

  /**
   * What is typed in words of another language: label and help stay in that of the page, with what the words call it
   * beside it; the example is that of the words. A text says in which language it is written, and has the help of
   * the words too.
   */
  speakTheLanguageOfTheWords() {
    const declared = values.fields.get(this.field);
    const language = wordsLanguage.language;
    if (!declared || !WRITTEN.includes(declared.kind) || this.control instanceof HTMLSelectElement) return;
    const isText = TEXTS.includes(declared.kind) && this.field !== PHONE;
    if (isText) this.control.lang = language;
    this.control.placeholder = declared.example[language] ?? this.control.placeholder;
    if (this.spoken === language) return;
    this.spoken = language;
    const label = declared.label[pageLanguage] ?? '';
    if (language === pageLanguage) {
      this.label?.replaceChildren(label);
      this.help?.replaceChildren(this.ownHelp);
      return;
    }
    this.label?.replaceChildren(label, ...inWords('field__own', ' · ', declared.label[language], language));
    const inOther = isText ? [` ${text('blanks.write-in', { in: inLanguage(language) })}`, ...inWords('', ' ', declared.help?.[language], language)] : [];
    this.help?.replaceChildren(this.ownHelp, ...inOther);
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

/** @param {string} className @param {string} before @param {string | undefined} words @param {string} language @returns {(string | Node)[]} */
function inWords(className, before, words, language) {
  if (!words) return [];
  const element = create('span', className, { lang: language });
  element.textContent = words;
  return before ? [before, element] : [element];
}
