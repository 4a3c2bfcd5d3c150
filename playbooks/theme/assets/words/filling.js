/**
 * Words with their blanks filled: what was typed, the forms of who speaks, and the marks around them. Twin of
 * playbooks/model/filling.py; both are tested by tests/cases/words.json.
 */

import { blanks } from './words.js';

/** @typedef {import('./words.js').Speaker} Speaker */
/** @typedef {import('./words.js').Alternatives} Alternatives */
/** @typedef {import('./words.js').Part} Part */
/**
 * @typedef {object} Filling what fills the blanks of words in one language
 * @property {(field: string) => string | undefined} value what is to stand there, formatted
 * @property {Speaker} speaker
 * @property {(field: string) => string} label
 * @property {(field: string, form: string, before: string) => string} [formed] the form that a blank asks for
 * @property {(field: string) => boolean} [isSentence] whether a field holds whole sentences
 * @property {boolean} [stopsOutside] a full stop stands after the closing quotation mark
 * @property {string} [speakerField]
 */
/**
 * @typedef {object} Piece a run of words to show
 * @property {string} text
 * @property {string} [blank] the field it stands for
 * @property {boolean} [empty] the blank is not filled: `text` is its label in brackets
 * @property {number} [passage] the number of the optional passage it belongs to
 * @property {boolean} [omitted] that passage is left out
 */

/**
 * @param {string[]} forms
 * @param {Speaker} speaker
 * @returns {string | null} null while it depends on what is not known
 */
function formOf(forms, { gender, voice }) {
  if (voice !== 'i' && forms.length > 2) return voice === 'women' ? ofWomen(forms) : forms[2];
  if (forms[0] === forms[1]) return forms[0];
  return gender && forms[gender === 'she' ? 1 : 0];
}

/** The fourth form; without it je suis désolé|je suis désolée|nous sommes désolés has its own, others the third. @param {string[]} forms */
function ofWomen([he, she, we, women]) {
  const ending = she.startsWith(he) ? she.slice(he.length) : '';
  const last = he.slice(he.lastIndexOf(' ') + 1);
  return women ?? (ending && we.endsWith(`${last}s`) ? `${we.slice(0, -1)}${ending}s` : we);
}

/** How forms are shown while nobody has said who speaks: [désolé / désolée], [e]. @param {string[]} forms */
const openForm = (forms) => `[${forms.slice(0, 2).map((form) => form.trim()).filter(Boolean).join(' / ')}]`;

/**
 * The words with their blanks filled; an empty one gives its label in square brackets.
 * @param {Part[]} parts
 * @param {Filling} filling
 * @returns {string}
 */
export function fill(parts, filling) {
  let out = '';
  let omitted = false; // the passage just before was left out
  for (const piece of pieces(parts, filling)) {
    if (piece.omitted) {
      omitted = true;
      continue;
    }
    let { text } = piece;
    if (omitted) [out, text] = joinAroundGap(out, text);
    omitted = false;
    out += text;
  }
  return omitted ? out.replace(/ +$/, '') : out;
}

/**
 * Keep one space, and none at the ends of a line, where a passage was left out.
 * @param {string} before
 * @param {string} after
 * @returns {[string, string]}
 */
export function joinAroundGap(before, after) {
  const rest = !before || /[ \n]$/.test(before) ? after.replace(/^ +/, '') : after;
  return [rest.startsWith('\n') ? before.replace(/ +$/, '') : before, rest];
}

/**
 * The words in runs for showing them; passages that are left out are in it, marked.
 * @param {Part[]} parts
 * @param {Filling} filling
 * @returns {Piece[]}
 */
export function pieces(parts, filling) {
  /** @type {Piece[]} */
  const found = [];
  let before = '';
  parts.forEach((part, passage) => {
    const inner = part.kind === 'passage' ? part.parts : [part];
    const omitted = part.kind === 'passage' && !blanks(inner).some((field) => filling.value(field));
    for (const one of inner) {
      const piece = pieceOf(one, filling, before);
      if (!omitted) before += piece.text;
      found.push(part.kind === 'passage' ? { ...piece, passage, omitted } : piece);
    }
  });
  return mended(found, filling);
}

