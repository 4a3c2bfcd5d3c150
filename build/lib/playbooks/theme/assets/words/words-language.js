/**
 * The client's language: all templates show their words in it, on every page of the site, until
 * the session ends. It follows the page until the reader chooses another one.
 */

import { pageLanguage } from '../core/page-data.js';
import { onOutsideChange, session } from '../core/storage.js';

const LANGUAGE = 'words-language';
const BESIDE = 'beside';

class WordsLanguage {
  language = pageLanguage;
  beside = false;

  constructor() {
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    this.read();
    onOutsideChange((key) => {
      if (key !== null) return;
      this.read();
      this.tell();
    });
  }

  read() {
    const chosen = session.get(LANGUAGE);
    this.language = typeof chosen === 'string' ? chosen : pageLanguage;
    this.beside = session.get(BESIDE) === true;
  }

  /** @param {string} language */
  choose(language) {
    this.language = language;
    if (language === pageLanguage) session.remove(LANGUAGE);
    else session.set(LANGUAGE, language);
    this.tell();
  }

  /** @param {boolean} beside whether the page's own language stands beside the words */
  showBeside(beside) {
    this.beside = beside;
    session.set(BESIDE, beside);
    this.tell();
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.listeners.add(listener);
  }

  tell() {
    this.listeners.forEach((listener) => listener());
  }
}

export const wordsLanguage = new WordsLanguage();
