/** The stemmer of the worker's language. */

import { readRules, step } from './stem.js';

/** There once it is loaded, before a word comes. @type {import('./stem.js').Stemmer} */
let loaded;

/**
 * Fetched, and its patterns compiled by a first word, while the index still travels.
 * @param {string} address of its module
 */
export async function load(address) {
  const { stemmer } = await import(address);
  loaded = stemmer({ readRules, step });
  loaded.stem('слова');
}

/** A stem without what only tells its kind. @param {string} stem @returns {string} */
export const bare = (stem) => loaded.bare?.(stem) ?? stem;

/** @param {string} word as it is compared @returns {string[]} */
export const stem = (word) => loaded.stem(word);
