/** Where this language has nothing, another one may have: the search asks it then, and not before. */

import { pageLanguage } from '../core/page-data.js';
import { SearchClient } from './client.js';
import { make } from './results.js';
import { session } from '../core/storage.js';
import { text } from '../core/strings.js';

/** @type {Map<string, SearchClient>} */
const clients = new Map();

/**
 * Links to the other languages that have answers, with their number.
 * @param {string} typed
 * @returns {Promise<HTMLAnchorElement[]>}
 */
export async function elsewhere(typed) {
  const links = [...document.querySelectorAll('[data-languages] [data-language]')];
  const others = links.filter((link) => link.dataset.language !== pageLanguage);
  const hints = await Promise.all(others.map((link) => hint(link, typed)));
  return hints.filter((found) => found !== null).sort((a, b) => b.count - a.count).map(({ anchor }) => anchor);
}

/** @param {HTMLAnchorElement} link of the language menu @param {string} typed */
async function hint(link, typed) {
  const language = link.dataset.language;
  if (!clients.has(language)) clients.set(language, new SearchClient(language));
  try {
    const { results, guessed } = await clients.get(language).ask(typed, '');
    if (guessed || !results.length) return null;
    return { count: results.length, anchor: anchor(link, typed, results.length) };
  } catch {
    clients.delete(language);
    return null;
  }
}

/** The question goes along in the session: no typed word enters an address. */
function anchor(link, typed, n) {
  const out = make('a');
  out.href = link.href;
  out.hreflang = link.dataset.language;
  out.textContent = text('search.elsewhere', { language: link.textContent.trim(), n });
  out.addEventListener('click', () => session.set('asked', typed));
  return out;
}
