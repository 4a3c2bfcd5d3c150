/** The button that opens the theme's search where its box does not fit into the header. */

import { first } from '../core/elements.js';

/** @param {HTMLButtonElement} button */
export function addSearchButton(button) {
  const toggle = first('#__search', HTMLInputElement);
  const query = first('[data-md-component="search-query"]', HTMLInputElement);
  if (!toggle || !query) return;
  button.addEventListener('click', () => {
    // By a click, because the theme listens for the change.
    if (!toggle.checked) toggle.click();
    query.focus();
  });
}
