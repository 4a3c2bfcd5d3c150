/** What the reader began stands on top of the home page, and is forgotten in one tap. */

import { begun, forgetBegun } from '../core/begun.js';
import { create } from '../core/elements.js';
import { siteRoot } from '../core/page-data.js';
import { local, session } from '../core/storage.js';
import { plural, text } from '../core/strings.js';

/** @param {HTMLElement} place */
export function showBegun(place) {
  const what = begun();
  if (!what) return;
  const link = create('a', '', { href: new URL(what.path, siteRoot).href });
  const state = [
    what.left === null ? '' : plural('begun.blanks', what.left),
    what.ticked ? text('begun.ticked', { n: what.ticked, all: what.items }) : '',
  ].filter(Boolean).join(text('comma'));
  link.textContent = [[...names(), what.title].join(text('comma')), state].filter(Boolean).join(' – ');
  const forget = create('button', '', { type: 'button', 'aria-label': text('begun.forget') });
  forget.textContent = '×';
  forget.addEventListener('click', () => {
    forgetBegun();
    place.hidden = true;
  });
  place.append(link, forget);
  place.hidden = false;
}

/** The client and the project, where they were typed. @returns {string[]} */
function names() {
  const kept = /** @type {{typed?: Record<string, unknown>} | null} */ (session.get('client') ?? local.get('client'));
  const typed = kept?.typed ?? {};
  return [typed.client, typed.project].filter((name) => typeof name === 'string');
}
