/**
 * The grammar of a template's words: blanks, alternatives, optional passages.
 *
 *     {client}                     a blank, by the id of its field
 *     {désolé|désolée|désolés}     the sender's choice: he | she | we (two forms: we takes the first)
 *     [[ … {event} … ]]            left out when all the blanks in it are empty
 *     \{  \}  \[  \]               the character itself
 *
 * Twin of playbooks/words.py; both are tested by tests/cases/words.json.
 */

/** @typedef {'he' | 'she' | 'we'} Sender */
/** @typedef {{kind: 'text', text: string}} Text */
/** @typedef {{kind: 'blank', field: string}} Blank */
/** @typedef {{kind: 'alternatives', forms: string[]}} Alternatives for he, she and we */
/** @typedef {{kind: 'passage', parts: Part[]}} Passage an optional passage */
/** @typedef {Text | Blank | Alternatives | Passage} Part */
/** @typedef {ReadonlyMap<string, string>} Values field → what is to stand there, formatted */
/** @typedef {(field: string) => string} Label */
/**
 * @typedef {object} Piece a run of words to show
 * @property {string} text
 * @property {string} [blank] the field it stands for
 * @property {boolean} [empty] the blank is not filled: `text` is its label in brackets
 * @property {number} [passage] the number of the optional passage it belongs to
 * @property {boolean} [omitted] that passage is left out
 */

/** @type {Sender[]} */
const SENDERS = ['he', 'she', 'we'];

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
    if (BLANK_ID.test(inner)) return { kind: 'blank', field: inner };
    throw new WordsError(`{${inner}} is neither a blank (lower-case words joined by -) nor he|she|we`);
  }
  const forms = inner.split('|');
  if (forms.length > SENDERS.length) {
    throw new WordsError(`{${inner}} has ${forms.length} forms; he | she | we takes two or three`);
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

/** @param {Passage} part @param {Values} values */
function isOmitted(part, values) {
  return !blanks(part.parts).some((field) => values.get(field));
}

/**
 * The words with their blanks filled; an empty one gives its label in square brackets.
 * @param {Part[]} parts
 * @param {Values} values
 * @param {Sender} [sender]
 * @param {Label} [label]
 * @returns {string}
 */
export function fill(parts, values, sender = 'he', label = (field) => field) {
  let out = '';
  let omitted = false; // the passage just before was left out
  for (const part of parts) {
    if (part.kind === 'passage' && isOmitted(part, values)) {
      omitted = true;
      continue;
    }
    let piece = part.kind === 'passage' ? fill(part.parts, values, sender, label) : word(part, values, sender, label);
    if (omitted) [out, piece] = joinAroundGap(out, piece);
    omitted = false;
    out += piece;
  }
  return omitted ? out.replace(/ +$/, '') : out;
}

/** @param {Text | Blank | Alternatives} part @param {Values} values @param {Sender} sender @param {Label} label */
function word(part, values, sender, label) {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'blank') return values.get(part.field) || `[${label(part.field)}]`;
  return part.forms[SENDERS.indexOf(sender)] ?? part.forms[0];
}

/**
 * Keep one space, and none at the ends of a line, where a passage was left out.
 * @param {string} before
 * @param {string} after
 * @returns {[string, string]}
 */
function joinAroundGap(before, after) {
  const rest = !before || /[ \n]$/.test(before) ? after.replace(/^ +/, '') : after;
  return [rest.startsWith('\n') ? before.replace(/ +$/, '') : before, rest];
}

/**
 * The words in runs for showing them; passages that are left out are in it, marked.
 * @param {Part[]} parts
 * @param {Values} values
 * @param {Sender} [sender]
 * @param {Label} [label]
 * @returns {Piece[]}
 */
export function pieces(parts, values, sender = 'he', label = (field) => field) {
  return parts.flatMap((part, number) => {
    if (part.kind === 'passage') {
      const omitted = isOmitted(part, values);
      return pieces(part.parts, values, sender, label).map((piece) => ({ ...piece, passage: number, omitted }));
    }
    const piece = { text: word(part, values, sender, label) };
    return part.kind === 'blank' ? { ...piece, blank: part.field, empty: !values.get(part.field) } : piece;
  });
}
