/** Printing one template instead of the page. The stylesheet does the hiding. */

import { create } from '../core/elements.js';
import { permanentLink } from '../core/permanent.js';
import { text } from '../core/strings.js';

const PRINTING = 'is-printing-one';
const PRINTED = 'is-printed';
const ON_THE_WAY = 'is-around-printed';

/**
 * Marks the element, its ancestors and the body for as long as the page is printed.
 * @param {HTMLElement} element
 */
export function printOne(element) {
  /** @type {Element[]} */
  const around = [];
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) around.push(at);
  const address = create('p', 'print-address');
  address.textContent = `${text('print.at')} ${permanentLink(element.id)}`;
  const mark = (/** @type {boolean} */ on) => {
    document.body.classList.toggle(PRINTING, on);
    element.classList.toggle(PRINTED, on);
    if (on) element.append(address);
    else address.remove();
    for (const ancestor of around) ancestor.classList.toggle(ON_THE_WAY, on);
  };
  mark(true);
  window.addEventListener('afterprint', () => mark(false), { once: true });
  window.print();
}
