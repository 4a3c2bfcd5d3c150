/** The new date of delivery, saved as a file for the calendar. */

import { calendarFile } from './calendar.js';
import { saveFile } from '../core/files.js';
import { withRole } from '../core/page-data.js';
import { fieldLabel } from '../words/labels.js';
import { values } from '../blanks/values.js';

/** @typedef {import('./template.js').TemplateBlock} TemplateBlock */

export const DATE_FIELD = withRole('new-date');

/**
 * The file is named after the template: nothing typed gets into a name.
 * @param {TemplateBlock} block in its language the event is called
 * @returns {boolean} false when there is no date yet
 */
export function saveNewDate(block) {
  const date = values.raw(DATE_FIELD);
  if (!date) return false;
  const content = calendarFile({ date, summary: dateName(block.language), uid: promiseId(), now: new Date() });
  saveFile(`${block.id}.ics`, content, 'text/calendar');
  return true;
}

/** What the date is: “Spring Brochure · new delivery date”. @param {string} language */
function dateName(language) {
  return [values.raw(withRole('project')), fieldLabel(DATE_FIELD, language)].filter(Boolean).join(' · ');
}

/**
 * One event for one promise: the same project of the same client is the same promise, today, next week and on another
 * device, so that a second slip moves the event. The name itself cannot be read from it. Where no project is named,
 * nobody can tell: each is an event of its own.
 */
function promiseId() {
  const names = [withRole('project'), withRole('client')].map((field) => values.raw(field).normalize().toLowerCase());
  return names[0] ? `${hashed(names.join('\n'))}@playbooks` : newId();
}

/** FNV-1a, of 64 bits. @param {string} words @returns {string} 16 hexadecimal digits */
function hashed(words) {
  let found = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(words)) {
    found = BigInt.asUintN(64, (found ^ BigInt(byte)) * 0x100000001b3n);
  }
  return found.toString(16).padStart(16, '0');
}

/** Unique in the world, and says nothing about anybody. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}@playbooks`;
}
