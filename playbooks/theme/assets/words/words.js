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
