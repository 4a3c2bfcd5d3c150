/**
 * The index in pieces (see playbooks/search/pieces.py), of which those are fetched that a question needs.
 *
 * A question is worked on with what is here. What is missing is noted, and the work is given up at the next
 * point where it would go wrong without; it begins again when the pieces have come.
 */

/** @typedef {'vocabulary' | 'reversed' | 'places' | 'fields' | 'texts'} Kind */
/**
 * @typedef {object} Index the language's /search/<lang>.json
 * @property {{lang: string[], words: import('../words.js').Cutting, keyboard?: [typed: string, meant: string]}} config how words are cut and mistyped
 * @property {string[]} kinds of documents
 * @property {[location: string, title: string, lead: string][]} situations
 * @property {string[][]} synonyms groups of phrases that mean the same, their words with their stems
 * @property {string} ignored words that only help a sentence along
 * @property {string} helping other words of the site that have stems with these in common
 * @property {string[]} vocabulary with what each piece begins
 * @property {string[]} reversed
 * @property {string[]} places
 * @property {string} [at] the folder of the pieces
 * @property {Record<Kind, string[]>} [pieces] in the index itself, where it is small
 */

/** Thrown where the work cannot go on. */
export class Missing extends Error {}

const FIRST = 35, SURROGATES = 0xd800, SKIPPED = 0x800;
/** Above all letters that words have. */
const LAST = '\uffff';

export class Pieces {
  /** @param {Index} index @param {string} base where it came from */
  constructor(index, base) {
    this.index = index;
    this.base = base;
    /** What is here, read. @type {Map<string, unknown>} */
    this.held = new Map();
    /** On the way. @type {Map<string, Promise<void>>} */
    this.coming = new Map();
    /** Names of what is missing, with how they are read. @type {Map<string, (text: string) => unknown>} */
    this.wanted = new Map();
  }

  /**
   * @template T
   * @param {Kind} kind
   * @param {number} number
   * @param {(text: string) => T} read
   * @returns {T | undefined} undefined: it is noted as missing
   */
  get(kind, number, read) {
    const name = `${kind}-${number}`;
    if (!this.held.has(name)) {
      const text = this.index.pieces?.[kind][number];
      if (text === undefined) {
        this.wanted.set(name, read);
        return undefined;
      }
      this.held.set(name, read(text));
    }
    return /** @type {T} */ (this.held.get(name));
  }

  /**
   * The number of the piece in which a key stands, if it does.
   * @param {'vocabulary' | 'reversed' | 'places'} kind
   * @param {string} key
   */
  number(kind, key) {
    const beginnings = this.index[kind];
    let [from, to] = [0, beginnings.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (beginnings[middle] <= key) from = middle;
      else to = middle;
    }
    return from;
  }

  /**
   * The pieces in which keys with a beginning stand: those that are here.
   * @template T
   * @param {'vocabulary' | 'reversed' | 'places'} kind
   * @param {string} beginning
   * @param {(text: string) => T} read
   * @returns {T[]}
   */
  range(kind, beginning, read) {
    const found = [];
    for (let at = this.number(kind, beginning); at <= this.number(kind, beginning + LAST); at += 1) {
      const piece = this.get(kind, at, read);
      if (piece !== undefined) found.push(piece);
    }
    return found;
  }

  /** Give up where something is missing. */
  settle() {
    if (this.wanted.size) throw new Missing();
  }

  /** Fetch what is missing. */
  async load() {
    const wanted = [...this.wanted];
    this.wanted.clear();
    await Promise.all(wanted.map(([name, read]) => {
      const known = this.coming.get(name);
      if (known) return known;
      const coming = this.fetch(name, read);
      this.coming.set(name, coming);
      coming.catch(() => this.coming.delete(name));
      return coming;
    }));
  }

  /** @param {string} name @param {(text: string) => unknown} read */
  async fetch(name, read) {
    const address = new URL(`${this.index.at}${name}.txt`, this.base).href;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    this.held.set(name, read(await answer.text()));
  }
}

/** @param {string} text a letter for each number @returns {number[]} */
export function numbers(text) {
  const found = [];
  for (const letter of text) {
    const code = /** @type {number} */ (letter.codePointAt(0));
    found.push((code >= SURROGATES ? code - SKIPPED : code) - FIRST);
  }
  return found;
}
