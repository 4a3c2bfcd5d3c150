/** The bar below a template: copying, what was copied, and the way to the blanks that are still empty. */

import { copy, copyKeys, selectForCopying } from '../core/clipboard.js';
import { fieldLabel } from '../words/labels.js';
import { say } from '../core/message.js';
import { pageLanguage } from '../core/page-data.js';
import { plural, text } from '../core/strings.js';
import { values } from '../blanks/values.js';

/** @typedef {import('./template.js').TemplateBlock} TemplateBlock */
/** @typedef {import('../blanks/filled.js').Copied} Copied */

/** @param {TemplateBlock} block */
export function addCopying(block) {
  const bar = block.element.querySelector('[data-bar]');
  if (bar instanceof HTMLElement) new Bar(block, bar);
}

class Bar {
  /** @param {TemplateBlock} block @param {HTMLElement} element */
  constructor(block, element) {
    this.block = block;
    this.said = element.querySelector('[data-said]');
    for (const button of block.element.querySelectorAll('[data-copy]')) {
      button.addEventListener('click', () => this.copy(/** @type {Copied} */ (button.getAttribute('data-copy'))));
    }
    this.left = this.openWayToBlanks(element);
    block.element.addEventListener('template:change', () => this.update());
    this.update();
  }

  /** @param {Copied} part */
  async copy(part) {
    const { block } = this;
    // Only when there is something to wait for: some browsers allow copying in the click alone.
    if (values.pending) await values.pending;
    const plain = block.plain(part);
    const html = block.html(part);
    const copied = await copy(plain, html);
    if (!copied) selectForCopying(block.partElement(part), plain, html);
    const done = copied
      ? text(`copy.done-${part}`, { title: block.title })
      : text('copy.refused', { keys: copyKeys() });
    this.tell([done, this.blanksLeft(part)].filter(Boolean).join(' '));
  }

  /** @param {Copied} part @returns {string} '' when nothing is left */
  blanksLeft(part) {
    const empty = this.block.emptyBlanks(part);
    const names = empty.map((field) => fieldLabel(field, pageLanguage)).join(text('comma'));
    return empty.length ? plural('copy.blanks', empty.length, { names }) : '';
  }

  /** @param {string} words */
  tell(words) {
    if (this.said) this.said.textContent = words;
    say(words);
  }

  /** What was said of a copy is no longer true once the words have changed. */
  update() {
    if (this.said) this.said.textContent = '';
    if (!this.left) return;
    const count = this.block.emptyBlanks().length;
    this.left.textContent = plural('blanks.left', count);
    this.left.classList.toggle('is-zero', count === 0);
  }

  /** @param {HTMLElement} bar @returns {Element | null} where the number of empty blanks stands */
  openWayToBlanks(bar) {
    const button = bar.querySelector('[data-open-blanks]');
    if (!(button instanceof HTMLElement)) return null;
    button.addEventListener('click', () => this.block.openBlanks(this.block.emptyBlanks()[0], button));
    return button.querySelector('[data-left]');
  }
}
