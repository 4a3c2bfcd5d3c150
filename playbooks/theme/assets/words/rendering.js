/**
 * Shows the words of a template, in the elements that playbooks/elements.py makes. What did not
 * change keeps its elements, so that neither focus nor an open branch is lost while somebody types.
 */

import { appendLines, create } from '../core/elements.js';
import { pageLanguage } from '../core/page-data.js';
import { text } from '../core/strings.js';
import { fieldLabel, speakerLabel, subjectLabel } from './labels.js';

/** @typedef {import('../core/page-data.js').Paragraph} Paragraph */
/** @typedef {import('../core/page-data.js').Words} Words */
/** @typedef {import('./filling.js').Piece} Piece */
/** @typedef {{language: string, pieces: (words: string) => Piece[]}} Filling what fills the blanks of words */
/** @typedef {{place: HTMLElement, holder: HTMLElement, words: string, shown: string}} Row a paragraph and where its words stand */

export class RenderedWords {
  /**
   * @param {HTMLElement} element holds the subject and the body; they are made if it has none
   * @param {{leads: boolean}} options leads: blanks lead to their fields
   */
  constructor(element, { leads }) {
    this.element = element;
    this.leads = leads;
    /** @type {Words | null} */
    this.words = null;
    /** @type {Row[]} */
    this.rows = [];
    this.subject = /** @type {HTMLElement | null} */ (element.querySelector('.template__subject'));
    this.body = /** @type {HTMLElement} */ (element.querySelector('.template__body') ?? create('div', 'template__body'));
    if (!this.body.parentElement) element.append(this.body);
  }

  /** @param {Words} words @param {Filling} filling */
  render(words, filling) {
    if (words !== this.words) this.build(words, filling.language);
    this.rows.forEach((row) => this.update(row, filling));
  }

  /** The elements without their words. @param {Words} words @param {string} language */
  build(words, language) {
    const closed = [...this.body.querySelectorAll('details')].map((branch) => !branch.open);
    this.words = words;
    this.element.lang = language;
    this.rows = [];
    if (words.subject !== undefined) this.buildSubject(words.subject, language);
    this.body.replaceChildren();
    let inside = this.body;
    words.body.forEach((paragraph, number) => {
      if (paragraph.kind === 'branch') inside = this.buildBranch(paragraph, number);
      else {
        if (!paragraph.depth) inside = this.body;
        inside.append(this.buildParagraph(paragraph, number, language));
      }
    });
    this.body.querySelectorAll('details').forEach((branch, number) => { branch.open = !closed[number]; });
  }

  /** @param {string} words @param {string} language */
  buildSubject(words, language) {
    if (!this.subject) {
      this.subject = create('p', 'template__subject');
      this.subject.append(create('span', 'template__label'), document.createElement('span'));
      this.body.before(this.subject);
    }
    const [label, holder] = /** @type {Iterable<HTMLElement>} */ (this.subject.children);
    label.textContent = subjectLabel(language);
    this.rows.push({ place: this.subject, holder, words, shown: '' });
  }

  /** @param {Paragraph} paragraph @param {number} number @returns {HTMLElement} what its paragraphs stand in */
  buildBranch(paragraph, number) {
    const branch = create('details', 'branch');
    const summary = create('summary', 'branch__case', { 'data-paragraph': String(number) });
    branch.append(summary);
    this.body.append(branch);
    this.rows.push({ place: summary, holder: summary, words: paragraph.text, shown: '' });
    return branch;
  }

  /** @param {Paragraph} paragraph @param {number} number @param {string} language */
  buildParagraph(paragraph, number, language) {
    const { kind, speaker } = paragraph;
    const name = kind === 'text' ? 'paragraph' : kind;
    const place = create('p', name, { 'data-paragraph': String(number) });
    let holder = /** @type {HTMLElement} */ (place);
    if (kind === 'speech' && speaker) {
      const who = create('span', 'speech__speaker');
      who.textContent = speakerLabel(speaker, language);
      place.dataset.speaker = speaker;
      holder = create('span', 'speech__words');
      place.append(who, holder);
    }
    this.rows.push({ place, holder, words: paragraph.text, shown: '' });
    return place;
  }

  /** @param {Row} row @param {Filling} filling */
  update(row, filling) {
    const pieces = filling.pieces(row.words);
    const shown = JSON.stringify(pieces);
    if (shown === row.shown) return;
    const focused = row.holder.contains(document.activeElement) && document.activeElement?.getAttribute('data-blank');
    row.shown = shown;
    row.holder.replaceChildren(...this.nodes(pieces));
    row.place.classList.toggle('is-omitted', pieces.length > 0 && pieces.every((piece) => piece.omitted || !piece.text.trim()));
    if (focused) this.focusBlank(focused);
  }

  /** @param {string} field */
  focusBlank(field) {
    const blank = /** @type {HTMLElement | null} */ (this.element.querySelector(`[role="button"][data-blank="${field}"]`));
    blank?.focus({ preventScroll: true });
  }

  /** @param {Piece[]} pieces @returns {Node[]} */
  nodes(pieces) {
    const all = document.createDocumentFragment();
    let passage = -1;
    let inside = /** @type {Element | DocumentFragment} */ (all);
    for (const piece of pieces) {
      if (piece.passage === undefined) inside = all;
      else if (piece.passage !== passage) all.append(inside = this.passage(piece.omitted === true));
      passage = piece.passage ?? -1;
      if (piece.blank) inside.append(this.blank(piece.blank, piece));
      else appendLines(inside, piece.text);
    }
    return [...all.childNodes];
  }

  /** @param {boolean} omitted */
  passage(omitted) {
    const passage = create('span', 'passage', { 'data-passage': '' });
    if (!omitted) return passage;
    passage.classList.add('is-omitted');
    passage.setAttribute('role', 'group');
    passage.title = text('blanks.optional');
    return passage;
  }

  /**
   * An empty blank is a button that leads to its field, in an element that wraps like its sentence and keeps
   * the full stop after it. Its name is what is seen, in the language of the words. A filled one reads as part of the sentence; a pointer still leads to the field.
   * @param {string} field
   * @param {Piece} piece
   */
  blank(field, piece) {
    const state = piece.empty ? 'is-empty' : 'is-filled';
    if (piece.empty && this.leads) {
      const button = create('span', `blank ${state}`, { role: 'button', tabindex: '0', 'data-blank': field });
      const label = fieldLabel(field, pageLanguage);
      // its name is what is seen; where that does not say what goes in, a description does
      if (!piece.text.includes(label)) button.setAttribute('aria-description', label);
      button.textContent = piece.text;
      return button;
    }
    const blank = create('span', `blank ${state}`);
    if (this.leads) blank.dataset.blank = field;
    const value = document.createElement('bdi');
    appendLines(value, piece.text);
    blank.append(value);
    return blank;
  }
}
