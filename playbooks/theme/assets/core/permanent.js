/** Permanent links: /go/<id>/ leads to a playbook, template or checklist in the reader's language. */

import { siteRoot } from './page-data.js';
import { copy, copyKeys } from './clipboard.js';
import { say } from './message.js';
import { create } from './elements.js';
import { text } from './strings.js';

/**
 * @param {string} id of a playbook, template or checklist
 * @param {string} [language] '' leads to the reader's own
 * @returns {string}
 */
export function permanentLink(id, language = '') {
  return new URL(`go/${id}/${language && `${language}/`}`, siteRoot).href;
}

/**
 * Copy an address; where that is refused, show it selected after `place`.
 * @param {string} address
 * @param {HTMLElement} place
 */
export async function copyLink(address, place) {
  const link = create('a', '', { href: address });
  link.removeAttribute('class');
  link.textContent = address;
  if (await copy(address, link.outerHTML)) {
    say(text('copy.link-done'));
    return;
  }
  showAddress(address, place);
  say(text('copy.refused', { keys: copyKeys() }));
}

/**
 * @param {string} address
 * @param {HTMLElement} place gets the focus back
 */
function showAddress(address, place) {
  const field = create('input', 'link-address', { readonly: '', value: address, 'aria-label': text('copy.link') });
  field.addEventListener('blur', () => field.remove(), { once: true });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') place.focus();
  });
  place.after(field);
  field.focus();
  field.select();
}
