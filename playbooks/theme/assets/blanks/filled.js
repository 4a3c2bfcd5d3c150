/** The words of a template in one language with its blanks filled, and what goes onto the clipboard. */

import { appendLines } from '../core/elements.js';
import { languageOf } from '../core/page-data.js';
import { fieldLabel, speakerLabel, subjectLabel } from '../words/labels.js';
import { fill, pieces } from '../words/filling.js';
import { blanks, parse } from '../words/words.js';
import { values } from './values.js';

/** @typedef {import('../core/page-data.js').Paragraph} Paragraph */
/** @typedef {import('../core/page-data.js').Words} Words */
/** @typedef {import('../words/words.js').Part} Part */
/** @typedef {'subject' | 'body' | 'all'} Copied what is copied of a template */
/** @typedef {{kind: Paragraph['kind'], speaker: string | null, depth: number, text: string}} FilledParagraph */
/** @typedef {{title: string, subject: string | null, paragraphs: FilledParagraph[]}} Filled */

/** What stands in the blanks of words of one language, at this moment. */
export class Filling {
  /** @param {string} language @param {boolean} spoken said aloud by one person */
  constructor(language, spoken) {
    this.language = language;
    const { gender, voice } = values.speaker;
    /** @type {import('../words/filling.js').Filling} */
    this.filling = {
      value: (field) => values.shown(field, language, spoken),
      formed: (field, form, before) => values.formed(field, form, before, language, spoken),
      speaker: { gender, voice: spoken ? 'i' : voice },
      speakerField: values.speakerField,
      label: (field) => fieldLabel(field, language),
      isSentence: (field) => values.fields.get(field)?.kind === 'long-text',
      stopsOutside: languageOf(language).stops_outside,
    };
  }

  /** @param {string} words */
  fill(words) {
    return fill(partsOf(words), this.filling);
  }

  /** @param {string} words */
  pieces(words) {
    return pieces(partsOf(words), this.filling);
  }

  /**
   * The fields that words depend on: who speaks first, then the blanks in order of appearance.
   * @param {string[]} texts
   * @returns {string[]} each once
   */
  fieldsOf(texts) {
    return this.fieldsIn(texts.map(partsOf));
  }

  /**
   * Those of them without which the words are not whole: a blank of an optional passage alone is none.
   * @param {string[]} texts
   */
  neededFields(texts) {
    return this.fieldsIn(texts.map((words) => partsOf(words).filter(({ kind }) => kind !== 'passage')));
  }

  /** @param {Part[][]} texts */
  fieldsIn(texts) {
    const open = { ...this.filling, speaker: { ...this.filling.speaker, gender: null } };
    const asks = (/** @type {typeof open} */ filling) => (
      texts.some((parts) => pieces(parts, filling).some(({ blank }) => blank === open.speakerField))
    );
    const who = asks(open) || asks({ ...open, speaker: { gender: null, voice: 'i' } }) ? values.speakerFields : [];
    const named = texts.flatMap(blanks);
    return [...new Set([...who, ...named])].filter((field) => values.fields.has(field));
  }

  /**
   * The fields of blanks that would be copied as their labels; those of a passage that is left out
   * are not missing.
   * @param {string[]} texts
   * @returns {string[]} in order of appearance
   */
  emptyFields(texts) {
    const empty = texts.flatMap((words) => this.pieces(words)).filter((piece) => piece.empty && !piece.omitted);
    return [...new Set(empty.map((piece) => piece.blank ?? ''))];
  }

  /**
   * @param {Words} words
   * @returns {Filled} without the paragraphs of which nothing is left
   */
  fillTemplate(words) {
    const paragraphs = words.body.map(({ kind, speaker = null, depth = 0, text }) => (
      { kind, speaker, depth, text: withoutTrailingSpaces(this.fill(text)) }
    ));
    return {
      title: words.title,
      // A subject is one line, whatever was pasted into its blanks.
      subject: words.subject === undefined ? null : this.fill(words.subject).replace(/\s*\n\s*/g, ' ').trim(),
      paragraphs: paragraphs.filter((paragraph) => paragraph.text.trim()),
    };
  }
}

/** What has been read once: while somebody types, all words of a page are filled at each letter. @type {Map<string, Part[]>} */
const known = new Map();

/** @param {string} words @returns {Part[]} the words as they are where their grammar is broken */
function partsOf(words) {
  const parts = known.get(words) ?? read(words);
  known.set(words, parts);
  return parts;
}

/** @param {string} words @returns {Part[]} */
function read(words) {
  try {
    return parse(words);
  } catch {
    return [{ kind: 'text', text: words }];
  }
}

/** @param {string} text */
function withoutTrailingSpaces(text) {
  return text.replace(/[ \t]+$/gm, '').replace(/\n+$/, '');
}

/** @param {Filled} filled @param {string} language @param {Copied} part @returns {string} */
export function plainText(filled, language, part) {
  return copiedParagraphs(filled, language, part).join('\n\n');
}

/** @param {Filled} filled @param {string} language @param {Copied} part @returns {string} one <p> for each paragraph */
export function htmlText(filled, language, part) {
  return copiedParagraphs(filled, language, part).map((text) => paragraphElement(text).outerHTML).join('\n');
}

/** @param {Filled} filled @param {string} language @param {Copied} part @returns {string[]} */
function copiedParagraphs(filled, language, part) {
  if (part === 'subject') return [filled.subject ?? ''];
  const body = filled.paragraphs.map(({ speaker, text }) => speakerLabel(speaker, language) + text);
  return part === 'body' || filled.subject === null ? body : [subjectLabel(language) + filled.subject, ...body];
}

/** @param {string} text */
function paragraphElement(text) {
  const paragraph = document.createElement('p');
  appendLines(paragraph, text);
  return paragraph;
}
