/**
 * The client's language: all templates show their words in it, on every page of the site, until
 * the session ends. It follows the page until the reader chooses another one.
 */

import { say } from '../core/message.js';
import { data, pageLanguage } from '../core/page-data.js';
import { onOutsideChange, session } from '../core/storage.js';
import { text } from '../core/strings.js';
import { fetchWords, isThere } from './pieces.js';

const LANGUAGE = 'words-language';
const BESIDE = 'beside';

class WordsLanguage {
  /** One whose words are there. */
  language = pageLanguage;
  beside = false;

  /** Resolves when the words of the chosen language are there, or cannot be had; null when they are. @type {Promise<void> | null} */
  pending = null;

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

  /** The one chosen last. */
  wanted = pageLanguage;

  read() {
    const chosen = String(session.get(LANGUAGE)); // anybody may have written to the storage
    this.beside = session.get(BESIDE) === true;
    this.take(Object.hasOwn(data?.pieces ?? {}, chosen) ? chosen : pageLanguage);
  }

  /** @param {string} language */
  choose(language) {
    if (language === pageLanguage) session.remove(LANGUAGE);
    else session.set(LANGUAGE, language);
    this.take(language);
    this.tell();
  }

  /** Until its words are there, those before stay. @param {string} language */
  take(language) {
    this.wanted = language;
    this.pending = null;
    if (isThere(language)) {
      this.language = language;
      return;
    }
    const pending = fetchWords(language).then(
      () => { if (this.wanted === language) this.language = language; },
      () => { if (this.wanted === language) this.giveUp(); },
    ).then(() => {
      if (this.pending !== pending) return;
      this.pending = null;
      this.tell();
    });
    this.pending = pending;
  }

  giveUp() {
    this.wanted = this.language;
    say(text('template.no-words'));
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
