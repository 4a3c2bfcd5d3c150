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
      for (const word of members) this.stemsOf.set(word, [...(this.stemsOf.get(word) ?? []), stem]);
    }
    /** @type {Map<string, number[]>} */
    this.places = new Map();
    /** @type {Field[]} */
    this.fields = [];
    this.read();
  }

  read() {
    /** @type {Map<string, string[]>} */
    const known = new Map();
    let place = 0;
    let page = -1;
    let base = '';
    this.pages = [];
    this.docs.forEach((doc, number) => {
      const path = doc.location.split('#')[0];
      if (path !== base || number === 0) {
        page += 1;
        base = path;
        this.pages.push([]);
      }
      this.pages[page].push(number);
      doc.page = page;
      const first = this.pages[page][0] === number;
      for (const [name, weight] of Object.entries(WEIGHTS)) {
        const text = name === 'heading' ? !first && doc.title : name === 'title' ? first && doc.title : doc[name];
        // Each thing that readers type is a field of its own: it is met as a whole.
        for (const piece of text ? text.split(name === 'asked' ? ' · ' : '\0') : []) {
          place = this.take(piece, number, weight, place, known) + GAP;
        }
      }
    });
    this.owner = new Uint32Array(place);
    this.fields.forEach((field, at) => this.owner.fill(at, field.start, field.start + field.length));
    const texts = this.fields.filter((field) => field.weight === WEIGHTS.text);
    this.usual = texts.reduce((sum, field) => sum + field.length, 0) / (texts.length || 1);
  }

  /** Number the words of one field; returns the place after its last word. */
  take(text, doc, weight, start, known) {
    let place = start;
    for (const [raw] of text.matchAll(WORD)) {
      let words = known.get(raw);
      if (!words) known.set(raw, words = parts(raw, this.language).map((part) => fold(part, this.language)));
      for (const word of words) {
        const list = this.places.get(word);
        if (list) list.push(place);
        else this.places.set(word, [place]);
        place += 1;
      }
    }
    this.fields.push({ doc, weight, start, length: place - start });
    return place;
  }
}

/** @param {string} text lines of a key and its values @returns {Map<string, string[]>} */
function table(text) {
  return new Map(text.split('\n').filter(Boolean).map((line) => {
    const [key, ...values] = line.split(' ');
    return [key, values];
  }));
}
