/** What the box shows before anything is typed: the last searches of this session, and the situations. */

import { pageLanguage, siteRoot } from '../core/page-data.js';
import { session } from '../core/storage.js';
import { text } from '../core/strings.js';
import { make } from './results.js';

/** @typedef {import('./client.js').Situation} Situation */

const KEY = `searches-${pageLanguage}`;
const MOST = 4;

/** The latest first. @returns {string[]} */
export function lastSearches() {
  const kept = session.get(KEY);
  return Array.isArray(kept) ? kept.filter((words) => typeof words === 'string').slice(0, MOST) : [];
}

/** A search counts when it has led somewhere; it is kept until the tab is closed. @param {string} typed */
export function keepSearch(typed) {
  const words = typed.trim();
  if (!words) return;
  session.set(KEY, [words, ...lastSearches().filter((other) => other !== words)].slice(0, MOST));
}

/**
 * @param {Situation[]} situations
 * @param {(words: string) => void} again asks a former question
 * @returns {HTMLElement[]}
 */
export function beginning(situations, again) {
  const former = lastSearches().map((words) => {
    const button = make('button', 'search-former');
    button.type = 'button';
    button.textContent = words;
    button.addEventListener('click', () => again(words));
    return button;
  });
  return [...group('search.last', former, 'search-formers'), ...group('search.situations', situations.map(link), 'search-situations')];
}

/** @param {Situation} situation */
function link({ location, title, lead }) {
  const anchor = make('a', 'search-situation');
  anchor.href = new URL(location, siteRoot).href;
  const words = make('strong', 'search-title');
  words.textContent = lead;
  const name = make('span', 'search-situation__title');
  name.textContent = title;
  anchor.append(words, ' ', name);
  return anchor;
}

/** @param {string} key @param {HTMLElement[]} members @param {string} className */
function group(key, members, className) {
  if (!members.length) return [];
  const title = make('h2', 'search-group');
  title.textContent = text(key);
  const list = make('ul', className);
  list.append(...members.map((member) => {
    const item = make('li');
    item.append(member);
    return item;
  }));
  return [title, list];
}
