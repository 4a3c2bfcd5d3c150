/**
 * The site's words and where they stand.
 *
 * The place of a word is a number: that of its field and that of the word in it. What is asked for before
 * its piece of the index is here is as if it were not; `settle` tells whether anything was.
 */

import { cutter } from '../words.js';
import { numbers, Pieces } from './pieces.js';

/** What a word is worth where it stands, in the order of fields. */
export const WEIGHTS = { title: 9, lead: 8, asked: 8, summary: 4, heading: 4, text: 1 };
const ORDER = Object.values(WEIGHTS);
const ASKED = 2;
/** More words than a field has. */
const FIELD = 2 ** 20;

/** @typedef {import('./pieces.js').Index} Index */
/** @typedef {{kind: string, page: number}} Doc `page`: the number of its page */
/** @typedef {{doc: number, weight: number, size: number, gain?: number}} Field `size`: letters of long text, words of others */
/** @typedef {{docs: Doc[], fields: Field[], pages: number[][], usual: number}} Shelf `usual`: letters of a text, on average */
/** @typedef {[location: string, kind: string, title: string, text: string]} Text what a result shows */
/** @typedef {{families: Map<string, string[]>, words: Map<string, string[]>, forms: Map<string, string[]>, silent: Set<string>}} Vocabulary
 *   `silent`: words that stand in no text */

/** @type {Shelf} */
const EMPTY = { docs: [], fields: [], pages: [], usual: 1 };

export class Corpus {
  /** @param {Index} index @param {string} base */
  constructor(index, base) {
    this.cutting = index.config.words;
    this.keyboard = index.config.keyboard;
    this.kinds = index.kinds;
    this.cut = cutter(this.cutting);
    this.pieces = new Pieces(index, base);
    this.ignored = new Set(this.cut(index.ignored).split(' '));
    this.helping = new Set(index.helping.split(' '));
    /** The synonyms as words with their stems. @type {import('./query.js').Phrase[][]} */
    this.groups = index.synonyms.map((group) => group.map((phrase) => phrase.split(' ').map((row) => {
      const [word, stems] = row.split('=');
      return { word, stems: stems ? stems.split('|') : [] };
    })));
  }

  /** Give up here, if something is missing. */
  settle() {
    this.pieces.settle();
  }

  /** The documents and fields. @returns {Shelf} */
  get shelf() {
    return this.pieces.get('fields', 0, (text) => shelf(text, this.kinds)) ?? EMPTY;
  }

  get docs() {
    return this.shelf.docs;
  }

  get pages() {
    return this.shelf.pages;
  }

  /** @param {number} page @returns {Text[]} of its documents */
  texts(page) {
    return this.pieces.get('texts', page, JSON.parse) ?? [];
  }

  /** @param {number} place @returns {Field} the one that a word stands in */
  fieldOf(place) {
    return this.shelf.fields[Math.floor(place / FIELD)];
  }

  /** @param {Field} field @returns {number} what a word says in it: more if it is short */
  gain(field) {
    return field.gain ??= field.weight === WEIGHTS.text ? 1 / (.5 + .5 * field.size / this.shelf.usual)
      : 2 * field.weight / (1 + field.size ** .3);
  }

  /** @param {string} key @returns {Vocabulary | undefined} */
  around(key) {
    return this.pieces.get('vocabulary', this.pieces.number('vocabulary', key), vocabulary);
  }

  /** Whether it is a word of the site, or of what means the same. @param {string} word */
  has(word) {
    return this.around(word)?.words.has(word) ?? false;
  }

  /** Whether it stands in a text. @param {string} word */
  stands(word) {
    const near = this.around(word);
    return near !== undefined && near.words.has(word) && !near.silent.has(word);
  }

  /** @param {string} word @returns {string[] | undefined} its stems, if the site or the index knows it */
  stemsOf(word) {
    const near = this.around(word);
    return near?.words.get(word) ?? near?.forms.get(word);
  }

  /** Whether a word, or another form of it, only helps a sentence along: “made” as “make” does. @param {string} word */
  onlyHelps(word) {
    return this.ignored.has(word) || this.helping.has(word);
  }

  /** @param {string} stem @returns {string[]} the words of the site that have it */
  family(stem) {
    return this.around(stem)?.families.get(stem) ?? [];
  }

  /** @param {string} beginning @returns {string[]} stems */
  stemsFrom(beginning) {
    return this.pieces.range('vocabulary', beginning, vocabulary)
      .flatMap(({ families }) => [...families.keys()].filter((stem) => stem.startsWith(beginning)));
  }

  /**
   * Words and stems that may be a letter away: they begin or end as this does.
   * @param {string} word
   * @returns {{words: string[], stems: string[]}}
   */
  alike(word) {
    // A slip touches two letters at most: of all others, half stand before or behind it.
    const same = Math.max(1, Math.ceil((word.length - 2) / 2));
    const [words, stems] = [new Set(), new Set()];
    for (const near of this.pieces.range('vocabulary', word.slice(0, same), vocabulary)) {
      for (const other of near.words.keys()) words.add(other);
      for (const stem of near.families.keys()) stems.add(stem);
    }
    const end = [...word.slice(-same)].reverse().join('');
    for (const lines of this.pieces.range('reversed', end, ends)) {
      for (const other of lines.words) words.add(other);
      for (const stem of lines.stems) stems.add(stem);
    }
    return { words: [...words], stems: [...stems] };
  }

