/** Notes, while a playbook is in use, where its reader stands; the home page leads back to it. */

import { keepsClient } from '../blanks/kept-values.js';
import { values } from '../blanks/values.js';
import { keepBegun } from '../core/begun.js';
import { siteRoot } from '../core/page-data.js';

/** @param {{left: () => number}[]} templates of the page */
export function followBegun(templates) {
  const title = document.querySelector('h1')?.textContent ?? '';
  const note = () => {
    const boxes = [...document.querySelectorAll('[data-checklist] input[data-item]')];
    const ticked = boxes.filter((box) => box instanceof HTMLInputElement && box.checked).length;
    const left = templates.length ? Math.min(...templates.map((template) => template.left())) : 0;
    const path = location.pathname.slice(siteRoot.pathname.length);
    keepBegun({ path, title, left, ticked, items: boxes.length }, keepsClient());
  };
  values.onChange(note);
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.item) note();
  });
}
