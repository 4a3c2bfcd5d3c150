/**
 * An email as a link for the mail program (RFC 6068) and as a file (RFC 5322, 2045, 2047).
 * Pure functions: words in, text out.
 */

import { base64, inOctets, wellFormed } from './octets.js';

/**
 * Longer links are cut or refused: Windows passes no more than about 2,000 characters to a mail program. Phones
 * and other systems hand over what any email here needs; a Cyrillic letter takes six characters of a link.
 */
const LONGEST_ON_WINDOWS = 1900;
const LONGEST = 16_000;

/** @param {string} agent as the browser names itself */
export const longestLink = (agent) => (/Windows/.test(agent) ? LONGEST_ON_WINDOWS : LONGEST);

/** The longest line of a quoted-printable body; a little less is used, for what is added at the end. */
const LINE = 76;

const SPACE = 0x20;
const EQUALS = 0x3d;

/** Octets of UTF-8 in one encoded word, so that no line of the header passes 76 characters. */
const ENCODED_WORD_OCTETS = 39;

const PLAIN_SUBJECT = /^[\x20-\x7e]{0,66}$/;

/**
 * @param {string} subject
 * @param {string} body '' for none
 * @param {string} agent as the browser names itself
 * @returns {string | null} null when the link would be too long
 */
export function mailLink(subject, body, agent) {
  const fields = [`subject=${encode(oneLine(subject))}`];
  if (body) fields.push(`body=${encode(crlf(body))}`);
  const link = `mailto:?${fields.join('&')}`;
  return link.length > longestLink(agent) ? null : link;
}

/**
 * A draft. It has neither From nor To: the mail program that opens it knows the one and asks for
 * the other (`X-Unsent` makes it open as a message to be written, not as one received).
 * @param {{subject: string, body: string, language: string, date: Date}} email
 * @returns {string} ASCII with CRLF line ends
 */
export function mailFile({ subject, body, language, date }) {
  const head = [
    `Date: ${mailDate(date)}`,
    `Subject: ${encodeSubject(oneLine(subject))}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    `Content-Language: ${language}`,
  ];
  const lines = body.split('\n').flatMap(quotedPrintable);
  return [...head, '', ...lines, ''].join('\r\n');
}

/** @param {string} text what was typed may hold line breaks; a header must not */
function oneLine(text) {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** @param {string} text */
function crlf(text) {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

/** @param {string} text */
function encode(text) {
  return encodeURIComponent(wellFormed(text));
}

/**
 * As it is when it is short ASCII, else as encoded words on lines of their own.
 * @param {string} subject
 */
function encodeSubject(subject) {
  if (PLAIN_SUBJECT.test(subject) && !subject.includes('=?')) return subject;
  return inOctets(subject, ENCODED_WORD_OCTETS)
    .map((piece) => `=?utf-8?B?${base64(piece)}?=`)
    .join('\r\n ');
}

/**
 * One line of the body as lines of at most 76 characters, all but the last ending in "=".
 * @param {string} line
 * @returns {string[]}
 */
function quotedPrintable(line) {
  const lines = [];
  let last = '';
  for (const octet of new TextEncoder().encode(wellFormed(line))) {
    const plain = octet >= SPACE && octet < 0x7f && octet !== EQUALS;
    const written = plain ? String.fromCharCode(octet) : hex(octet);
    if (last.length + written.length > LINE - 3) {
      lines.push(`${last}=`);
      last = '';
    }
    last += written;
  }
  // A space at the end of a line may get lost on the way.
  return [...lines, last.replace(/ $/, hex(SPACE))];
}

/** @param {number} octet */
function hex(octet) {
  return `=${octet.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** @param {Date} date @returns {string} such as "Tue, 15 Dec 2026 09:00:00 +0000" */
function mailDate(date) {
  return date.toUTCString().replace('GMT', '+0000');
}
