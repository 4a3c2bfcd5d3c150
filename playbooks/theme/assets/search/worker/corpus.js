/**
 * The site's words and where they stand.
 *
 * All texts lie in one, as words with a space between them; where a word stands is looked up when a
 * reader asks for it. The offset of a word is its place; all else is lists of places.
 */

import { BREAK, cutter } from '../words.js';

/** What a word is worth where it stands. */
export const WEIGHTS = { title: 9, lead: 8, asked: 8, summary: 4, heading: 4, text: 1 };
const SPACE = 32;
const BEGINNING = 3;
/** More letters than three words have. */
const FAR = 60;

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
/** @typedef {{doc: number, weight: number, start: number, end: number, length?: number, gain?: number}} Field */

/**
 * @typedef {object} Index the language's /search/<lang>.json
 * @property {{lang: string[], words: import('../words.js').Cutting, keyboard?: [typed: string, meant: string]}} config how words are cut and mistyped
 * @property {Doc[]} docs
 * @property {string} stems lines of a stem and its words
 * @property {string} forms lines of a word and its stems
 * @property {string[][]} synonyms groups of phrases that mean the same
 * @property {string} ignored words that only help a sentence along
 */

export class Corpus {
  /** The number of the field that each letter stands in. */
  owner = new Uint32Array();
  /** Letters of a text, on average. */
  usual = 1;
  /** The synonyms as words with their stems, once somebody asks. @type {import('./query.js').Phrase[][] | undefined} */
  groups = undefined;
  /** Stems of the words that only help, once somebody asks. @type {Set<string> | undefined} */
  helping = undefined;

  /** @param {Index} index */
  constructor(index) {
    this.cutting = index.config.words;
    this.keyboard = index.config.keyboard;
    this.cut = cutter(this.cutting);
    this.docs = index.docs;
    this.synonyms = index.synonyms;
    this.ignored = new Set(this.cut(index.ignored).split(' '));
    // Lists of words stay texts until they are asked for: some thousand arrays take their time.
    /** The words of each stem. @type {Map<string, string>} */
    this.families = table(index.stems);
    /** Stems of each word of the site. @type {Map<string, string>} */
    this.words = new Map();
    for (const [stem, members] of this.families) {
      for (const word of members.split(' ')) {
        const others = this.words.get(word);
        this.words.set(word, others ? `${others} ${stem}` : stem);
      }
    }
    /** Stems of other words, which the rules get wrong. @type {Map<string, string>} */
    this.forms = table(index.forms);
    /** @type {Field[]} */
    this.fields = [];
    /** Documents of each page. @type {number[][]} */
    this.pages = [];
    /** Where words begin so: the text is looked through once for all forms of a word. @type {Map<string, number[]>} */
    this.begun = new Map();
    this.text = ` ${this.cut([...this.read()].join(` ${BREAK} `))} `;
    this.part();
  }

  /** The texts of all fields. */
  * read() {
    let base = null;
    for (const [number, doc] of this.docs.entries()) {
      const path = doc.location.split('#')[0];
      const first = path !== base;
      if (first) this.pages.push([]);
      base = path;
      doc.page = this.pages.length - 1;
      this.pages[doc.page].push(number);
      for (const [name, weight] of Object.entries(WEIGHTS)) {
        const text = textOf(doc, name, first);
        // Each thing that readers type is a field of its own: it is met as a whole.
        for (const piece of text ? text.split(name === 'asked' ? ' · ' : BREAK) : []) {
          this.fields.push({ doc: number, weight, start: 0, end: 0 });
          yield piece;
        }
      }
    }
  }

  /** Note where each field begins and ends in the text. */
  part() {
    let [start, sum, n] = [0, 0, 0];
    this.owner = new Uint32Array(this.text.length);
    for (const [number, field] of this.fields.entries()) {
      const at = this.text.indexOf(BREAK, start);
      field.start = start;
      field.end = at < 0 ? this.text.length : at;
      this.owner.fill(number, start, field.end);
      start = field.end + 1;
      if (field.weight !== WEIGHTS.text) continue;
      sum += field.end - field.start;
      n += 1;
    }
    this.usual = sum / (n || 1);
  }

  /** @param {number} place @returns {Field} the one that a word stands in */
  fieldOf(place) {
    return this.fields[this.owner[place]];
  }

  /** @param {Field} field @returns {number} how many words it has */
  length(field) {
    if (field.length !== undefined) return field.length;
    let length = -1; // of the two spaces around the words one is too many
    for (let at = field.start; at < field.end; at += 1) length += Number(this.text.charCodeAt(at) === SPACE);
    field.length = length;
    return length;
  }

  /** @param {Field} field @returns {number} what a word says in it: more if it is short */
  gain(field) {
    return field.gain ??= field.weight === WEIGHTS.text ? 1 / (.5 + .5 * (field.end - field.start) / this.usual)
      : 2 * field.weight / (1 + Math.sqrt(this.length(field)));
  }

  /** @param {string} word @returns {string[] | undefined} its stems, if the site or the index knows it */
  stemsOf(word) {
    return (this.words.get(word) ?? this.forms.get(word))?.split(' ');
  }

  /** Whether a word, or another form of it, only helps a sentence along: “made” as “make” does. @param {string} word */
  onlyHelps(word) {
    if (this.ignored.has(word)) return true;
    this.helping ??= new Set([...this.ignored].flatMap((other) => this.stemsOf(other) ?? []));
    const stems = this.stemsOf(word) ?? [];
    return stems.some((stem) => this.helping?.has(stem));
  }

  /** @param {string} stem @returns {string[]} the words of the site that have it */
  family(stem) {
    return this.families.get(stem)?.split(' ') ?? [];
  }

  /**
   * Where a word stands, or all that begin so, in order.
   * @param {string} word
   * @param {string} [end] '' for a beginning
   * @returns {number[]}
   */
  places(word, end = ' ') {
    const { text, begun } = this;
    const beginning = word.slice(0, BEGINNING);
    let starts = begun.get(beginning);
    if (!starts) {
      begun.set(beginning, starts = []);
      // The space before is looked at last: it is the letter that is found most.
      for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
        if (text.charCodeAt(at - 1) === SPACE) starts.push(at);
      }
    }
    return starts.filter((at) => text.startsWith(word + end, at));
  }

  /**
   * Places of `list` that follow one of `before` in its field, with at most two words between.
   * @param {number[]} before
   * @param {number[]} list both in order
   * @returns {number[]}
   */
  after(before, list) {
    let at = 0;
    return list.filter((place) => {
      while (before[at + 1] < place) at += 1;
      const other = before[at];
      return other < place && place - other < FAR && this.owner[other] === this.owner[place]
        && this.text.slice(other, place).split(' ').length <= 4;
    });
  }
}

/** @param {Doc} doc @param {string} name of the field @param {boolean} whole whether it is a page as a whole */
function textOf(doc, name, whole) {
  if (name === 'title' || name === 'heading') return whole === (name === 'title') ? doc.title : '';
  return doc[/** @type {'lead' | 'asked' | 'summary' | 'text'} */ (name)];
}

/** @param {string} text lines of a key and its values @returns {Map<string, string>} */
function table(text) {
  return new Map(text.split('\n').map((line) => {
    const end = line.indexOf(' ');
    return [line.slice(0, end), line.slice(end + 1)];
  }));
}
