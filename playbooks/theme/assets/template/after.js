/** After an email or a message was copied or sent: the date into the calendar, the list, the playbook that comes next. */

import { create } from '../core/elements.js';
import { onReach } from '../core/on-demand.js';
import { withRole } from '../core/page-data.js';
import { say } from '../core/message.js';
import { text } from '../core/strings.js';
import { values } from '../blanks/values.js';

/** @typedef {import('./template.js').TemplateBlock} TemplateBlock */

/** @param {TemplateBlock} block */
export function showAfter(block) {
  const former = block.element.querySelector('[data-after]');
  const place = former ?? create('p', 'template__after', { 'data-after': '' });
  place.replaceChildren(`${text('after.sent')} `, ...ways(block));
  if (!former && place.children.length > 0) block.element.querySelector('[data-bar]')?.before(place);
}

/** The playbook that this one leads to. @returns {HTMLAnchorElement | null} */
export function nextPlaybook() {
  const heading = document.querySelector('#what-comes-next');
  const ways = (heading?.closest('.linked') ?? heading)?.nextElementSibling?.querySelectorAll('a') ?? [];
  return [...ways].find(({ pathname }) => pathname !== location.pathname) ?? null;
}

/** @param {TemplateBlock} block @returns {HTMLElement[]} */
function ways(block) {
  const date = values.raw(withRole('new-date')) ? [dateButton(block)] : [];
  const list = document.querySelector('[data-checklist]');
  const next = nextPlaybook();
  return [
    ...date,
    ...(list ? [link(`#${list.id}`, text('after.tick'))] : []),
    ...(next ? [link(next.href, text('after.next', { title: next.textContent }))] : []),
  ];
}

/** @param {TemplateBlock} block */
function dateButton(block) {
  const button = create('button', 'button', { type: 'button' });
  button.textContent = text('after.date');
  const load = () => import('./new-date.js');
  onReach(button, load);
  button.addEventListener('click', async () => {
    const { saveNewDate } = await load();
    if (saveNewDate(block)) say(text('send.saved'));
  });
  return button;
}

/** @param {string} href @param {string} words */
function link(href, words) {
  const made = create('a', 'button', { href });
  made.textContent = words;
  return made;
}
