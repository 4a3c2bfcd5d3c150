/**
 * The search box: what is typed goes to the search of the page's language, what it finds is listed.
 *
 * Arrows move through the results, Enter opens, Escape closes; the kinds narrow the list.
 */

import { all, first, one } from '../core/elements.js';
import { say } from '../core/message.js';
import { pageLanguage } from '../core/page-data.js';
import { SearchClient } from './client.js';
import { elsewhere } from './elsewhere.js';
import { FoundWords } from './excerpt.js';
import { keepFound, showFound } from './found.js';
import { row } from './results.js';
import { text } from '../core/strings.js';
import { cutter } from './words.js';

/** Numbers are announced when the typing rests. */
const REST = 700;

export class SearchBox {
  /**
   * @param {{element: HTMLElement, toggle: HTMLInputElement, input: HTMLInputElement}} parts `toggle`: the theme's
   * @param {() => Promise<void>} wordsAreWritten
   */
  constructor({ element, toggle, input }, wordsAreWritten) {
    this.element = element;
    this.toggle = toggle;
    this.input = input;
    this.wordsAreWritten = wordsAreWritten;
    this.form = one('form', HTMLFormElement, element);
    this.list = one('.md-search-result__list', HTMLElement, element);
    this.meta = one('.md-search-result__meta', HTMLElement, element);
    this.kinds = one('[data-search-kinds]', HTMLElement, element);
    this.elsewhere = one('[data-search-elsewhere]', HTMLElement, element);
    this.clear = one('[type="reset"]', HTMLElement, element);
    this.asked = '';
    /** What was found last, as words are compared. @type {string[]} */
    this.found = [];
    this.announcing = 0;
    this.client = new SearchClient(pageLanguage);
    this.styled = addStyles();
    this.listen();
  }

  get kind() {
    return one(':checked', HTMLInputElement, this.kinds).value;
  }

  get links() {
    return all('a', HTMLAnchorElement, this.list);
  }

  listen() {
    const { element, input } = this;
    for (const name of ['input', 'keyup']) input.addEventListener(name, () => this.ask());
    this.kinds.addEventListener('change', () => this.ask(true));
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('reset', () => {
      input.value = '';
      this.ask();
      input.focus();
    });
    one('[data-search-close]', HTMLElement, element).addEventListener('click', () => this.close());
    element.addEventListener('keydown', (event) => this.key(event));
    element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !element.contains(relatedTarget)) this.close();
    });
    this.list.addEventListener('click', (event) => this.follow(event));
  }

  open() {
    if (!this.toggle.checked) this.toggle.click();
    this.ask();
  }

  close() {
    if (this.toggle.checked) this.toggle.click();
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && this.element.contains(focused)) focused.blur();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, target } = event;
    if (key === 'Escape') {
      event.stopPropagation();
      this.close();
      first('[data-open-search]', HTMLElement)?.focus();
    } else if (key === 'Enter' && target === this.input) {
      event.preventDefault();
      this.links[0]?.click();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && !isRadio(target)) {
      event.preventDefault();
      const stops = [this.input, ...this.links];
      const next = stops.findIndex((stop) => stop === target) + (key === 'ArrowDown' ? 1 : -1);
      stops[(next + stops.length) % stops.length].focus();
    }
  }

  /** @param {boolean} [again] ask even if the words are the same */
  async ask(again = false) {
    const typed = this.input.value.trim() && this.input.value;
    this.clear.hidden = !this.input.value;
    if (typed === this.asked && !again) return;
    this.asked = typed;
    if (!typed) {
      this.kinds.hidden = true;
      this.show([], text('search.start'));
      return;
    }
    if (this.client.failed) this.client = new SearchClient(pageLanguage);
    try {
      const { kind } = this;
      const [answer] = await Promise.all([this.client.ask(typed, kind), this.styled]);
      if (typed === this.asked && kind === this.kind) this.answer(answer, typed);
    } catch {
      if (typed !== this.asked) return;
      this.asked = '';
      this.show([], text('search.failed'));
    }
  }

  /** @param {import('./client.js').Answer} answer @param {string} typed */
  async answer({ results, guessed, words: found }, typed) {
    const n = results.length;
    const words = n === 0 ? text('search.none') : n === 1 ? text('search.one') : text('search.other').replace('#', String(n));
    this.kinds.hidden = n === 0 && !this.kind;
    this.found = found;
    const marked = new FoundWords(found, cutter(this.client.cutting));
    this.show(results.map((result) => row(result, marked)), words);
    if (n && !guessed || this.kind) return;
    const hints = await elsewhere(typed);
    if (typed !== this.asked || !hints.length) return;
    this.elsewhere.replaceChildren(...hints);
    this.elsewhere.hidden = false;
    this.announce([words, ...hints.map((hint) => hint.textContent)].join('. '));
  }

  /** @param {HTMLElement[]} rows @param {string} words */
  show(rows, words) {
    this.elsewhere.hidden = true;
    this.list.replaceChildren(...rows);
    this.meta.textContent = words;
    this.announce(this.asked ? words : '');
  }

  /** @param {string} words */
  announce(words) {
    clearTimeout(this.announcing);
    if (words) this.announcing = setTimeout(() => say(words, { quietly: true }), REST);
  }

  /** @param {MouseEvent} event */
  follow(event) {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link) return;
    const address = new URL(link.href);
    keepFound(address, this.found, this.client.cutting);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (address.pathname !== location.pathname) return;
    if (!address.hash) {
      event.preventDefault(); // would load the page anew, without its marks
      scrollTo(0, 0);
    }
    this.close();
    showFound(this.wordsAreWritten);
  }
}

/** Arrows choose among the kinds. @param {EventTarget | null} target */
function isRadio(target) {
  return target instanceof HTMLInputElement && target.type === 'radio';
}

/** The styles of the results; resolves when they are there or cannot be had. */
function addStyles() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('../stylesheets/search.css', import.meta.url).href;
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}
