/** Notes, while a playbook is in use, where its reader stands; the home page leads back to it. */

import { keepsClient } from '../blanks/kept-values.js';
import { values } from '../blanks/values.js';
import { leftCall, SAME_CALL_MINUTES } from '../call/interrupted.js';
import { begun, forgetBegun, keepBegun } from '../core/begun.js';
import { siteRoot } from '../core/page-data.js';

/** @param {{left: () => number}[]} templates of the page */
export function followBegun(templates) {
  const title = document.querySelector('h1')?.textContent ?? '';
  /** A call that was left comes before all else. @param {string} [place] */
  const note = (place = '') => {
    const call = leftCall();
    const boxes = [...document.querySelectorAll('[data-checklist] input[data-item]')];
    const ticked = boxes.filter((box) => box instanceof HTMLInputElement && box.checked).length;
    const isTyped = [...values.fields.values()].some(({ id, keeper }) => keeper === 'client' && values.raw(id));
    const left = isTyped && templates.length ? Math.min(...templates.map((template) => template.left())) : null;
    const own = location.pathname.slice(siteRoot.pathname.length);
    const path = own + (call ? `#${call.id}` : place);
    // all taken back again: nothing is begun
    if (left === null && !ticked && !call) {
      if (begun()?.path.split('#')[0] === own) forgetBegun();
      return;
    }
    const taken = call && { call: call.left, until: call.started + SAME_CALL_MINUTES * 60_000 };
    keepBegun({ path, title, left, ticked, items: boxes.length, ...taken }, keepsClient());
  };
  // after the words were painted, or before the page is left
  let waits = false;
  const later = () => {
    if (waits) note();
    waits = false;
  };
  values.onChange(() => {
    if (!waits) requestAnimationFrame(() => setTimeout(later));
    waits = true;
  });
  document.addEventListener('call:kept', () => note());
  addEventListener('pagehide', later);
  document.addEventListener('checklist:change', ({ target }) => {
    if (target instanceof HTMLElement) note(`#${target.id}`);
  });
}
