/** Words as they are compared: the twin of playbooks/search/tokens.py, which says how. */

const APOSTROPHES = "'\u2019\u02bc`\u00b4\u2018\u2032";
const LETTERS = '[\\p{L}\\p{N}\u0301\u00ad]+';
export const WORD = new RegExp(`${LETTERS}(?:[-\u2010\u2011${APOSTROPHES}]${LETTERS})*`, 'gu');
const JOINED = new RegExp(`[-\u2010\u2011${APOSTROPHES}]`);
const HYPHEN = /[-\u2010\u2011]/;
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g');
const POSSESSIVE = new RegExp(`[${APOSTROPHES}]s$`, 'i');
const TODAY = new RegExp(`aujourd[${APOSTROPHES}]hui`, 'gi');
const ELIDED = /^(qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)$/i;

/** @param {string} word @param {string} language */
export function fold(word, language) {
  if (language === 'uk') return globalThis.candourStem.uk.normalise(word);
  return word.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f\u00ad]/g, '').replace(APOSTROPHE, '')
    .replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/**
 * The words in one run of letters, hyphens and apostrophes, as written.
 * @param {string} raw
 * @param {string} language
 * @returns {string[]}
 */
export function parts(raw, language) {
  if (!JOINED.test(raw)) return [raw];
  let pieces = [language === 'en' ? raw.replace(POSSESSIVE, '') : raw];
  if (language === 'fr') {
    const whole = raw.replace(TODAY, 'aujourdhui');
    pieces = whole.split(APOSTROPHE).filter((piece) => piece.length > 1 && (piece === whole || !ELIDED.test(piece)));
  }
  return pieces.flatMap((piece) => {
    const split = piece.split(HYPHEN);
    return split.length > 1 ? [split.join(''), ...split] : split;
  }).filter(Boolean);
}

/**
 * Stems of a word: those of the table made with the index, else those of the rules.
 * @param {string} written
 * @param {string} language
 * @returns {string[]}
 */
export function stems(written, language) {
  const made = globalThis.candourStem?.[language]?.(written.toLowerCase()) ?? [written];
  return language === 'uk' ? made : made.map((stem) => fold(stem, language));
}
