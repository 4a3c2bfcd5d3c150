/** Styles of what only some readers open, fetched with it. */

import { fileNamed } from './page-data.js';

/** @type {Map<string, Promise<unknown>>} */
const asked = new Map();

/**
 * @param {'blanks' | 'call' | 'picker' | 'search'} name of a sheet
 * @returns {Promise<unknown>} resolves when it is there or cannot be had
 */
export function addSheet(name) {
  const sheet = asked.get(name) ?? added(name);
  asked.set(name, sheet);
  return sheet;
}

/** @param {string} name */
function added(name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = fileNamed(name);
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}
