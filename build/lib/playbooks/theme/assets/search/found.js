/** What a search has found on a page goes along in the session, never in an address. */

import { pageLanguage } from '../core/page-data.js';
import { session } from '../core/storage.js';

const KEY = 'found';

/** @param {URL} address of the result @param {string[]} words */
export function keepFound(address, words) {
  session.set(KEY, { path: address.pathname, words });
}

/**
 * Mark the words of the search that led here.
 * @param {() => Promise<void>} wordsAreWritten templates write their words anew when they start: marks come after
 */
export async function showFound(wordsAreWritten) {
  const found = /** @type {{path?: string, words?: string[]} | null} */ (session.get(KEY));
  if (found === null) return;
  session.remove(KEY);
  const article = document.querySelector('main article');
  if (!article || found.path !== location.pathname || !Array.isArray(found.words) || !found.words.length) return;
  await wordsAreWritten();
  const { markWords } = await import('./marks.js');
  markWords(article, found.words, pageLanguage);
}
