/** Starts what a page with templates and checklists needs. */

import { addPanel } from './blanks/opening.js';
import { values } from './blanks/values.js';
import { addCallMode } from './call/opening.js';
import { followBegun } from './checklist/begun.js';
import { Checklist } from './checklist/checklist.js';
import { each, start, started, words } from './core/starting.js';
import { addCopying } from './template/copying.js';
import { addLanguageChoice } from './template/language-choice.js';
import { addAfter, addSending } from './template/more.js';
import { addSeen } from './template/seen.js';
import { cleanSelections } from './template/selected.js';
import { followSpeakingTime } from './template/speaking-time.js';
import { TemplateBlock } from './template/template.js';

/** @type {((block: TemplateBlock) => void)[]} */
const PARTS_OF_A_TEMPLATE = [addCopying, addAfter, addLanguageChoice, addCallMode, addSending, addSeen, followSpeakingTime];

/** @returns {Promise<void>} */
async function startWords() {
  await values.prepared();
  /** @type {TemplateBlock[]} */
  const blocks = [];
  each('[data-template]', (element) => {
    const block = new TemplateBlock(element);
    blocks.push(block);
    PARTS_OF_A_TEMPLATE.forEach((add) => start(() => add(block)));
  });
  each('[data-blanks]', addPanel);
  each('[data-checklist]', (element) => new Checklist(element));
  start(cleanSelections);
  start(() => followBegun(blocks.map((block) => ({ id: block.id, left: () => block.emptyBlanks().length }))));
  started('[data-template], [data-checklist]');
}

words.done = startWords();
