/** What only the sheet has, where one blank is asked for at a time: the sentence, choices of one tap, the steps. */

import { create } from '../core/elements.js';
import { text } from '../core/strings.js';

/** @param {HTMLElement} panel */
export function addSteps(panel) {
  const place = (/** @type {'div' | 'p'} */ tag, /** @type {string} */ name, /** @type {Record<string, string>} */ more = {}) => (
    create(tag, `blanks__${name}`, { [`data-${name}`]: '', hidden: '', ...more })
  );
  const steps = place('div', 'steps');
  const back = button('step-back', 'button', { type: 'button' });
  const next = button('step-next', 'button button--primary', { type: 'submit' });
  const copy = button('step-copy', 'button button--primary', { type: 'button', hidden: '' });
  back.textContent = text('blanks.back');
  next.textContent = text('blanks.next');
  copy.textContent = text('copy.all');
  steps.append(create('span', 'blanks__position', { 'data-position': '' }), back, next, copy);
  panel.querySelector('form')?.before(place('p', 'sentence'));
  panel.querySelector('[data-rows]')?.after(place('div', 'quick', { role: 'group' }), steps);
}

/** @param {string} name @param {string} className @param {Record<string, string>} more */
function button(name, className, more) {
  return create('button', className, { [`data-${name}`]: '', ...more });
}
