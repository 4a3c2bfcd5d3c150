/** Words as they are compared: the twin of playbooks/search/tokens.py, which says how. */

const APOSTROPHES = "['\u2019\u02bc`\u00b4\u2018\u2032]";
/** Plain ranges: classes of Unicode are six times as slow, and a whole site is cut at once. */
const LETTERS = '\\da-z\u00c0-\u1fff\u2c00-\ud7ff';
const pattern = (/** @type {string} */ source, flags = '') => new RegExp(source, `g${flags}`);
/** A run of letters, hyphens and apostrophes, as written. */
export const WORD = pattern(`[${LETTERS}\u00ad]+(?:(?:[-\u2010\u2011]|${APOSTROPHES})[${LETTERS}\u00ad]+)*`, 'i');
const APOSTROPHE = pattern(APOSTROPHES);
const POSSESSIVE = pattern(`${APOSTROPHES}s(?![${LETTERS}])`);
const TODAY = pattern(`aujourd${APOSTROPHES}hui`);
const ELIDED = pattern(`(^|[^${LETTERS}])(?:[${LETTERS}]|(?:jus|lors|puis|quoi|quel)?qu)${APOSTROPHES}`);
/** Stands between texts that are cut together. */
export const BREAK = '\ue000';
const NEITHER = `[^${LETTERS}${BREAK}-]`;
/** What parts words; single spaces, which most are, stay as they are. */
const BETWEEN = pattern(`[^${LETTERS}${BREAK} -]${NEITHER}*| ${NEITHER}+`);
const COMPOUND = /(^| )([^ -]*-[^ ]*)/g;
const MIXED = /([а-яєії])([a-z]+)|[a-z]+(?=[а-яєії])/g;
const LOOKALIKES = 'aceioxpykmthb', MEANT = 'асеіохрукмтнв';

/**
 * The words of a text, one space between them.
 * @param {string} text
 * @param {string} language
 * @returns {string}
 */
export function cut(text, language) {
  text = plain(text.toLowerCase(), language).replace(/[\u2010\u2011]/g, '-');
  if (language === 'en') text = text.replace(POSSESSIVE, '');
  if (language === 'fr') text = text.replace(TODAY, 'aujourdhui').replace(ELIDED, '$1 ').replace(APOSTROPHE, ' ');
  text = text.replace(APOSTROPHE, '').replace(BETWEEN, ' ').replace(COMPOUND, both).trim();
  if (language !== 'uk') return text;
  return text.replace(MIXED, (run) => run.replace(/[a-z]/g, (sign) => MEANT[LOOKALIKES.indexOf(sign)] ?? sign));
}

/** Without the signs that are not compared. @param {string} text @param {string} language */
function plain(text, language) {
  if (language === 'uk') return text.normalize('NFC').replace(/[\u0301\u00ad]/g, '').replaceAll('ґ', 'г');
  return text.normalize('NFD').replace(/[\u0300-\u036f\u00ad]/g, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/** "follow-up" is found as followup, follow and up. @param {string} _ @param {string} space @param {string} compound */
function both(_, space, compound) {
  const words = compound.split('-').filter(Boolean);
  if (words.length > 1) words.unshift(words.join(''));
  return words.length ? space + words.join(' ') : '';
}
