/** A checklist in a list of them: how far this reader has come with it. */

import { text } from '../core/strings.js';
import { Ticks } from './ticks.js';

/** @param {HTMLElement} row with data-listed-checklist and data-items: “item:version …” */
export function showListedProgress(row) {
  const place = row.querySelector('[data-listed-progress]');
  const items = (row.dataset.items ?? '').split(' ').filter(Boolean).map((item) => item.split(':'));
  if (!place || !items.length) return;
  const ticks = new Ticks(row.dataset.listedChecklist ?? '');
  const untouched = place.textContent;
  const show = () => {
    const n = items.filter(([item, version]) => ticks.has(item, version)).length;
    place.textContent = n ? text('checklist.progress', { n, total: items.length }) : untouched;
    row.classList.toggle('is-begun', n > 0);
    // what is begun comes first
    const item = row.closest('li');
    if (item && n && n < items.length) item.parentElement?.prepend(item);
    row.classList.toggle('is-complete', n === items.length);
  };
  ticks.onOutsideChange(show);
  show();
}
