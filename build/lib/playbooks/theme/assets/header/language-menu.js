/** The links to the other languages: same page, same heading, and the choice is remembered. */

import { all } from '../core/elements.js';
import { menu } from '../core/menu.js';
import { local } from '../core/storage.js';

/** From here down a heading counts as being read, in parts of the window's height. */
const READING_LINE = 0.4;

export class LanguageMenu {
  /** @param {HTMLDetailsElement} details */
  constructor(details) {
    menu(details);
    this.links = all('a[data-language]', HTMLAnchorElement, details);
    details.addEventListener('toggle', () => this.follow());
    window.addEventListener('hashchange', () => this.follow());
    for (const link of this.links) {
      link.addEventListener('click', () => {
        this.follow();
        local.set('language', link.dataset.language);
      });
    }
    this.follow();
  }

  /** Ids are the same in all languages. */
  follow() {
    const hash = location.hash || headingInView();
    for (const link of this.links) link.hash = hash;
  }
}

/** @returns {string} "" as long as the reader is at the top of the page */
function headingInView() {
  const line = window.innerHeight * READING_LINE;
  const headings = [...document.querySelectorAll('article :is(h2, h3)[id]')];
  const passed = window.scrollY > line ? headings.filter((heading) => heading.getBoundingClientRect().top < line) : [];
  const last = passed.at(-1);
  // Templates and checklists are known by their own id, not by that of their title.
  const place = last?.closest('[data-template], [data-checklist]') ?? last;
  return place ? `#${place.id}` : '';
}
