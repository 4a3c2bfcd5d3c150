/** What is odd about a date. It is pointed out, never refused. */

import { isBeforeToday, isWeekend } from '../words/formats.js';
import { withRole } from '../core/page-data.js';
import { text } from '../core/strings.js';
import { values } from './values.js';

/** The promised date is a fact: it may well lie behind, and nobody chooses it any more. */
const PROMISED = withRole('promised-date');
const NEW = withRole('new-date');
const LATE = withRole('days-late');

/** @returns {string} today in the reader's own time zone, as a date field writes it */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {import('../core/page-data.js').Field} field @returns {string} '' when there is nothing to point out */
export function warning(field) {
  const day = values.raw(field.id);
  if (field.id === LATE) return daysDiffer(day) ? text('warn.days', { days: daysBetween() }) : '';
  if (field.kind !== 'date' || !day || field.id === PROMISED) return '';
  const promised = values.raw(PROMISED);
  const found = [
    isBeforeToday(day, today()) && 'warn.past',
    isWeekend(day) && 'warn.weekend',
    // Both are written year first, so their order as text is their order in time.
    field.id === NEW && promised && day <= promised && 'warn.before-old',
  ];
  return found.filter((key) => typeof key === 'string').map((key) => text(key)).join(' ');
}

/** @returns {number} days from the promised date to the new one; 0 while one is missing or comes too early */
export function daysBetween() {
  const [promised, fresh] = [PROMISED, NEW].map((field) => Date.parse(values.raw(field)));
  return Math.max(0, Math.round((fresh - promised) / 86_400_000)) || 0;
}

/** @param {string} typed */
function daysDiffer(typed) {
  const [count] = /\d+/.exec(typed) ?? [];
  return count !== undefined && daysBetween() > 0 && Number(count) !== daysBetween();
}
