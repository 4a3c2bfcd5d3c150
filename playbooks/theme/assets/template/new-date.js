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
  const content = calendarFile({ date, summary: dateName(block.language), uid: newId(), now: new Date() });
  saveFile(`${block.id}.ics`, content, 'text/calendar');
  return true;
}

/** What the date is: “Spring Brochure · new delivery date”. @param {string} language */
function dateName(language) {
  return [values.raw(withRole('project')), fieldLabel(DATE_FIELD, language)].filter(Boolean).join(' · ');
}

/** Unique in the world, and says nothing about anybody. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}@playbooks`;
}
