/**
 * A template in a list of them: its words, with their blanks as labels, are fetched when it is opened,
 * from the text that the site publishes for it, and copied as they stand there.
 */

import { copy, copyKeys, selectForCopying } from '../core/clipboard.js';
import { appendLines, create, one } from '../core/elements.js';
import { say } from '../core/message.js';
import { text } from '../core/strings.js';
import { toldLeft } from './left.js';

const LABEL = /(\[[^[\]\n]+\])/;

export class ListedTemplate {
  /** @param {HTMLElement} element a <details> with data-listed */
  constructor(element) {
    this.element = element;
    this.place = one('[data-listed-words]', HTMLElement, element);
    this.button = one('[data-copy-listed]', HTMLButtonElement, element);
    this.words = '';
    element.addEventListener('toggle', () => this.fetch());
    this.button.addEventListener('click', () => this.copy());
    this.fetch();
  }

  async fetch() {
    if (this.words || !(this.element instanceof HTMLDetailsElement) || !this.element.open) return;
    try {
      const answer = await fetch(new URL(this.element.dataset.wordsAt ?? '', document.baseURI));
      if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
      this.words = (await answer.text()).trim();
      this.show(this.words.split('\n\n').map(paragraph));
      this.button.hidden = false;
    } catch {
      const note = create('p', 'listed__failed');
      note.textContent = text('library.failed');
      this.show([note]);
    }
  }

  /** @param {HTMLElement[]} paragraphs */
  show(paragraphs) {
    this.place.replaceChildren(...paragraphs);
    this.place.hidden = false;
  }

  async copy() {
    const html = [...this.place.children].map(asCopied).join('\n');
    const copied = await copy(this.words, html);
    if (!copied) selectForCopying(this.place, this.words, html);
    const title = this.element.querySelector('.listed__title')?.textContent ?? '';
    const done = copied ? text('copy.done-all', { title }) : text('copy.refused', { keys: copyKeys() });
    say([done, this.blanksLeft()].filter(Boolean).join(' '));
  }

  blanksLeft() {
    const labels = [...new Set([...this.place.querySelectorAll('.blank')].map((blank) => blank.textContent.slice(1, -1)))];
    return toldLeft(labels);
  }
}

/** Labels in brackets look like blanks. @param {string} words */
function paragraph(words) {
  const element = document.createElement('p');
  for (const part of words.split(LABEL)) {
    if (!LABEL.test(part)) {
      appendLines(element, part);
      continue;
    }
    const blank = create('span', 'blank');
    blank.textContent = part;
    element.append(blank);
  }
  return element;
}

/** The paragraph without what only shows it. @param {Element} shown */
function asCopied(shown) {
  const element = document.createElement('p');
  for (const node of shown.childNodes) element.append(node instanceof HTMLBRElement ? document.createElement('br') : node.textContent ?? '');
  return element.outerHTML;
}