/** @param {Part} part @param {Filling} filling @param {string} before @returns {Piece} */
function pieceOf(part, filling, before) {
  if (part.kind === 'blank') {
    const value = filling.value(part.field);
    if (!value) return { text: `[${filling.label(part.field)}]`, blank: part.field, empty: true };
    const text = part.form && filling.formed ? filling.formed(part.field, part.form, before) : value;
    return { text, blank: part.field, empty: false };
  }
  if (part.kind === 'text') return { text: part.text };
  const { forms } = /** @type {Alternatives} */ (part); // the grammar has no passage inside a passage
  const text = formOf(forms, filling.speaker);
  return text === null ? { text: openForm(forms), blank: filling.speakerField ?? 'speaker', empty: true } : { text };
}

const CLOSED = /["»”’“‘)\]\u00a0\u202f]*$/u;
const CLOSES = /^[\u00a0\u202f]*["»”’“‘)\]]/u;
const BEGINS = /(^|[.!?…]["»”’)\]]*[ \u00a0\u202f]+|\n)$/u;
const ENDS = /^[ \u00a0\u202f]*(\n|$)|^[ \u00a0\u202f]+\p{Lu}/u;

/**
 * The pieces with the marks around filled blanks put right, whatever was typed: no full stop is doubled, a
 * sentence begins with a capital where a sentence begins, and ends in a full stop where nothing else ends it.
 * @param {Piece[]} run
 * @param {Filling} filling
 */
function mended(run, filling) {
  const shown = run.filter((piece) => !piece.omitted && piece.text);
  let before = '';
  shown.forEach((piece, at) => {
    if (piece.blank && !piece.empty) {
      const rest = shown.slice(at + 1);
      const isSentence = filling.isSentence?.(piece.blank) ?? false;
      const after = afterwards(rest.slice(0, 3), filling);
      const text = isSentence && BEGINS.test(before) ? capital(piece.text) : piece.text;
      const [ended, drops] = end(text, after, isSentence, filling.stopsOutside ?? false);
      piece.text = ended;
      if (drops && !rest[0].blank) rest[0].text = rest[0].text.slice(1);
    }
    before = (before + piece.text).slice(-8);
  });
  return run;
}

/** What follows a value; a sentence that a reader types begins with a capital. @param {Piece[]} run @param {Filling} filling */
function afterwards(run, filling) {
  return run.reduce((out, { text, blank }) => (
    out + (blank && filling.isSentence?.(blank) && !/[^ \u00a0\u202f]/.test(out) ? 'A' : text)
  ), '');
}

/** @param {string} text */
function capital(text) {
  const first = text[0].toUpperCase();
  return first.length === 1 ? first + text.slice(1) : text;
}

/**
 * The end of a value before `after`; and whether the mark that follows it has to go.
 * @param {string} text
 * @param {string} after
 * @param {boolean} isSentence
 * @param {boolean} outside
 * @returns {[string, boolean]}
 */
function end(text, after, isSentence, outside) {
  const bare = text.replace(CLOSED, '');
  const closers = text.slice(bare.length);
  const mark = bare.slice(-1);
  if (after.startsWith('.')) {
    if (mark === '.' && closers && outside) return [bare.slice(0, -1) + closers, false];
    return [text, /[.!?…]/.test(mark)];
  }
  const follows = /^[,;:!?…]/.test(after) ? isSentence : CLOSES.test(after) && (isSentence || outside);
  if (mark === '.' && !bare.endsWith('..') && follows) return [bare.slice(0, -1) + closers, false];
  return [isSentence && !/[.!?…:;,]/.test(mark) && ENDS.test(after) ? `${text}.` : text, false];
}
