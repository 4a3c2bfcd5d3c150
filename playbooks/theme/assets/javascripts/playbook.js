/** Starts what a page with templates and checklists needs. */

import { BlanksPanel } from './blanks.js';
import { Checklist } from './checklist.js';
import { addCopying } from './copying.js';
import { addLanguageChoice } from './language-choice.js';
import { addCallMode, addSending } from './on-demand.js';
import { followSpeakingTime } from './speaking.js';
import { each, start } from './start.js';
import { TemplateBlock } from './template.js';

/** @type {((block: TemplateBlock) => void)[]} */
const PARTS_OF_A_TEMPLATE = [addCopying, addLanguageChoice, addCallMode, addSending, followSpeakingTime];

each('[data-template]', (element) => {
  const block = new TemplateBlock(element);
  PARTS_OF_A_TEMPLATE.forEach((add) => start(() => add(block)));
});
each('[data-blanks]', (element) => new BlanksPanel(element));
each('[data-checklist]', (element) => new Checklist(element));
