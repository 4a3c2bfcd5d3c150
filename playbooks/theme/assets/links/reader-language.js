/** Which language to show to somebody who asked for none. */

import { local } from '../core/storage.js';

/**
 * The reader's last choice on this site, else the first of the browser's languages that is offered,
 * else the first one offered, that at the root of the site.
 * @param {string[]} offered "en", "fr", …
 * @param {string | null} [wanted] what the link itself asks for goes before everything
 * @returns {string}
 */
export function readersLanguage(offered, wanted = null) {
  const browser = (navigator.languages ?? [navigator.language]).map(primary);
  const chosen = local.get('language');
  const wishes = [wanted, typeof chosen === 'string' ? chosen : null, ...browser];
  return wishes.find((language) => language !== null && offered.includes(language)) ?? offered[0];
}

/** @param {string} tag "fr-CA" @returns {string} "fr" */
function primary(tag) {
  return String(tag).split('-')[0].toLowerCase();
}
