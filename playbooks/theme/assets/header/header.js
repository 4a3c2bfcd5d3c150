/** The tools of the header: colours, language. */

import { all } from '../core/elements.js';
import { LanguageMenu } from './language-menu.js';
import { SchemeButton } from './scheme-button.js';

export function startHeader() {
  for (const button of all('[data-scheme]', HTMLButtonElement)) new SchemeButton(button);
  for (const details of all('[data-languages]', HTMLDetailsElement)) new LanguageMenu(details);
}
