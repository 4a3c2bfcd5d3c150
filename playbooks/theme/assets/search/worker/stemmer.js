/** The stemmer of the worker's language. */

import { readRules, step } from './stem.js';

/** @type {import('./stem.js').Stemmer | undefined} */
let loaded;

/**
 * Fetched, and its patterns compiled by a first word, while the index still travels.
 * @param {string} language
 */
export async function load(language) {
  const { stemmer } = await import(`./stem_${language}.js`);
  loaded = /** @type {import('./stem.js').Stemmer} */ (stemmer({ readRules, step }));
  loaded.stem('слова');
}

/** @param {string} word as it is compared @returns {string[]} */
export const stem = (word) => loaded?.stem(word) ?? [word];
