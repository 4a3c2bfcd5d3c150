/** Words as they are compared: the twin of playbooks/search/tokens.py, which says how. */

const APOSTROPHES = "['\u2019\u02bc`\u00b4\u2018\u2032]";
/** Plain ranges: classes of Unicode are six times as slow, and a whole site is cut at once. */
const LETTERS = '0-9a-z\u00c0-\u1fff\u2c00-\ud7ff';
const pattern = (/** @type {string} */ source, flags = '') => new RegExp(source, `g${flags}`);
/** A run of letters, hyphens and apostrophes, as written. */
export const WORD = pattern(`[${LETTERS}\u00ad]+(?:(?:[-\u2010\u2011]|${APOSTROPHES})[${LETTERS}\u00ad]+)*`, 'i');
const APOSTROPHE = pattern(APOSTROPHES);
const NEITHER = `[^${LETTERS}-]`;
/** What parts words; single spaces, which most are, stay as they are. */
const BETWEEN = pattern(`[^${LETTERS} -]${NEITHER}*| ${NEITHER}+`);
const COMPOUND = /(^| )([^ -]*-[^ ]*)/g;

/**
 * How the words of a language are cut, as its language.yml says (`search:`).
 * @typedef {object} Cutting
 * @property {boolean} accents whether they are ignored
 * @property {[pattern: string, instead: string][]} rules for texts in lower case: ' is any apostrophe, L stands for letters
 * @property {[letters: string, typed: string, meant: string]} [lookalikes] typed in a word of `letters`
 */
/** @typedef {(text: string) => string} Cut gives the words of a text, one space between them */

/**
 * @param {Cutting} cutting
 * @returns {Cut}
 */
export function cutter({ accents, rules, lookalikes }) {
  const steps = rules.map(([written, instead]) => (
    /** @type {const} */ ([pattern(written.replaceAll("'", APOSTROPHES).replaceAll('L', LETTERS)), instead])
  ));
  const [letters, typed, meant] = lookalikes ?? [];
  const mixed = lookalikes && pattern(`([${letters}])([a-z]+)|[a-z]+(?=[${letters}])`);
  const exchange = (/** @type {string} */ run) => run.replace(/[a-z]/g, (sign) => meant?.[typed?.indexOf(sign) ?? -1] ?? sign);
  return (text) => {
    text = plain(text.toLowerCase(), accents).replace(/[\u2010\u2011]/g, '-');
    for (const [written, instead] of steps) text = text.replace(written, instead);
    text = text.replace(APOSTROPHE, '').replace(BETWEEN, ' ').replace(COMPOUND, both).trim();
    return mixed ? text.replace(mixed, exchange) : text;
  };
}

/** Without the signs that are not compared. @param {string} text @param {boolean} accents */
function plain(text, accents) {
  if (accents) return text.normalize('NFD').replace(/[\u0300-\u036f\u00ad]/g, '');
  return text.normalize('NFC').replace(/[\u0301\u00ad]/g, '');
}

/** "follow-up" is found as followup, follow and up. @param {string} _ @param {string} space @param {string} compound */
function both(_, space, compound) {
  const words = compound.split('-').filter(Boolean);
  if (words.length > 1) words.unshift(words.join(''));
  return words.length ? space + words.join(' ') : '';
}
