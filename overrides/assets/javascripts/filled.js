/** The words of a template in one language with its blanks filled, and what goes onto the clipboard. */

import { data } from './page.js';
import { values } from './values.js';
import { blanks, fill, parse } from './words.js';

/** @typedef {import('./page.js').Paragraph} Paragraph */
/** @typedef {import('./page.js').Words} Words */
/** @typedef {import('./words.js').Part} Part */
/** @typedef {'subject' | 'body' | 'all'} Copied */
/** @typedef {{kind: Paragraph['kind'], speaker: string | null, depth: number, text: string}} FilledParagraph */
/** @typedef {{title: string, subject: string | null, paragraphs: FilledParagraph[]}} Filled */

/** @param {string} field @param {string} language @returns {string} its label */
export function fieldLabel(field, language) {
  return values.fields.get(field)?.label[language] ?? field;
}

/** @param {string | null | undefined} speaker @param {string} language @returns {string} “You: ”, “Vous : ” */
export function speakerLabel(speaker, language) {
  return (speaker && data?.speakers[language]?.[speaker]) || '';
}

/** @param {string} language @returns {string} “Subject: ”, “Objet : ” */
export function subjectLabel(language) {
  return `${data?.subject[language] ?? ''}${language === 'fr' ? '\u00a0' : ''}: `;
}

/** @param {string} words @returns {Part[]} the words as they are where their grammar is broken */
export function partsOf(words) {
  try {
    return parse(words);
  } catch {
    return [{ kind: 'text', text: words }];
  }
}

/** @param {string} words @param {string} language @returns {string} */
export function fillWords(words, language) {
  return fill(partsOf(words), values.for(language), values.sender, (field) => fieldLabel(field, language));
}

/**
 * @param {Words} words
 * @param {string} language
 * @returns {Filled} without the paragraphs of which nothing is left
 */
export function fillTemplate(words, language) {
  const paragraphs = words.body.map(({ kind, speaker = null, depth = 0, text }) => (
    { kind, speaker, depth, text: withoutTrailingSpaces(fillWords(text, language)) }
  ));
  return {
    title: words.title,
    // A subject is one line, whatever was pasted into its blanks.
    subject: words.subject === undefined ? null : fillWords(words.subject, language).replace(/\s*\n\s*/g, ' ').trim(),
    paragraphs: paragraphs.filter((paragraph) => paragraph.text.trim()),
  };
}

/** @param {string} text */
function withoutTrailingSpaces(text) {
  return text.replace(/[ \t]+$/gm, '').replace(/\n+$/, '');
}

/**
 * The fields of blanks that would be copied as their labels; those of a passage that is left out
 * are not missing.
 * @param {string[]} texts
 * @param {string} language
 * @returns {string[]} in order of appearance
 */
export function emptyFields(texts, language) {
  const filled = values.for(language);
  const shown = texts.flatMap(partsOf).filter((part) => (
    part.kind !== 'passage' || blanks(part.parts).some((field) => filled.has(field))
  ));
  return [...new Set(blanks(shown).filter((field) => !filled.has(field)))];
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

/** Text at the end of an element, line breaks as <br>. @param {Element} parent @param {string} text */
export function appendLines(parent, text) {
  text.split('\n').forEach((line, number) => {
    if (number) parent.append(document.createElement('br'));
    if (line) parent.append(line);
  });
}
