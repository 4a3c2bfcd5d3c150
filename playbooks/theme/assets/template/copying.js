/**
 * The bar of a template, one row: the blanks that are left, copying, and the way out. The next thing to do
 * is the primary button: *Fill in · 9*, then *Copy*, then, beside *Copied ✓*, what sends.
 */

import { copy, copyKeys, selectForCopying } from '../core/clipboard.js';
import { onReach } from '../core/on-demand.js';
import { fieldLabel } from '../words/labels.js';
import { say } from '../core/message.js';
import { pageLanguage } from '../core/page-data.js';
import { addStrings, listed, plural, text } from '../core/strings.js';
import { values } from '../blanks/values.js';
import { wordsLanguage } from '../words/words-language.js';

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
    this.element = element;
    for (const button of block.element.querySelectorAll('[data-copy]')) {
      button.addEventListener('click', () => this.copy(/** @type {Copied} */ (button.getAttribute('data-copy'))));
    }
    block.element.addEventListener('template:copy', () => this.copy('all'));
    this.fillIn = /** @type {HTMLElement | null} */ (element.querySelector('[data-open-blanks]'));
    this.fillIn?.addEventListener('click', () => block.openBlanks(undefined, this.fillIn ?? undefined));
    this.copyAll = element.querySelector('[data-copy="all"]');
    /** Calling is the next thing to do with a script, and has its own button. */
    this.leadsToCall = block.element.querySelector('[data-open-call]') !== null;
    this.words = this.copyAll?.textContent ?? '';
    this.name = this.copyAll?.getAttribute('aria-label') ?? '';
    block.element.addEventListener('template:change', () => this.update());
    this.sendNow = element.querySelector('[data-send-now]');
    this.listenToSend(this.sendNow);
    this.update();
  }

  /** @param {Copied} part */
  async copy(part) {
    const { block } = this;
    const pending = wordsLanguage.pending?.then(() => values.pending) ?? values.pending;
    const copied = pending
      ? await copy(pending.then(() => block.plain(part)), pending.then(() => block.html(part)))
      : await copy(block.plain(part), block.html(part));
    if (!copied) selectForCopying(block.partElement(part), block.plain(part), block.html(part));
    const done = copied
      ? text(`copy.done-${part}`, { title: block.title })
      : text('copy.refused', { keys: copyKeys() });
    const isShown = copied && part === 'all';
    // what the bar shows is only said: nothing covers the words
    say([done, this.blanksLeft(part)].filter(Boolean).join(' '), { quietly: isShown });
    if (isShown) {
      this.show(`${await this.copied()} ✓`);
      this.lead(true);
    }
    if (copied) block.element.dispatchEvent(new CustomEvent('template:copied', { bubbles: true }));
  }

  /** Which words were copied, where they are not in the language of the page. */
  async copied() {
    const { language } = this.block;
    if (language === pageLanguage) return text('copy.copied');
    const load = Promise.all([import('../words/in-language.js'), addStrings()]);
    return load.then(([{ copiedIn }]) => copiedIn(language), () => text('copy.copied'));
  }

  /** @param {Copied} part @returns {string} '' when nothing is left */
  blanksLeft(part) {
    const names = this.block.emptyBlanks(part).map((field) => fieldLabel(field, pageLanguage));
    return names.length ? plural('copy.blanks', names.length, { names: listed(names) }) : '';
  }

  /** That they are copied is no longer true once the words have changed. */
  update() {
    const count = this.block.emptyBlanks().length;
    const set = (/** @type {string} */ selector, /** @type {string} */ words) => {
      const place = this.fillIn?.querySelector(selector);
      if (place && place.textContent !== words) place.textContent = words;
    };
    set('[data-left]', plural('blanks.left', count));
    set('[data-count]', count ? `· ${count}` : '');
    this.fillIn?.classList.toggle('button--primary', count > 0 && !this.leadsToCall);
    this.element.classList.toggle('is-complete', count === 0);
    this.show(this.words, this.name);
    this.lead(false);
  }

  /** Once all is filled, to copying; then to the program that sends. @param {boolean} isCopied */
  lead(isCopied) {
    const isNext = !this.leadsToCall && this.element.classList.contains('is-complete');
    this.copyAll?.classList.toggle('button--primary', isNext && !isCopied);
    this.sendNow?.classList.toggle('button--primary', isNext && isCopied);
  }

  /** @param {string} words on the button that copies @param {string} [name] which holds them; by default the same */
  show(words, name = '') {
    if (!this.copyAll || this.copyAll.textContent === words) return;
    this.copyAll.textContent = words;
    this.copyAll.setAttribute('aria-label', name);
  }

  /** What sends is fetched for those who reach for it. @param {Element | null} button */
  listenToSend(button) {
    if (!(button instanceof HTMLElement)) return;
    const load = () => Promise.all([import('./send.js'), addStrings()]);
    onReach(button, load);
    button.addEventListener('click', async () => {
      const [{ Sending }] = await load();
      const more = /** @type {HTMLDetailsElement} */ (this.block.element.querySelector('[data-more]'));
      new Sending(this.block, more).now(button.dataset.sendNow ?? '');
    });
  }
}
