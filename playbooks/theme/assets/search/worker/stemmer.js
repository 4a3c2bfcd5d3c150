/** The stemmer of the worker's language. */

/**
 * Fetched, and its patterns compiled by a first word, while the index still travels.
 * @param {string} language
 */
export async function load(language) {
  await import(`./stem_${language}.js`);
  globalThis.candourStem[language]('слова');
}

/** @param {string} word as it is compared @returns {string[]} */
export const stem = (word) => globalThis.candourStem[self.name](word);
