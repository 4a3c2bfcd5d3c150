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
  const call = leftCall(what.path);
  const state = call?.left ?? [
    what.left === null ? '' : plural('begun.blanks', what.left),
    what.ticked ? plural('begun.ticked', what.ticked, { all: what.items }) : '',
  ].filter(Boolean).join(text('comma'));
  const stands = line('state', state);
  if (call) stands.lang = call.language ?? '';
  link.append(line('title', [...names(), what.title].join(text('comma'))), ' ', stands);
  const forget = create('button', '', { type: 'button', 'aria-label': text('begun.forget') });
  forget.textContent = '×';
  forget.addEventListener('click', () => {
    forgetBegun();
    document.documentElement.classList.remove('has-begun');
  });
  place.append(link, forget);
  document.documentElement.classList.add('has-begun');
}

/** @param {string} name @param {string} words */
function line(name, words) {
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

/** The call that it leads to, if one was left not long ago (call/interrupted.js, which not every page needs to fetch). @param {string} path */
function leftCall(path) {
  const call = /** @type {Partial<import('../call/interrupted.js').Interrupted> | null} */ (session.get('call'));
  return call && path.endsWith(`#${call.id}`) && Date.now() - Number(call.started) < 36e5 ? call : null;
}
