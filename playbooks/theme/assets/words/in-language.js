/** In which language, as part of a sentence; its messages come with addStrings(). */

import { languageName } from '../core/page-data.js';
import { text } from '../core/strings.js';

/** “in Ukrainian”. @param {string} code @returns {string} its own name where no words for it are known */
export function inLanguage(code) {
  const key = `copy.in-${code}`;
  const words = text(key);
  return words === key ? languageName(code) : words;
}

/** @param {string} code */
export function copiedIn(code) {
  return text('copy.copied-in', { in: inLanguage(code) });
}
