/**
 * The search box: what is typed goes to the search of the page's language, what it finds is listed.
 *
 * Arrows move through the results, Enter opens, Escape closes; the kinds narrow the list.
 */

import { all, first, one } from '../core/elements.js';
import { say } from '../core/message.js';
import { addSheet } from '../core/sheets.js';
import { pageLanguage } from '../core/page-data.js';
import { SearchClient } from './client.js';
import { beginning, keepSearch } from './beginning.js';
import { elsewhere } from './elsewhere.js';
import { FoundWords } from './excerpt.js';
import { keepFound, showFound } from './found.js';
import { kindChoices, make, row } from './results.js';
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
    this.kinds.replaceChildren(...kindChoices((this.kinds.dataset.searchKinds ?? '').split(' ')));
    this.elsewhere = one('[data-search-elsewhere]', HTMLElement, element);
    this.start = one('[data-search-start]', HTMLElement, element);
    this.clear = one('[type="reset"]', HTMLElement, element);
    this.asked = '';
    /** The words that the list answers, and those for which Enter was pressed before it did. */
    this.answered = '';
    this.awaited = '';
    /** What was found last, as words are compared. @type {string[]} */
    this.found = [];
    this.announcing = 0;
    /** What was asked when a kind was chosen: it holds for that question. */
    this.chosenFor = '';
    this.client = new SearchClient(pageLanguage);
    this.styled = addSheet('search');
    this.listen();
  }

  get kind() {
    return one(':checked', HTMLInputElement, this.kinds).value;
  }

  get links() {
    return all('a', HTMLAnchorElement, this.list);
  }

  /** What the arrows lead to. */
  get stops() {
    const place = this.start.hidden ? this.list : this.start;
    return [this.input, ...all('a, button', HTMLElement, place)];
  }

  listen() {
    const { element, input } = this;
    for (const name of ['input', 'keyup']) input.addEventListener(name, () => this.ask());
    this.kinds.addEventListener('change', () => {
      this.chosenFor = this.asked;
      this.ask(true);
    });
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
    this.start.addEventListener('click', (event) => this.leave(event));
  }

  open() {
    if (!this.toggle.checked) this.toggle.click();
    this.ask();
    if (!this.asked) this.begin();
  }

  /** Before anything is typed. */
  async begin() {
    if (this.client.failed) this.client = new SearchClient(pageLanguage);
    try {
      const [situations] = await Promise.all([this.client.situations(), this.styled]);
      if (this.asked) return;
      this.start.replaceChildren(...beginning(situations, (words) => {
        this.input.value = words;
        this.input.focus();
        this.ask();
      }));
      this.start.hidden = false;
    } catch {
      this.start.hidden = true; // the box still takes words, and says what is wrong
    }
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
      this.enter();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && !isRadio(target)) {
      event.preventDefault();
      const { stops } = this;
      const next = stops.findIndex((stop) => stop === target) + (key === 'ArrowDown' ? 1 : -1);
      stops[(next + stops.length) % stops.length].focus();
    }
  }

  /** Opens the first result of the words that stand in the box, as soon as they have one. */
  enter() {
    const typed = this.input.value.trim() && this.input.value;
    if (typed && typed === this.answered) this.links[0]?.click();
    else this.awaited = typed;
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
      this.begin();
      return;
    }
    this.start.hidden = true;
    if (this.client.failed) this.client = new SearchClient(pageLanguage);
    try {
      const { kind } = this;
      const isAsked = () => typed === this.asked && kind === this.kind;
      let isShown = () => {};
      /** @type {Promise<void>} */
      const shown = new Promise((resolve) => { isShown = resolve; });
      const first = this.client.ask(typed, kind, (whole) => shown.then(() => isAsked() && this.append(whole)));
      const [answer] = await Promise.all([first, this.styled]);
      if (!isAsked()) return;
      this.answer(answer, typed);
      isShown();
    } catch {
      if (typed !== this.asked) return;
      this.asked = '';
      this.show([], text('search.failed'));
    }
  }

  /** The results that come after the first ones. @param {import('./client.js').Answer} answer */
  append({ results, words }) {
    const marked = new FoundWords(words, cutter(this.client.cutting));
    const there = this.list.childElementCount;
    this.list.append(...results.slice(there).map((result) => row(result, marked)));
  }

  /** @param {import('./client.js').Answer} answer @param {string} typed */
  async answer({ results, shown: n, guessed, words: found, total, everywhere }, typed) {
    const filtered = n === 0 && everywhere > 0;
    if (filtered && this.chosenFor !== typed) {
      this.showAll(); // chosen for another question
      return;
    }
    const words = filtered ? text('search.none-of-kind') : number(n, total);
    this.kinds.hidden = n === 0 && !this.kind;
    this.found = found;
    const marked = new FoundWords(found, cutter(this.client.cutting));
    this.show(results.map((result) => row(result, marked)), words);
    this.answered = typed;
    if (this.awaited === typed) this.enter();
    this.awaited = '';
    if (filtered) {
      this.elsewhere.replaceChildren(this.wayOut(everywhere));
      this.elsewhere.hidden = false;
      return;
    }
    if (n && !guessed || this.kind) return;
    const hints = await elsewhere(typed);
    if (typed !== this.asked || !hints.length) return;
    this.elsewhere.replaceChildren(...hints);
    this.elsewhere.hidden = false;
    this.announce([words, ...hints.map((hint) => hint.textContent)].join('. '));
  }

  showAll() {
    one('input[value=""]', HTMLInputElement, this.kinds).checked = true;
    this.ask(true);
  }

  /** @param {number} n results of all kinds */
  wayOut(n) {
    const button = make('button', 'button');
    button.type = 'button';
    button.dataset.showAll = '';
    button.textContent = text('search.show-all', { n });
    button.addEventListener('click', () => {
      this.showAll();
      this.input.focus();
    });
    return button;
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

  /** A situation of this very page needs no loading. @param {MouseEvent} event */
  leave(event) {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || new URL(link.href).pathname !== location.pathname) return;
    event.preventDefault();
    scrollTo(0, 0);
    this.close();
  }

  /** @param {MouseEvent} event */
  follow(event) {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link) return;
    const address = new URL(link.href);
    keepFound(address, this.found, this.client.cutting);
    keepSearch(this.asked);
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

/** What was found, and that there is more than the list shows. @param {number} n @param {number} total */
function number(n, total) {
  if (total > n) return text('search.first-of', { n, total });
  return n === 0 ? text('search.none') : n === 1 ? text('search.one') : text('search.other').replace('#', String(n));
}

/** Arrows choose among the kinds. @param {EventTarget | null} target */
function isRadio(target) {
  return target instanceof HTMLInputElement && target.type === 'radio';
}
