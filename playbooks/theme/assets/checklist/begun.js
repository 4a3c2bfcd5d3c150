/** Notes, while a playbook is in use, where its reader stands; the home page leads back to it. */

import { keepsClient } from '../blanks/kept-values.js';
import { values } from '../blanks/values.js';
import { leftCall } from '../call/interrupted.js';
import { begun, forgetBegun, keepBegun } from '../core/begun.js';
import { siteRoot } from '../core/page-data.js';

/** @param {{left: () => number}[]} templates of the page */
export function followBegun(templates) {
  const title = document.querySelector('h1')?.textContent ?? '';
  const note = (/** @type {string} */ place) => {
    const boxes = [...document.querySelectorAll('[data-checklist] input[data-item]')];
    const ticked = boxes.filter((box) => box instanceof HTMLInputElement && box.checked).length;
    const isTyped = [...values.fields.values()].some(({ id, keeper }) => keeper === 'client' && values.raw(id));
    const left = isTyped && templates.length ? Math.min(...templates.map((template) => template.left())) : null;
    const own = location.pathname.slice(siteRoot.pathname.length);
    const path = own + place;
    // all taken back again: nothing is begun
    if (left === null && !ticked && !leftCall()) {
      if (begun()?.path.split('#')[0] === own) forgetBegun();
      return;
    }
    keepBegun({ path, title, left, ticked, items: boxes.length }, keepsClient());
  };
  // after the words were painted, or before the page is left
  let waits = false;
  const later = () => {
    if (waits) note(leftCall());
    waits = false;
  };
  values.onChange(() => {
    if (!waits) requestAnimationFrame(() => setTimeout(later));
    waits = true;
  });
  document.addEventListener('call:kept', () => note(leftCall()));
  addEventListener('pagehide', later);
  document.addEventListener('checklist:change', ({ target }) => {
    if (target instanceof HTMLElement) note(`#${target.id}`);
  });
}
