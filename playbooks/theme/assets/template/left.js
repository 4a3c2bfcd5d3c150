/** The blanks that are still empty, in a sentence that stays short. */

import { plural, text } from '../core/strings.js';

/** A message that names more of them covers the words. */
const MOST_NAMES = 3;

/** @param {string[]} labels @returns {string} '' when nothing is left */
export function toldLeft(labels) {
  return labels.length ? plural('copy.blanks', labels.length, { names: shortened(labels) }) : '';
}

/** The first ones and the number of the others, which are never one alone. @param {string[]} labels */
function shortened(labels) {
  if (labels.length <= MOST_NAMES) return labels.join(text('comma'));
  const named = labels.slice(0, Math.min(MOST_NAMES, labels.length - 2));
  return text('copy.more', { names: named.join(text('comma')), n: labels.length - named.length });
}
