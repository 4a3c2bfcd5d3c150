/**
 * A template on the page: its words in the chosen language with the blanks filled.
 *
 * Dispatches a bubbling `template:change` after each rendering, and `blanks:open` with
 * {field, opener} when a blank wants to be filled.
 */

import { Filling, htmlText, plainText } from '../blanks/filled.js';
import { data, pageLanguage } from '../core/page-data.js';
import { showLight } from '../blanks/lit.js';
import { RenderedWords } from '../words/rendering.js';
import { values } from '../blanks/values.js';
import { wordsLanguage } from '../words/words-language.js';

/** @typedef {import('../blanks/filled.js').Copied} Copied */
/** @typedef {import('../core/page-data.js').Words} Words */

export class TemplateBlock {
  /** @param {HTMLElement} element with data-template */
  constructor(element) {
    this.element = element;
    this.id = element.dataset.template ?? '';
    this.channel = element.dataset.channel ?? '';
    const template = data?.templates[this.id];
    if (!template) throw new Error(`the page has no data of the template ${this.id}`);
    /** @type {Record<string, Words>} */
    this.versions = template.versions;
    this.spoken = template.spoken;
    /** The blanks that are empty since the words were last written: several ask at each letter. @type {string[] | null} */
    this.empty = null;
    /** In the language of the page: the interface names the template by it. */
    this.title = this.versions[pageLanguage].title;
    /** @type {HTMLElement} */
    this.wordsElement = find(element, '[data-words]');
    this.view = new RenderedWords(this.wordsElement, { leads: true });
    this.wordsElement.addEventListener('click', (event) => this.follow(event));
    this.wordsElement.addEventListener('keydown', (event) => {
      const { key, target } = event;
      if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement) || !target.matches('[role="button"][data-blank]')) return;
      event.preventDefault();
      this.openBlanks(target.dataset.blank, target);
    });
    values.onChange(() => this.render());
    wordsLanguage.onChange(() => this.render());
    this.render();
  }

  /** The language of the words. */
  get language() {
    return Object.hasOwn(this.versions, wordsLanguage.language) ? wordsLanguage.language : pageLanguage;
  }

  /** The words as the author wrote them. */
  get words() {
    return this.versions[this.language];
  }

  /** What fills its blanks, in the language of its words or another one. */
  filling(language = this.language) {
    return new Filling(language, this.spoken);
  }

  render() {
    this.empty = null;
    this.view.render(this.words, this.filling());
    showLight(this.wordsElement);
    this.element.dispatchEvent(new CustomEvent('template:change', { bubbles: true }));
  }

  /** @returns {import('../blanks/filled.js').Filled} paragraphs that are left out are not in it */
  filled() {
    return this.filling().fillTemplate(this.words);
  }

  /** @param {Copied} part @returns {string} what is copied as plain text */
  plain(part) {
    return plainText(this.filled(), this.language, part);
  }

  /** @param {Copied} part @returns {string} the same words as rich text */
  html(part) {
    return htmlText(this.filled(), this.language, part);
  }

  /** @param {Copied} [part] @returns {string[]} the fields that would be copied as their labels */
  emptyBlanks(part = 'all') {
    return part === 'all' ? (this.empty ??= this.emptyOf(part)) : this.emptyOf(part);
  }

  /** @param {Copied} part */
  emptyOf(part) {
    const { subject, body } = this.words;
    const head = part === 'body' || subject === undefined ? [] : [subject];
    const rest = part === 'subject' ? [] : body.map((paragraph) => paragraph.text);
    return this.filling().emptyFields([...head, ...rest]);
  }

  /** The fields of its blanks, in their order: who speaks first. */
  get fields() {
    return this.filling().fieldsOf(this.texts);
  }

  /** Those that it is not whole without. */
  get needed() {
    return this.filling().neededFields(this.texts);
  }

  /** Its subject, if it has one, and its paragraphs, as written. */
  get texts() {
    const { subject, body } = this.words;
    return [...(subject === undefined ? [] : [subject]), ...body.map(({ text }) => text)];
  }

  /** @param {Copied} part @returns {HTMLElement} the element that shows it */
  partElement(part) {
    return part === 'all' ? this.wordsElement : find(this.element, `[data-part="${part}"]`);
  }

  /**
   * @param {string} [field] the first empty one, or any
   * @param {HTMLElement} [opener] gets the focus back
   * @param {boolean} [above] of the dialog in which it was asked for
   */
  openBlanks(field, opener, above = false) {
    const detail = { field, opener, template: this, above };
    this.element.dispatchEvent(new CustomEvent('blanks:open', { bubbles: true, detail }));
  }

  /** @param {Event} event */
  follow(event) {
    const blank = /** @type {Element} */ (event.target).closest('[data-blank]');
    // Whoever is marking words with the pointer does not want to leave them.
    if (!(blank instanceof HTMLElement) || !getSelection()?.isCollapsed) return;
    this.openBlanks(blank.dataset.blank, blank);
  }
}

/** @param {Element} within @param {string} selector @returns {HTMLElement} */
function find(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`${within.id} has no ${selector}`);
  return found;
}
