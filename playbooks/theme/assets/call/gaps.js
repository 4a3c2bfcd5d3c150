/** A blank that nobody filled, in words that are said: a gap with its label, which is not to be read out. */

import { text } from '../core/strings.js';
import { make } from './frame.js';

/** @param {string} words the label, or the forms to choose from @param {'blank' | 'choice'} gap */
export function fieldGap(words, gap) {
  const element = make('span', `call__gap call__gap--${gap}`);
  if (gap === 'blank') element.append(make('span', 'visually-hidden', `${text('call.gap')} `));
  element.append(make('span', 'call__gap-label', words));
  return element;
}
