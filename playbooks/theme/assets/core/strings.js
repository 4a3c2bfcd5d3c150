/** The messages of the interface, in the language of the page. */

import { pageLanguage, readJson, said, siteRoot } from './page-data.js';

const { strings } = said;
Object.assign(strings, readJson('playbooks-strings')); // of this page alone

/** @type {Promise<unknown> | undefined} */
let later;

/** Fetches the messages of what is fetched later itself, and how the language writes values. @returns {Promise<unknown>} */
export function addStrings() {
  later ??= import(new URL(said.later, siteRoot).href).catch((error) => {
    later = undefined; // the network may be back for the next one
    throw error;
  });
  return later;
}
const rules = new Intl.PluralRules(pageLanguage);

/**
 * @param {string} key "copy.all"
 * @param {Record<string, string | number>} [values] for {n}, {names} …
 * @returns {string} the key itself when the message is missing: better than nothing at all
 */
export function text(key, values = {}) {
  const message = Object.hasOwn(strings, key) ? strings[key] : key;
  return message.replace(/\{(\w+)\}/g, (mark, name) => String(values[name] ?? mark));
}

/**
 * The message for a number: `<key>-zero` if there is one, else `-one`, `-few`, `-many` by the rules
 * of the language, else `-other`. {n} is the number.
 * @param {string} key "blanks.left"
 * @param {number} n
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function plural(key, n, values = {}) {
  const wanted = [n === 0 ? 'zero' : '', rules.select(n), 'other'].map((category) => `${key}-${category}`);
  return text(wanted.find((name) => Object.hasOwn(strings, name)) ?? key, { n, ...values });
}

/** A sentence that names more of them covers the words. */
const MOST_NAMES = 3;

/** The first ones and the number of the others. @param {string[]} all */
export function listed(all) {
  const names = all.slice(0, MOST_NAMES).join(text('comma'));
  const n = all.length - MOST_NAMES;
  return n > 0 ? text('copy.more', { names, n }) : names;
}
