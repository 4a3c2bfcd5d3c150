/** What the reader began stands on top of the home page, and is forgotten in one tap: not only the way back to it. */

import { begun } from '../core/begun.js';
import { create } from '../core/elements.js';
import { onReach } from '../core/on-demand.js';
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
  const label = text('begun.forget');
  const forget = create('button', 'begun__forget', { type: 'button', 'aria-label': text('named', { label, words: what.title }) });
  forget.textContent = label;
  const load = onReach(forget, () => import('./forgetting.js'));
  forget.addEventListener('click', async () => {
    (await load())?.forget(what.path, () => showBegun(place));
  });
  place.replaceChildren(link, forget);
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
