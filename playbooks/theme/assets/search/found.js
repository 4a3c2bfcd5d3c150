/** What a search has found on a page goes along in the session, never in an address. */

import { session } from '../core/storage.js';

const KEY = 'found';

/** @typedef {import('./words.js').Cutting} Cutting */

/**
 * @param {URL} address of the result
 * @param {string[]} words
 * @param {Cutting} cutting came with the index; the page that is opened has none
 */
export function keepFound(address, words, cutting) {
  session.set(KEY, { path: address.pathname, words, cutting });
}

/**
 * Mark the words of the search that led here.
 * @param {() => Promise<void>} wordsAreWritten templates write their words anew when they start: marks come after
 */
export async function showFound(wordsAreWritten) {
  const found = /** @type {{path?: string, words?: string[], cutting?: Cutting} | null} */ (session.get(KEY));
  if (found === null) return;
  session.remove(KEY);
  const article = document.querySelector('main article');
  if (!article || found.path !== location.pathname || !Array.isArray(found.words) || !found.words.length || !found.cutting) return;
  await wordsAreWritten();
  const [{ markWords }, { cutter }] = await Promise.all([import('./marks.js'), import('./words.js')]);
  markWords(article, found.words, cutter(found.cutting));
}
