/** A checklist: ticks that last, progress, starting again, copying as text. */

import { copy, copyKeys, selectForCopying } from '../core/clipboard.js';
import { say } from '../core/message.js';
import { create } from '../core/elements.js';
import { text } from '../core/strings.js';
import { Ticks } from './ticks.js';

export class Checklist {
  /** @param {HTMLElement} element with data-checklist */
  constructor(element) {
    this.element = element;
    this.title = element.querySelector('.checklist__title')?.textContent?.trim() ?? '';
    this.rows = [...element.querySelectorAll('[data-item]')].map((box) => new Row(/** @type {HTMLInputElement} */ (box), element.id));
    this.ticks = new Ticks(element.dataset.checklist ?? '');
    /** What the page says of that. @type {string | undefined} */
    this.keptWords = undefined;
    this.listen();
    this.show();
    this.tellKeeping(this.ticks.areKept);
    for (const part of element.querySelectorAll('[data-state], [data-actions], [data-kept]')) {
      /** @type {HTMLElement} */ (part).hidden = false;
    }
  }

  listen() {
    const { element } = this;
    this.rows.forEach((row) => row.box.addEventListener('change', () => this.tick(row)));
    element.querySelector('[data-reset]')?.addEventListener('click', () => this.reset());
    element.querySelector('[data-copy-checklist]')?.addEventListener('click', () => this.copy());
    this.ticks.onOutsideChange(() => this.show());
  }

  /** A tick counts only for what the item said when it was ticked. */
  show() {
    for (const row of this.rows) {
      row.show(this.ticks.has(row.item, row.version), this.ticks.isOutdated(row.item, row.version));
    }
    this.showProgress();
  }

  showProgress() {
    const n = this.rows.filter((row) => row.box.checked).length;
    const words = this.element.querySelector('[data-progress]');
    const bar = this.element.querySelector('progress');
    if (words) words.textContent = text('checklist.progress', { n, total: this.rows.length });
    for (const place of document.querySelectorAll(`[data-progress-of="${this.element.id}"]`)) place.textContent = `${n}/${this.rows.length}`;
    if (bar) bar.value = n;
    this.element.classList.toggle('is-complete', n === this.rows.length);
  }

  /** @param {Row} row */
  tick(row) {
    row.show(row.box.checked, false);
    this.tellKeeping(this.ticks.set(row.item, row.version, row.box.checked));
    this.showProgress();
    this.tellChange();
  }

  reset() {
    const restore = this.ticks.clear();
    this.show();
    this.tellChange();
    const act = () => {
      restore();
      this.show();
      this.tellChange();
      say(text('checklist.restored'));
    };
    say(text('checklist.cleared'), { undo: { name: text('message.undo'), act } });
  }

  /** To what notes where the reader stands (begun.js). */
  tellChange() {
    this.element.dispatchEvent(new CustomEvent('checklist:change', { bubbles: true }));
  }

  /** The page says that ticks are kept, as they nearly always are. @param {boolean} kept */
  tellKeeping(kept) {
    const note = this.element.querySelector('[data-kept]');
    this.keptWords ??= note?.textContent ?? '';
    if (note) note.textContent = kept ? this.keptWords : text('checklist.not-kept');
  }

  async copy() {
    const { title } = this;
    const lines = this.rows.map((row) => `[${row.box.checked ? 'x' : ' '}] ${row.text}`);
    const plain = [title, '', ...lines].join('\n');
    const html = this.asHtml(title, lines);
    const copied = await copy(plain, html);
    if (!copied) selectForCopying(this.element.querySelector('.checklist__items') ?? this.element, plain, html);
    say(copied ? text('checklist.copied') : text('copy.refused', { keys: copyKeys() }));
  }

  /** @param {string} title @param {string[]} lines */
  asHtml(title, lines) {
    const head = document.createElement('p');
    const list = document.createElement('ul');
    head.textContent = title;
    for (const line of lines) list.appendChild(document.createElement('li')).textContent = line;
    return head.outerHTML + list.outerHTML;
  }
}

class Row {
  /** @param {HTMLInputElement} box @param {string} checklist its id */
  constructor(box, checklist) {
    this.box = box;
    this.place = /** @type {HTMLElement} */ (box.closest('li') ?? box.parentElement);
    this.text = this.place.querySelector('.checklist__text')?.textContent?.trim() ?? '';
    this.item = box.dataset.item ?? '';
    this.version = box.dataset.version ?? this.text;
    this.noteId = `${checklist}-${this.item}-changed`;
    /** @type {HTMLElement | null} */
    this.note = null;
  }

  /** @param {boolean} ticked @param {boolean} outdated its tick was dropped because the author changed the item */
  show(ticked, outdated) {
    this.box.checked = ticked;
    this.place.classList.toggle('is-done', ticked);
    this.place.classList.toggle('is-changed', outdated);
    if (outdated) this.addNote();
    else this.removeNote();
  }

  addNote() {
    if (this.note) return;
    this.note = create('p', 'checklist__changed', { id: this.noteId });
    this.note.textContent = text('checklist.changed');
    this.place.append(this.note);
    this.box.setAttribute('aria-describedby', this.note.id);
  }

  removeNote() {
    this.note?.remove();
    this.note = null;
    this.box.removeAttribute('aria-describedby');
  }
}
