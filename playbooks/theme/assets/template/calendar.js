/**
 * The promised day as a calendar file (RFC 5545). Pure functions.
 */

import { inOctets } from './octets.js';

const LINE_OCTETS = 75;
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/**
 * A whole day, with a reminder at nine in the morning of the working day before.
 * @param {{date: string, summary: string, uid: string, now: Date}} event `date` as 2026-12-15
 * @returns {string} with CRLF line ends
 */
export function calendarFile({ date, summary, uid, now }) {
  const day = new Date(`${date}T00:00:00Z`);
  const name = escapeText(summary);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Playbooks//Playbooks//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(now)}`,
    `LAST-MODIFIED:${stamp(now)}`,
    `SEQUENCE:${Math.floor(now.getTime() / MINUTE)}`, // a later one takes the place of an earlier
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(new Date(day.getTime() + DAY))}`,
    `SUMMARY:${name}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${name}`,
    `TRIGGER:${reminder(day)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/**
 * From the start of the day back to 9:00 of the working day before: 15 hours, and the weekend if
 * it lies between. Days are nominal in RFC 5545, so that a change of clocks does no harm.
 * @param {Date} day
 */
function reminder(day) {
  const weekday = day.getUTCDay();
  const weekend = weekday === 1 ? 2 : weekday === 0 ? 1 : 0;
  return weekend ? `-P${weekend}DT15H` : '-PT15H';
}

/** @param {Date} day @returns {string} 20261215 */
function compact(day) {
  return day.toISOString().slice(0, 10).replaceAll('-', '');
}

/** @param {Date} date @returns {string} 20261215T090000Z */
function stamp(date) {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** @param {string} text */
function escapeText(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** @param {string} line lines after the first begin with a space, which counts */
function fold(line) {
  return inOctets(line, LINE_OCTETS, LINE_OCTETS - 1).join('\r\n ');
}
