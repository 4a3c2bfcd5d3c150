/**
 * The grammar of a template's words: blanks, alternatives, optional passages.
 *
 *     {client}                     a blank, by the id of its field
 *     {next-date:on}               a blank in a form that its language knows: "on Thursday 10 December"
 *     {désolé|désolée|désolés}     as the speaker is: he | she | we | we, all of us women
 *     {désolé|désolée}             two forms: one person speaks, whoever writes the rest
 *     [[ … {event} … ]]            left out when all the blanks in it are empty
 *     \{  \}  \[  \]               the character itself
 *
 * Twin of playbooks/model/words.py; both are tested by tests/cases/words.json.
 */

/** @typedef {{gender: 'he' | 'she' | null, voice: 'i' | 'we' | 'women'}} Speaker `gender` is null until it is known */
/** @typedef {{kind: 'text', text: string}} Text */
/** @typedef {{kind: 'blank', field: string, form?: string}} Blank `form`: what its language makes of the value */
/** @typedef {{kind: 'alternatives', forms: string[]}} Alternatives for he, she, we, and we as women */
/** @typedef {{kind: 'passage', parts: Part[]}} Passage an optional passage */
/** @typedef {Text | Blank | Alternatives | Passage} Part */
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

const MOST_FORMS = 4;

//                 escape         open      close     inner          stray
const TOKEN = /\\([{}[\]])|(\[\[)|(\]\])|\{([^{}]*)\}|([{}])/g;
const BLANK_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The grammar is broken; the message is a sentence for the author. */
export class WordsError extends Error {}

/**
 * Cut one paragraph into its parts.
 * @param {string} words
 * @returns {Part[]}
 * @throws {WordsError} with the first fault found
 */
export function parse(words) {
  /** @type {Part[]} */
  const outer = [];
  /** @type {Part[] | null} */
  let inner = null;
  let at = 0;
  for (const token of words.matchAll(TOKEN)) {
    const [whole, escape, open, close, braces, stray] = token;
    const parts = inner ?? outer;
    addText(parts, words.slice(at, token.index));
    at = token.index + whole.length;
    if (escape) addText(parts, escape);
    else if (open) {
      if (inner) throw new WordsError('an optional passage [[…]] stands inside another one');
      inner = [];
    } else if (close) {
      outer.push(passage(inner));
      inner = null;
    } else if (stray) throw new WordsError(`a brace ${stray} stands alone; write \\${stray}`);
    else parts.push(blankOrForms(braces));
  }
  if (inner) throw new WordsError('an optional passage [[ is not closed by ]]');
  addText(outer, words.slice(at));
  return outer;
}

/** @param {Part[]} parts @param {string} words */
function addText(parts, words) {
  const last = parts.at(-1);
  if (last?.kind === 'text') last.text += words;
  else if (words) parts.push({ kind: 'text', text: words });
}

/** @param {Part[] | null} parts @returns {Passage} */
function passage(parts) {
  if (!parts) throw new WordsError(']] closes an optional passage that was never opened by [[');
  if (!parts.some((part) => part.kind === 'blank')) {
    throw new WordsError('an optional passage [[…]] holds no blank, so it would never appear');
  }
  return { kind: 'passage', parts };
}

/** @param {string} inner what stands between braces @returns {Blank | Alternatives} */
function blankOrForms(inner) {
  if (!inner.includes('|')) {
    const [field, form, ...more] = inner.split(':');
    const named = BLANK_ID.test(field) && (form === undefined || BLANK_ID.test(form));
    if (named && !more.length) return form ? { kind: 'blank', field, form } : { kind: 'blank', field };
    throw new WordsError(`{${inner}} is neither a blank (lower-case words joined by -) nor he|she|we`);
  }
  const forms = inner.split('|');
  if (forms.length > MOST_FORMS) {
    throw new WordsError(`{${inner}} has ${forms.length} forms; he | she | we | we, all women takes two to four`);
  }
  if (!forms.some((form) => form.trim())) throw new WordsError(`{${inner}} has only empty forms`);
  return { kind: 'alternatives', forms };
}

/**
 * The fields of all blanks, in order of appearance, repeated as they are.
 * @param {Part[]} parts
 * @returns {string[]}
 */
export function blanks(parts) {
  return parts.flatMap((part) => {
    if (part.kind === 'blank') return [part.field];
    return part.kind === 'passage' ? blanks(part.parts) : [];
  });
}

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
