/**
 * The way to the search. Nothing of it is fetched before the reader turns to it: by its box, its
 * button, one of the theme's keys (/, s, f), or by coming from another language with a question.
 */

import { missing } from '../core/starting.js';
import { local, session } from '../core/storage.js';
import { addStrings } from '../core/strings.js';

const KEYS = /^[/sf]$/;

/**
 * @param {HTMLElement} element
 * @param {() => Promise<void>} wordsAreWritten resolves when marks in the page would not be written over
 */
export function addSearch(element, wordsAreWritten) {
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById('__search'));
  const input = /** @type {HTMLInputElement} */ (element.querySelector('[data-md-component="search-query"]'));
  /** @type {Promise<import('./box.js').SearchBox> | null} */
  let box = null;
  const open = async () => {
    box ??= Promise.all([import('./box.js'), addStrings()]).then(([{ SearchBox }]) => new SearchBox({ element, toggle, input }, wordsAreWritten));
    try {
      const search = await box;
      // Who only passed by with the Tab key is elsewhere by now.
      if (toggle.checked || document.activeElement === input) search.open();
    } catch (error) {
      box = null; // no connection: the next turn tries again
      missing(error);
    }
  };

  const enter = () => {
    if (!toggle.checked) toggle.click(); // which the theme listens for
    input.focus();
  };

  input.addEventListener('focus', open);
  toggle.addEventListener('change', () => toggle.checked && open());
  // where the box does not fit into the header
  document.querySelector('[data-open-search]')?.addEventListener('click', enter);
  document.addEventListener('keydown', (event) => {
    if (!isCall(event)) return;
    event.preventDefault();
    enter();
    input.select();
  });

  if (toggle.checked || document.activeElement === input) open(); // who was here before this script

  if (session.get('found')) import('./found.js').then(({ showFound }) => showFound(wordsAreWritten)).catch(reportError);

  const asked = session.get('asked');
  if (typeof asked !== 'string') return;
  session.remove('asked');
  input.value = asked;
  enter();
}

/** A key of the search, outside of whatever takes keys itself. @param {KeyboardEvent} event */
function isCall(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const { target } = event;
  const takesKeys = target instanceof Element && target.closest('input, select, textarea, [contenteditable], dialog');
  return !takesKeys && !document.querySelector('dialog:modal') && KEYS.test(event.key) && local.get('keys') !== false;
}