  /** @param {string} beginning @returns {string[]} words that stand in texts */
  wordsFrom(beginning) {
    return this.pieces.range('places', beginning, lines)
      .flatMap((found) => [...found.keys()].filter((word) => word.startsWith(beginning)));
  }

  /** Where a word stands, in order. @param {string} word @returns {number[]} */
  places(word) {
    if (!this.stands(word)) return [];
    return placed(this.pieces.get('places', this.pieces.number('places', word), lines), word);
  }

  /** Where all words that begin so stand, in order. @param {string} beginning @returns {number[]} */
  placesFrom(beginning) {
    return this.pieces.range('places', beginning, lines)
      .flatMap((found) => [...found.keys()].filter((word) => word.startsWith(beginning)).flatMap((word) => placed(found, word)))
      .sort((a, b) => a - b);
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
      // The numbers of fields are far apart.
      return other < place && place - other <= 3;
    });
  }
}

/** @param {string} text a letter for each number @param {string[]} kinds @returns {Shelf} */
function shelf(text, kinds) {
  const found = numbers(text);
  /** @type {Shelf} */
  const out = { docs: [], fields: [], pages: [], usual: 1 };
  let [sum, n] = [0, 0];
  for (let at = 0; at < found.length;) {
    /** @type {number[]} */
    const own = [];
    out.pages.push(own);
    for (let left = found[at++]; left > 0; left -= 1) {
      const doc = out.docs.push({ kind: kinds[found[at++]], page: out.pages.length - 1 }) - 1;
      own.push(doc);
      const shape = found[at++];
      ORDER.forEach((weight, place) => {
        const count = place === ASKED ? shape >> ORDER.length : shape >> place & 1;
        for (let number = 0; number < count; number += 1) {
          const size = found[at++];
          out.fields.push({ doc, weight, size });
          if (weight !== WEIGHTS.text) continue;
          sum += size;
          n += 1;
        }
      });
    }
  }
  out.usual = sum / (n || 1);
  return out;
}

/** @param {string} text @returns {Vocabulary} */
function vocabulary(text) {
  /** @type {Vocabulary} */
  const out = { families: new Map(), words: new Map(), forms: new Map(), silent: new Set() };
  /** @type {Map<string, string[]>} */
  const odd = new Map();
  for (const line of text.split('\n')) {
    const [key, ...rest] = line.split(' ');
    if (key[0] === '~') out.forms.set(key.slice(1), rest);
    else if (key[0] === '=') odd.set(heard(key.slice(1), out.silent), rest);
    else if (key) {
      const members = rest.map((member) => heard(member[0] === '+' ? key + member.slice(1) : member, out.silent));
      out.families.set(key, members);
      for (const word of members) {
        const stems = out.words.get(word);
        if (stems) stems.push(key);
        else out.words.set(word, [key]);
      }
    }
  }
  for (const [word, stems] of odd) out.words.set(word, stems); // some of them stand in other pieces
  return out;
}

/** @param {string} word ended by ! where it stands in no text @param {Set<string>} silent */
function heard(word, silent) {
  if (!word.endsWith('!')) return word;
  const own = word.slice(0, -1);
  silent.add(own);
  return own;
}

/** @param {string} text lines of a word and where it stands @returns {Map<string, string | number[]>} */
function lines(text) {
  return new Map(text.split('\n').map((line) => {
    const end = line.indexOf(' ');
    return [line.slice(0, end), line.slice(end + 1)];
  }));
}

/** @param {Map<string, string | number[]> | undefined} found @param {string} word @returns {number[]} */
function placed(found, word) {
  const kept = found?.get(word);
  if (typeof kept !== 'string') return kept ?? [];
  const steps = numbers(kept);
  /** @type {number[]} */
  const places = [];
  let field = 0;
  for (let at = 0; at < steps.length;) {
    const step = steps[at++];
    field += step >> 1;
    let place = 0;
    for (let left = step % 2 ? steps[at++] : 1; left > 0; left -= 1) {
      place += steps[at++];
      places.push(field * FIELD + place);
    }
  }
  found?.set(word, places); // read once
  return places;
}

/** @param {string} text lines of what is written backwards @returns {{words: string[], stems: string[]}} */
function ends(text) {
  /** @type {{words: string[], stems: string[]}} */
  const out = { words: [], stems: [] };
  for (const line of text.split('\n')) {
    const mark = line.at(-1);
    const key = [...(mark === '+' || mark === '*' ? line.slice(0, -1) : line)].reverse().join('');
    if (mark !== '+') out.words.push(key);
    if (mark === '+' || mark === '*') out.stems.push(key);
  }
  return out;
}
