/**
 * Starts everything a page needs. Without this script all words still read and can be selected;
 * what fails to start must not keep the rest from starting.
 */

import './alternates.js';
import { BlanksPanel } from './blanks.js';
import { addCallMode } from './call.js';
import { Checklist } from './checklist.js';
import { addCopying } from './copying.js';
import { addLanguageChoice } from './language-choice.js';
import { addLinks } from './links.js';
import { addSearch } from './search.js';
import { addSending } from './send.js';
import { startSettings } from './settings.js';
import { followSpeakingTime } from './speaking.js';
import { TemplateBlock } from './template.js';

/** In the order in which they stand in the bar. @type {((block: TemplateBlock) => void)[]} */
const PARTS_OF_A_TEMPLATE = [addCopying, addLanguageChoice, addCallMode, addSending, followSpeakingTime];

start(startSettings);
each('[data-template]', (element) => {
  const block = new TemplateBlock(element);
  PARTS_OF_A_TEMPLATE.forEach((add) => start(() => add(block)));
});
each('[data-blanks]', (element) => new BlanksPanel(element));
each('[data-checklist]', (element) => new Checklist(element));
start(addLinks);
each('[data-search]', addSearch);

/** @param {string} selector @param {(element: HTMLElement) => void} component */
function each(selector, component) {
  for (const element of document.querySelectorAll(selector)) {
    start(() => component(/** @type {HTMLElement} */ (element)));
  }
}

/** @param {() => void} component */
function start(component) {
  try {
    component();
  } catch (error) {
    reportError(error);
  }
}
