/** After the call: what was noted, the email, the date, what is left to tick, what comes next, in the order in which they are done. */

import { copy, copyKeys } from '../core/clipboard.js';
import { all, first } from '../core/elements.js';
import { say } from '../core/message.js';
import { data, withRole } from '../core/page-data.js';
import { text } from '../core/strings.js';
import { values } from '../blanks/values.js';
import { nextPlaybook } from '../template/after.js';
import { saveNewDate, DATE_FIELD } from '../template/new-date.js';
import { make, makeButton } from './frame.js';

/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */
/** @typedef {import('./view.js').CallView} CallView */

const NOTES_FIELD = withRole('notes');

/** The email that follows the call, if the page has one: the one for after it, else one that takes the notes, else any. @returns {HTMLElement | null} */
export function emailOfPage() {
  const emails = all('[data-template][data-channel="email"]', HTMLElement);
  return emails.find(({ id }) => id.endsWith('-email-after')) ?? emails.find(takesNotes) ?? emails[0] ?? null;
}

/** @param {HTMLElement} email */
function takesNotes({ dataset }) {
  const versions = Object.values(data?.templates[dataset.template ?? '']?.versions ?? {});
  return versions.some(({ body }) => body.some((paragraph) => paragraph.text.includes(`{${NOTES_FIELD}}`)));
}

/**
 * @param {CallView} view
 * @param {TemplateBlock} block the script
 */
export function showAfter(view, block) {
  const email = emailOfPage();
  const list = make('ol', 'call__acts');
  list.append(noted(view, email));
  if (email) list.append(way(view, email, 'call.email', '.template__title', 'button--primary'));
  if (values.raw(DATE_FIELD)) list.append(date(block));
  const checklist = first('[data-checklist]', HTMLElement);
  if (checklist && isHalfTicked(checklist)) list.append(way(view, checklist, 'after.tick', '.checklist__title'));
  const next = nextPlaybook();
  if (next) list.append(onward(next));
  const heading = make('h3', 'call__heading', text('call.end'));
  heading.tabIndex = -1;
  view.after.replaceChildren(heading, list);
}

/** A list that nobody began is for before the call; it comes too late now. @param {HTMLElement} checklist */
function isHalfTicked(checklist) {
  const boxes = all('input[data-item]', HTMLInputElement, checklist);
  const ticked = boxes.filter((box) => box.checked).length;
  return ticked > 0 && ticked < boxes.length;
}

/** @param {HTMLAnchorElement} next */
function onward(next) {
  const row = make('li', 'call__act');
  const link = make('a', 'button', text('after.next', { title: next.textContent ?? '' }));
  link.href = next.href;
  row.append(link);
  return row;
}

/** @param {CallView} view @param {HTMLElement | null} email */
function noted(view, email) {
  const row = make('li', 'call__act');
  const button = makeButton('call__copy', text('call.copy-notes'));
  button.dataset.copyNotes = '';
  button.addEventListener('click', () => copyNotes(view.notes));
  const reach = email && takesNotes(email) ? 'call.notes-reach' : 'call.notes-stay';
  row.append(view.noting, make('p', 'call__help', text(reach)), button);
  return row;
}

/** @param {HTMLTextAreaElement} field */
async function copyNotes(field) {
  if (!field.value.trim()) {
    field.focus();
    return say(text('call.no-notes'));
  }
  if (await copy(field.value.trim())) return say(text('call.notes-copied'));
  field.focus();
  field.select();
  say(text('copy.refused', { keys: copyKeys() }));
}

/**
 * A link to a place on this page.
 * @param {CallView} view @param {HTMLElement} target @param {string} label key @param {string} titled where its title stands @param {string} [className]
 */
function way(view, target, label, titled, className = '') {
  const row = make('li', 'call__act');
  const link = make('a', `button ${className}`, text(label));
  link.href = `#${target.id}`;
  link.addEventListener('click', () => {
    view.leadsTo = target;
    view.dialog.close();
  });
  const title = target.querySelector(titled)?.textContent ?? '';
  row.append(link);
  if (title) row.append(make('p', 'call__help', title));
  return row;
}

/** @param {TemplateBlock} block */
function date(block) {
  const row = make('li', 'call__act');
  const button = makeButton('', text('send.ics'));
  button.dataset.callDate = '';
  button.addEventListener('click', () => saveNewDate(block) && say(text('send.saved')));
  row.append(button);
  return row;
}
