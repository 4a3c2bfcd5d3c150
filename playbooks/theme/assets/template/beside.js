/** The words in the language of the page beside those in the client's, or below each paragraph on a phone. */

import { pageLanguage } from '../core/page-data.js';
import { RenderedWords } from '../words/rendering.js';
import { appendLines, create } from '../core/elements.js';
import { text } from '../core/strings.js';
import { wordsLanguage } from '../words/words-language.js';

/** @typedef {import('./template.js').TemplateBlock} TemplateBlock */

/** Below this two columns of words are too narrow to read. */
const WIDE = matchMedia('(min-width: 60em)');

/** Paragraph beside paragraph. */
export class Beside {
  /** @param {TemplateBlock} block @param {HTMLElement} select */
  constructor(block, select) {
    this.block = block;
    /** @type {RenderedWords | null} */
    this.view = null;
    this.column = create('div', 'template__beside', { 'data-beside': '' });
    this.choice = create('label', 'template__beside-choice');
    this.box = create('input', '', { type: 'checkbox', 'data-beside-toggle': '' });
    this.choice.append(this.box, ` ${text('beside')}`);
    select.parentElement?.after(this.choice);
    this.box.addEventListener('change', () => {
      const before = block.element.getBoundingClientRect().top;
      wordsLanguage.showBeside(this.box.checked);
      scrollBy(0, block.element.getBoundingClientRect().top - before); // templates above have grown as well
    });
    block.element.addEventListener('template:change', () => this.update());
    // “toggle” does not bubble, so it is caught on its way down.
    block.element.addEventListener('toggle', (event) => this.follow(event), { capture: true });
    WIDE.addEventListener('change', () => this.update());
    this.update();
  }

  update() {
    const { block } = this;
    const possible = block.language !== pageLanguage;
    const shown = possible && wordsLanguage.beside;
    this.choice.hidden = !possible;
    this.box.checked = wordsLanguage.beside;
    block.element.classList.toggle('is-beside', shown && WIDE.matches);
    if (shown && WIDE.matches) this.show();
    else this.column.remove();
    this.showTwins(shown && !WIDE.matches);
  }

  /** Each paragraph of the words with its twin below it, where there is no room for a second column. @param {boolean} shown */
  showTwins(shown) {
    const { block } = this;
    block.wordsElement.querySelectorAll('.twin').forEach((twin) => twin.remove());
    if (!shown) return;
    const filling = block.filling(pageLanguage);
    block.versions[pageLanguage].body.forEach(({ text: words }, number) => {
      const place = block.wordsElement.querySelector(`[data-paragraph="${number}"]`);
      const twin = create('p', 'twin', { lang: pageLanguage });
      appendLines(twin, filling.fill(words));
      if (place?.matches('summary')) place.append(twin);
      else place?.after(twin);
    });
  }

  show() {
    const { block, column } = this;
    this.view ??= new RenderedWords(column, { leads: false });
    this.view.render(block.versions[pageLanguage], block.filling(pageLanguage));
    if (!column.isConnected) block.wordsElement.after(column);
    this.alignBranches(block.wordsElement, column);
    // The stylesheet lays both columns on the same rows: the subject, then each child of the body.
    const rows = Math.max(...[block.view, this.view].map((view) => view.body.children.length));
    block.element.style.setProperty('--beside-rows', String(rows));
  }

  /** @param {Element} from @param {Element} to */
  alignBranches(from, to) {
    const branches = [...to.querySelectorAll('details')];
    from.querySelectorAll('details').forEach((branch, number) => {
      if (branches[number]) branches[number].open = branch.open;
    });
  }

  /** Branches that say the same open and close together. @param {Event} event */
  follow(event) {
    const { column, block } = this;
    const branch = /** @type {Element} */ (event.target);
    if (!column.isConnected || !branch.classList.contains('branch')) return;
    if (column.contains(branch)) this.alignBranches(column, block.wordsElement);
    else this.alignBranches(block.wordsElement, column);
  }
}
