/**
 * How long words take to say: the twin of playbooks/languages/speaking.py. Both are tested by
 * tests/cases/speaking.json.
 */

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
 * @param {number} rate words a minute, which the language of the words tells
 */
export function seconds(words, rate) {
  return Math.ceil((countWords(words) * 60) / rate);
}
