/** What is chosen in one tap where one blank is asked for at a time: who speaks, a day soon, an hour, days late. */

import { languageOf, pageLanguage, withRole } from '../core/page-data.js';
import { daysBetween } from './warnings.js';

/** @typedef {{value: string, words: string}} Choice */

/** Days from today: what falls on a weekend moves to Monday. */
const DAYS = [0, 1, 2, 3, 4, 7, 14];
const HOURS = [9, 10, 11, 12, 14, 15, 16, 17];

/** @param {HTMLElement} control @param {Date} now @returns {Choice[]} none where words are typed */
export function quickChoices(control, now) {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].flatMap(({ value, text }) => (value ? [{ value, words: text }] : []));
  }
  const between = control.dataset.field === withRole('days-late') ? String(daysBetween() || '') : '';
  if (between) return [{ value: between, words: between }];
  const type = control instanceof HTMLInputElement ? control.type : '';
  if (type === 'date') return days(now);
  return type === 'time' ? HOURS.map(hour) : [];
}

/** @param {Date} now @returns {Choice[]} each day once */
function days(now) {
  const { locale } = languageOf(pageLanguage);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const named = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const ahead of DAYS) {
    const day = workday(new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead), ahead);
    const isAhead = day.getDate() === new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead).getDate();
    const words = ahead < 2 && isAhead ? relative.format(ahead, 'day') : named.format(day);
    if (!found.has(iso(day))) found.set(iso(day), words);
  }
  return [...found].map(([value, words]) => ({ value, words }));
}

/** Today is today; another day is one on which people work. @param {Date} day @param {number} ahead */
function workday(day, ahead) {
  const weekend = ahead === 0 ? 0 : { 6: 2, 0: 1 }[day.getDay()] ?? 0;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + weekend);
}

/** @param {number} at @returns {Choice} */
function hour(at) {
  const { locale } = languageOf(pageLanguage);
  const words = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(2026, 0, 5, at));
  return { value: `${two(at)}:00`, words };
}

/** @param {Date} day as a date field writes it */
function iso(day) {
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, '0');
}
