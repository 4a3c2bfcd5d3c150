/** What the reader began stands on top of the home page, and is forgotten in one tap. */

import { begun, forgetBegun } from '../core/begun.js';
import { create } from '../core/elements.js';
import { siteRoot } from '../core/page-data.js';
import { local, session } from '../core/storage.js';
import { plural, text } from '../core/strings.js';

/** @param {HTMLElement} place */
export function showBegun(place) {
  const what = begun();
  if (!what) {
    document.documentElement.classList.remove('has-begun'); // rubbish
    return;
  }
  const link = create('a', '', { href: new URL(what.path, siteRoot).href });
  const state = (what.until ?? 0) > Date.now() ? what.call : [
    what.left === null ? '' : plural('begun.blanks', what.left),
    what.ticked ? plural('begun.ticked', what.ticked, { all: what.items }) : '',
  ].filter(Boolean).join(text('comma'));
  link.append(line('title', [...names(), what.title].join(text('comma'))), ' ', line('state', state));
  const forget = create('button', '', { type: 'button', 'aria-label': text('begun.forget') });
  forget.textContent = '×';
  forget.addEventListener('click', () => {
    forgetBegun();
    document.documentElement.classList.remove('has-begun');
  });
  place.append(link, forget);
  document.documentElement.classList.add('has-begun');
}

/** @param {string} name @param {string} [words] */
function line(name, words = '') {
  const element = create('span', `begun__${name}`);
  element.textContent = words;
  return element;
}

/** The client and the project, where they were typed. @returns {string[]} */
function names() {
  const kept = /** @type {{typed?: Record<string, unknown>} | null} */ (session.get('client') ?? local.get('client'));
  const typed = kept?.typed ?? {};
  return [typed.client, typed.project].filter((name) => typeof name === 'string');
}
