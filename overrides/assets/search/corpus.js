/**
 * The site's words and where they stand.
 *
 * Every word of every field has a number, its place; fields lie apart, so that no phrase reaches from
 * one into the next. `owner` tells the field of a place. All else is lists of places.
 */

import { WORD, fold, parts } from './words.js';

/** What a word is worth where it stands. */
export const WEIGHTS = { title: 9, lead: 8, asked: 8, summary: 4, heading: 4, text: 1 };
const GAP = 8;
export const BEGINNING = 5;

/**
 * @typedef {object} Doc
 * @property {string} location
 * @property {string} kind
 * @property {string} title
 * @property {string} text
 * @property {string} [lead]
 * @property {string} [summary]
 * @property {string} [asked]
 * @property {number} page the number of its page
 */
/** @typedef {{doc: number, weight: number, start: number, length: number}} Field */

export class Corpus {
  /** @param {{config: {lang: string[]}, docs: Doc[], stems: string, forms: string, synonyms: string[][], ignored: string}} index */
  constructor(index) {
    this.language = index.config.lang[0];
    this.docs = index.docs;
    this.synonyms = index.synonyms;
    this.ignored = new Set(index.ignored.split(' ').map((word) => fold(word, this.language)));
    /** @type {Map<string, string[]>} */
    this.families = table(index.stems);
    /** @type {Map<string, string[]>} */
    this.forms = table(index.forms);
    /** Stems of each word of the site. @type {Map<string, string[]>} */
    this.stemsOf = new Map();
    for (const [stem, members] of this.families) {
      for (const word of members) append(this.stemsOf, word, stem);
    }
    /** Stems by their first letters. @type {Map<string, string[]>} */
    this.begun = new Map();
    for (const stem of this.families.keys()) append(this.begun, stem.slice(0, BEGINNING), stem);
    /** @type {Field[]} */
    this.fields = [];
    /** Documents of each page. @type {number[][]} */
    this.pages = [];
    /** Where each word stands. @type {Map<string, Uint32Array>} */
    this.places = new Map();
    this.sort(this.read());
    const texts = this.fields.filter((field) => field.weight === WEIGHTS.text);
    this.usual = texts.reduce((sum, field) => sum + field.length, 0) / (texts.length || 1);
  }

  /** Number the places, field by field. */
  read() {
    const room = this.docs.reduce((sum, { title, text, lead = '', summary = '', asked = '' }) => (
      sum + title.length + text.length + lead.length + summary.length + (GAP + 1) * (asked.length + 5)), 0);
    const reading = { at: new Uint32Array(room), place: 0, words: [''], known: new Map(), numbers: new Map() };
    let base = null;
    this.docs.forEach((doc, number) => {
      const path = doc.location.split('#')[0];
      const first = path !== base;
      if (first) this.pages.push([]);
      base = path;
      doc.page = this.pages.length - 1;
      this.pages[doc.page].push(number);
      for (const [name, weight] of Object.entries(WEIGHTS)) {
        const text = name === 'heading' ? !first && doc.title : name === 'title' ? first && doc.title : doc[name];
        // Each thing that readers type is a field of its own: it is met as a whole.
        for (const piece of text ? text.split(name === 'asked' ? ' · ' : '\0') : []) {
          const start = reading.place;
          this.take(piece, reading);
          this.fields.push({ doc: number, weight, start, length: reading.place - start });
          reading.place += GAP;
        }
      }
    });
    return reading;
  }

  /** Note which word stands at each place of a field. */
  take(text, reading) {
    for (const raw of text.match(WORD) ?? []) {
      let numbers = reading.known.get(raw);
      if (!numbers) {
        numbers = parts(raw, this.language).map((part) => this.number(part, reading));
        reading.known.set(raw, numbers);
      }
      for (const number of numbers) {
        reading.at[reading.place] = number;
        reading.place += 1;
      }
    }
  }

  number(part, { words, numbers }) {
    const lower = part.toLowerCase();
    const word = this.stemsOf.has(lower) ? lower : fold(part, this.language);
    let number = numbers.get(word);
    if (!number) {
      number = words.push(word) - 1;
      numbers.set(word, number);
    }
    return number;
  }

  /** Sort places by their words: all in one array, of which each word has a part. */
  sort({ at, place: end, words }) {
    const starts = new Uint32Array(words.length + 1);
    for (let place = 0; place < end; place += 1) starts[at[place] + 1] += 1;
    for (let number = 1; number <= words.length; number += 1) starts[number] += starts[number - 1];
    const sorted = new Uint32Array(end);
    const next = starts.slice();
    for (let place = 0; place < end; place += 1) {
      sorted[next[at[place]]] = place;
      next[at[place]] += 1;
    }
    words.forEach((word, number) => word && this.places.set(word, sorted.subarray(starts[number], starts[number + 1])));
    this.owner = new Uint32Array(end);
    this.fields.forEach(({ start, length }, number) => this.owner.fill(number, start, start + length));
  }
}

/** @param {Map<string, string[]>} lists @param {string} key @param {string} value */
function append(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** @param {string} text lines of a key and its values @returns {Map<string, string[]>} */
function table(text) {
  return new Map(text.split('\n').filter(Boolean).map((line) => {
    const [key, ...values] = line.split(' ');
    return [key, values];
  }));
}
