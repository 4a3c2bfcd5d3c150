/**
 * A template in a list of them: its words, with their blanks as labels, are fetched when it is opened,
 * from the text that the site publishes for it, and copied as they stand there.
 */

import { copy, copyKeys, selectForCopying } from '../core/clipboard.js';
import { appendLines, create, one } from '../core/elements.js';
import { say } from '../core/message.js';
import { listed, plural, text } from '../core/strings.js';

const LABEL = /(\[[^[\]\n]+\])/;
/** Of a label: in which form the words ask for it. */
const FORM = /( \([^()]*\))(?=\]$)/;
/** “You: ”, “Vous : ” */
const SPEAKER = /^(\p{L}[^\n:.?!]{0,24}:\s)(?=\S)/u;

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
      const isSpoken = this.element.closest('section')?.getAttribute('aria-labelledby') === 'phone';
      this.show(this.paragraphs.map((words) => (isSpoken ? line(words) : paragraph(words))));
      this.button.hidden = false;
    } catch {
      const note = create('p', 'listed__failed');
      note.textContent = text('library.failed');
      this.show([note]);
    }
  }

  get paragraphs() {
    return this.words.split('\n\n');
  }

  /** @param {HTMLElement[]} paragraphs */
  show(paragraphs) {
    this.place.replaceChildren(...paragraphs);
    this.place.hidden = false;
  }

  async copy() {
    const html = this.paragraphs.map(asCopied).join('\n');
    const copied = await copy(this.words, html);
    if (!copied) selectForCopying(this.place, this.words, html);
    const title = this.element.querySelector('.listed__title')?.textContent ?? '';
    const done = copied ? text('copy.done-all', { title }) : text('copy.refused', { keys: copyKeys() });
    say([done, this.blanksLeft()].filter(Boolean).join(' '));
  }

  blanksLeft() {
    const labels = [...new Set([...this.place.querySelectorAll('.blank')].map((blank) => blank.textContent.replace(FORM, '').slice(1, -1)))];
    return labels.length ? plural('copy.blanks', labels.length, { names: listed(labels) }) : '';
  }
}

/** Labels in brackets look like blanks. @param {string} words @param {HTMLElement} [element] */
function paragraph(words, element = document.createElement('p')) {
  for (const part of words.split(LABEL)) {
    if (!LABEL.test(part)) {
      appendLines(element, part);
      continue;
    }
    const blank = create('span', 'blank');
    for (const piece of part.split(FORM)) {
      const holder = FORM.test(`${piece}]`) ? create('small', '') : document.createElement('span');
      holder.textContent = piece;
      blank.append(holder);
    }
    element.append(blank);
  }
  return element;
}

/** A line of a script looks as it does in its playbook: who speaks, then the words; or what is not said. @param {string} words */
function line(words) {
  const [, speaker] = SPEAKER.exec(words) ?? [];
  if (!speaker) return paragraph(words, create('p', words.startsWith('(') ? 'direction' : 'speech__speaker'));
  const element = create('p', 'speech', { 'data-speaker': 'you' });
  const who = create('span', 'speech__speaker');
  who.textContent = speaker;
  element.append(who, paragraph(words.slice(speaker.length), create('span', 'speech__words')));
  return element;
}

/** @param {string} words */
function asCopied(words) {
  const element = document.createElement('p');
  appendLines(element, words);
  return element.outerHTML;
}
