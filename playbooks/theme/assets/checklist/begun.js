/** Notes, while a playbook is in use, where its reader stands; the home page leads back to it. */

import { keepsClient } from '../blanks/kept-values.js';
import { values } from '../blanks/values.js';
import { leftCall, SAME_CALL_MINUTES } from '../call/interrupted.js';
import { begun, forgetBegun, keepBegun } from '../core/begun.js';
import { siteRoot } from '../core/page-data.js';

/** @param {{id: string, left: () => number}[]} templates of the page */
export function followBegun(templates) {
  const title = document.querySelector('h1')?.textContent ?? '';
  const own = location.pathname.slice(siteRoot.pathname.length);
  /** The template last worked in; a page that was left knows it by where it is come back to. */
  let last = '';
  const turnTo = (/** @type {string | undefined} */ id) => { if (templates.some((one) => one.id === id)) last = id ?? ''; };
  /** @returns {string[]} where it was begun, if that is on this page */
  const kept = () => {
    const [path, place] = begun()?.path.split('#') ?? [];
    return path === own ? [path, place] : [];
  };
  turnTo(kept()[1]);
  turnTo(location.hash.slice(1));
  /** A call that was left comes before all else. @param {string} [place] */
  const note = (place = '') => {
    const call = leftCall();
    const boxes = [...document.querySelectorAll('[data-checklist] input[data-item]')];
    const ticked = boxes.filter((box) => box instanceof HTMLInputElement && box.checked).length;
    const isTyped = [...values.fields.values()].some(({ id, keeper }) => keeper === 'client' && values.raw(id));
    const counted = templates.filter(({ id }) => !last || id === last);
    const left = isTyped && counted.length ? Math.min(...counted.map((template) => template.left())) : null;
    // all taken back again: nothing is begun
    if (left === null && !ticked && !call) {
      if (kept().length) forgetBegun();
      return;
    }
    const to = call ? `#${call.id}` : place || (last && `#${last}`);
    const taken = call && { call: call.left, until: call.started + SAME_CALL_MINUTES * 60_000 };
    keepBegun({ path: own + to, title, left, ticked, items: boxes.length, ...taken }, keepsClient());
  };
  // after the words were painted, or before the page is left
  let waits = false;
  const later = () => {
    if (waits) note();
    waits = false;
  };
  const soon = () => {
    if (!waits) requestAnimationFrame(() => setTimeout(later));
    waits = true;
  };
  values.onChange(soon);
  for (const turn of ['blanks:open', 'click']) {
    document.addEventListener(turn, ({ target }) => {
      const before = last;
      if (target instanceof Element) turnTo(target.closest('[data-template]')?.id);
      if (last !== before && kept().length) soon();
    });
  }
  document.addEventListener('call:kept', () => note());
  addEventListener('pagehide', later);
  document.addEventListener('checklist:change', ({ target }) => {
    if (target instanceof HTMLElement) note(`#${target.id}`);
  });
}
