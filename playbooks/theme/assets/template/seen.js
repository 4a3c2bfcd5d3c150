/** A letter as its reader's program will show it: who it is from, and no mark of having been a form. */

import { values } from '../blanks/values.js';
import { create } from '../core/elements.js';
import { text } from '../core/strings.js';

/** Fields that a line “From” is made of: the name, and what one may know of who writes. */
const SENDER = 'sender';

/** @param {import('./template.js').TemplateBlock} block */
export function addSeen(block) {
  const button = block.element.querySelector('[data-seen]');
  if (!(button instanceof HTMLElement)) return;
  const from = create('p', 'template__from');
  const label = create('span', 'template__label');
  const name = create('span', '');
  from.append(label, name);
  const show = () => {
    label.textContent = text('seen.from');
    name.textContent = values.raw(SENDER) || text('seen.you');
  };
  button.addEventListener('click', () => {
    const isSeen = block.element.classList.toggle('is-seen');
    button.setAttribute('aria-pressed', String(isSeen));
    if (isSeen) block.wordsElement.before(from);
    else from.remove();
    show();
  });
  block.element.addEventListener('template:change', show);
}
