/** A path of steps: what there is to do and how long it takes; what is done is ticked there and stays ticked. */

import { all, first } from '../core/elements.js';
import { text } from '../core/strings.js';
import { Ticks } from './ticks.js';

/** @param {HTMLElement} element the path, as partials/content.html makes it */
export function addPath(element) {
  const boxes = all('[data-step]', HTMLInputElement, element);
  const progress = first('[data-path-progress]', HTMLElement, element);
  if (!boxes.length || !progress) return;
  const ticks = new Ticks(`path:${first('h1', HTMLElement)?.id || location.pathname.split('/').filter(Boolean).at(-1)}`);
  const show = () => {
    for (const box of boxes) {
      const { step = '' } = box.dataset;
      box.checked = ticks.has(step, step);
      document.getElementById(step)?.classList.toggle('is-done', box.checked);
    }
    const n = boxes.filter((box) => box.checked).length;
    progress.textContent = text('named', { label: text('library.path'), words: text('checklist.progress', { n, total: boxes.length }) });
  };
  for (const box of boxes) {
    box.addEventListener('change', () => {
      ticks.set(box.dataset.step ?? '', box.dataset.step ?? '', box.checked);
      show();
    });
  }
  ticks.onOutsideChange(show);
  show();
}
