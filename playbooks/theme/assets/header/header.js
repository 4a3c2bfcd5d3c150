/** The tools of the header: colours, language, search. */

import { LanguageMenu } from './language-menu.js';
import { SchemeButton } from './scheme-button.js';
import { addSearchButton } from './search-button.js';

export function startHeader() {
  start('[data-scheme]', (button) => new SchemeButton(button));
  start('[data-languages]', (details) => new LanguageMenu(details));
  start('[data-open-search]', addSearchButton);
}

/**
 * @param {string} selector
 * @param {(element: any) => void} component
 */
function start(selector, component) {
  for (const element of document.querySelectorAll(selector)) component(element);
}
