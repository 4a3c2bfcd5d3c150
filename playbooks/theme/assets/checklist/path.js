/**
 * A path of steps, from the headings of its page that tell a time: “2. A delay (8 minutes)”. Above them stands what there
 * is to do and how long it takes; what is done is ticked there and stays ticked.
 */

import { all, create, first } from '../core/elements.js';
import { text } from '../core/strings.js';
import { Ticks } from './ticks.js';

const TIMED = /^(.+?)\s*\(([^()]+)\)$/;

/** @param {HTMLElement} element where the path stands */
export function addPath(element) {
  const article = element.closest('article');
  const steps = all('h2[id]', HTMLElement, article ?? document).flatMap((heading) => {
    const [, title, time] = heading.textContent.trim().match(TIMED) ?? [];
    return title ? [{ heading, title: title.replace(/^\d+\.\s*/, ''), time }] : [];
  });
  if (!steps.length) return;
  const ticks = new Ticks(`path:${first('h1', HTMLElement)?.id || location.pathname.split('/').filter(Boolean).at(-1)}`);
  const progress = create('p', 'path__progress', { 'data-path-progress': '' });
  const list = create('ol', 'path__steps');
  const boxes = steps.map(({ heading, title, time }, number) => {
    const box = create('input', '', { type: 'checkbox', 'aria-label': text('named', { label: text('library.done'), words: title }), 'data-step': heading.id });
    const link = create('a', 'path__link', { href: `#${heading.id}` });
    const length = create('span', 'path__time');
    link.textContent = `${number + 1}. ${title}`;
    length.textContent = time;
    const item = create('li', 'path__step');
    item.append(box, link, length);
    list.append(item);
    box.addEventListener('change', () => {
      ticks.set(heading.id, heading.id, box.checked);
      show();
    });
    return box;
  });
  const show = () => {
    steps.forEach(({ heading }, number) => {
      boxes[number].checked = ticks.has(heading.id, heading.id);
      heading.classList.toggle('is-done', boxes[number].checked);
    });
    const n = boxes.filter((box) => box.checked).length;
    progress.textContent = text('named', { label: text('library.path'), words: text('checklist.progress', { n, total: boxes.length }) });
  };
  ticks.onOutsideChange(show);
  element.append(progress, list);
  show();
}
