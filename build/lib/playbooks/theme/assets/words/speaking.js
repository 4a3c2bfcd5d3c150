/**
 * How long words take to say: the twin of playbooks/speaking.py. Both are tested by
 * tests/cases/speaking.json.
 */

/** Words a minute on the phone; playbooks/languages.py says where they come from. @type {Record<string, number>} */
const RATES = { en: 150, fr: 160, uk: 130 };

/** What Python's str.split() takes for a space. */
const SPACES = /(?:[^\S\ufeff]|[\x1c-\x1f\x85])+/u;
const HAS_LETTER = /[\p{L}\p{N}_]/u;

/**
 * Runs of characters between spaces that hold a letter or a digit.
 * @param {string} words
 */
export function countWords(words) {
  return words.split(SPACES).filter((word) => HAS_LETTER.test(word)).length;
}

/**
 * Seconds to say them, rounded up.
 * @param {string} words
 * @param {string} language of the words
 */
export function seconds(words, language) {
  return Math.ceil((countWords(words) * 60) / RATES[language]);
}
