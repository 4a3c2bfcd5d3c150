/** Where this language has nothing, another one may have: the search asks it then, and not before. */

import { all } from '../core/elements.js';
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
  const links = all('[data-languages] [data-language]', HTMLAnchorElement);
  const others = links.filter((link) => link.dataset.language !== pageLanguage);
  const hints = await Promise.all(others.map((link) => hint(link, typed)));
  return hints.filter((found) => found !== null).sort((a, b) => b.count - a.count).map(({ anchor }) => anchor);
}

/** @param {HTMLAnchorElement} link of the language menu @param {string} typed */
async function hint(link, typed) {
  const { language = '' } = link.dataset;
  const client = clients.get(language) ?? new SearchClient(language);
  clients.set(language, client);
  try {
    const { shown, guessed } = await client.count(typed);
    if (guessed || !shown) return null;
    return { count: shown, anchor: anchor(link, typed, shown) };
  } catch {
    clients.delete(language);
    return null;
  }
}

/**
 * The question goes along in the session: no typed word enters an address.
 * @param {HTMLAnchorElement} link
 * @param {string} typed
 * @param {number} n answers
 */
function anchor(link, typed, n) {
  const out = make('a');
  out.href = link.href;
  out.hreflang = link.dataset.language ?? '';
  out.textContent = text('search.elsewhere', { language: link.textContent.trim(), n });
  out.addEventListener('click', () => session.set('asked', typed));
  return out;
}
