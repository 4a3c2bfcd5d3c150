/**
 * What the reader typed into the blanks: one store for all pages and languages of the site.
 * Values are trimmed and their line ends normalised; apart from that they are kept as typed.
 */

import { data, fileNamed, languageOf, withRole } from '../core/page-data.js';
import { addStrings } from '../core/strings.js';
import { notesKey } from './notes.js';
import { onOutsideChange, session } from '../core/storage.js';
import { concerns, keepClient, keepsClient, read, removeAll, write } from './kept-values.js';

/** @typedef {import('../core/page-data.js').Field} Field */
/** @typedef {import('./kept-values.js').Keeper} Keeper */
/** @typedef {import('./kept-values.js').Kept} Kept */

const LANGUAGES = data?.languages ?? {};
/** The language in which a name that is addressed changes its form, if the site has one. */
export const ADDRESS_LANGUAGE = Object.keys(LANGUAGES).find((code) => LANGUAGES[code].address);
const SPEAKER_FIELD = withRole('speaker');
const CALLER_FIELD = withRole('caller');
const CLIENT_FIELD = withRole('client');
const NOTES_FIELD = withRole('notes');
const CURRENCY_FIELD = withRole('currency');
/** Kinds of blanks whose values are written in the way of a language. */
const WRITTEN = ['date', 'time', 'money', 'number', 'company'];
/** In which amounts are written, and which its list shows, before anybody chose. */
export const DEFAULT_CURRENCY = 'EUR';

/** The day that it is for the reader, as YYYY-MM-DD. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0')).join('-');
}

class Values {
  /** Turns a name into its vocative; fetched when a name is first addressed in that language. @type {((name: string) => string) | null} */
  vocative = null;

  /** The name that was addressed last, and how. @type {{name: string, form: string} | null} */
  called = null;

  /** How dates, hours, amounts are written; fetched with the first value that needs it. @type {typeof import('../words/formats.js') | null} */
  formats = null;

  /** @type {Promise<void> | undefined} */
  fetchingFormats = undefined;

  /** The client's name is being typed into an empty blank. */
  isNaming = false;

  /** @type {Promise<void> | undefined} */
  fetching = undefined;

  constructor() {
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {Map<string, Field>} */
    this.fields = new Map((data?.fields ?? []).map((field) => [field.id, field]));
    /** @type {Record<Keeper, Kept>} */
    this.kept = { sender: read('sender'), client: read('client') };
    /** Whether the storage holds what this page knows: not where it refused or is full. @type {Record<Keeper, boolean>} */
    this.isKept = { sender: true, client: true };
    onOutsideChange((key) => {
      if (concerns(key)) this.reload();
    });
  }

  /** @param {string} id of a field @returns {string} as typed, '' when empty */
  raw(id) {
    if (id === NOTES_FIELD) return this.notes;
    const { typed } = this.kept[this.keeper(id)];
    return Object.hasOwn(typed, id) ? typed[id] : '';
  }

  /** @param {string} id @param {string} value */
  set(id, value) {
    const clean = String(value).replace(/\r\n?/g, '\n').trim();
    if (clean === this.raw(id)) return;
    if (id === NOTES_FIELD) return this.setNotes(clean);
    const before = this.raw(id);
    this.change(this.keeper(id), ({ typed }) => {
      if (clean) typed[id] = clean;
      else delete typed[id];
      if (id === CLIENT_FIELD) this.carryNotes(before, clean);
    });
  }

  /** What was noted in calls of this page with this client; no other page and no other client gets to see it. */
  get notes() {
    const { notes } = this.kept.client;
    const key = notesKey(this.raw(CLIENT_FIELD));
    return Object.hasOwn(notes, key) ? notes[key] : '';
  }

  /** @param {string} words */
  setNotes(words) {
    this.change('client', ({ notes }) => {
      const key = notesKey(this.raw(CLIENT_FIELD));
      if (words) notes[key] = words;
      else delete notes[key];
    });
  }

  /**
   * Notes that were taken before the client had a name are those of the first one that is typed: letter by letter,
   * until the name stands.
   * @param {string} before
   * @param {string} after
   */
  carryNotes(before, after) {
    const { notes } = this.kept.client;
    const [from, to] = [notesKey(before), notesKey(after)];
    if (!before) this.isNaming = true;
    if (!this.isNaming || !Object.hasOwn(notes, from) || Object.hasOwn(notes, to)) return;
    notes[to] = notes[from];
    delete notes[from];
  }

  /** A value stands as it was typed. @param {string} id */
  settled(id) {
    if (id === CLIENT_FIELD) this.isNaming = false;
  }

  /**
   * A value as it stands in words of a language.
   * @param {string} id of a field
   * @param {string} language
   * @param {boolean} [spoken] said aloud
   * @returns {string} '' when it is empty
   */
  shown(id, language, spoken = false) {
    const field = this.fields.get(id);
    return field && this.raw(id) ? this.format(field, language, spoken) : '';
  }

  /**
   * The form of a value that a blank asks for.
   * @param {string} id of a field
   * @param {string} form
   * @param {string} before the words before the blank
   * @param {string} language
   * @param {boolean} spoken
   */
  formed(id, form, before, language, spoken) {
    const plain = this.shown(id, language, spoken);
    if (!this.formats) return this.plainly(plain);
    const yearless = this.isYearless(this.formats, this.raw(id), spoken);
    return this.formats.formatForm(this.fields.get(id)?.kind ?? 'text', form, this.raw(id), languageOf(language), { before, plain, yearless });
  }

  /**
   * A year is never said, and not written where nobody could mean another one.
   * @param {typeof import('../words/formats.js')} formats
   * @param {string} iso
   * @param {boolean} spoken
   */
  isYearless(formats, iso, spoken) {
    return spoken || formats.isNear(iso, today());
  }

  /** @param {string} value @returns {string} as it is until the ways to write it are there, which is told to the listeners */
  plainly(value) {
    if (value) void this.fetchFormats();
    return value;
  }

  /** @returns {Promise<void>} resolves when values can be written, or the ways to do so cannot be had */
  fetchFormats() {
    this.fetchingFormats ??= Promise.all([import('../words/formats.js'), addStrings()]).then(
      ([formats]) => {
        this.formats = formats;
        this.tell();
      },
      (error) => {
        this.fetchingFormats = undefined; // the network may be back for the next one
        reportError(error);
      },
    );
    return this.fetchingFormats;
  }

  /** Resolves when what is kept can be shown as it will stand. */
  async prepared() {
    const asks = [...this.fields.values()].some(({ id, kind }) => WRITTEN.includes(kind) && this.raw(id));
    if (asks) await this.fetchFormats();
  }

  /** @param {Field} field @param {string} language @param {boolean} spoken */
  format(field, language, spoken) {
    const typed = this.raw(field.id);
    const { kind } = field;
    if (kind === 'choice') return field.options?.[language]?.[typed] ?? typed;
    if (kind === 'name' && language === ADDRESS_LANGUAGE) return this.addressed(field.id).form;
    if (!WRITTEN.includes(kind) || kind === 'company') return typed; // a company only where a form is asked for
    const { formats } = this;
    if (!formats) return this.plainly(typed);
    if (kind === 'date') return formats.formatDate(typed, languageOf(language), this.isYearless(formats, typed, spoken));
    if (kind === 'time') return formats.formatTime(typed, languageOf(language));
    if (kind === 'number') return formats.formatNumber(typed, field.units?.[language] ?? {}, languageOf(language));
    return formats.formatMoney(typed, this.raw(CURRENCY_FIELD) || DEFAULT_CURRENCY, languageOf(language), Object.values(LANGUAGES));
  }

  /**
   * Who speaks: where we do, a call is still made by one of us.
   * @returns {import('../words/words.js').Speaker}
   */
  get speaker() {
    const chosen = this.raw(SPEAKER_FIELD);
    const one = chosen === 'women' ? 'she' : chosen === 'we' ? this.raw(CALLER_FIELD) : chosen;
    return {
      gender: one === 'he' || one === 'she' ? one : null,
      voice: chosen === 'we' || chosen === 'women' ? chosen : 'i',
    };
  }

  /** The fields that say who speaks. */
  get speakerFields() {
    return this.raw(SPEAKER_FIELD) === 'we' ? [SPEAKER_FIELD, CALLER_FIELD] : [SPEAKER_FIELD];
  }

  /** The field that still has to say who speaks. */
  get speakerField() {
    return this.raw(SPEAKER_FIELD) === 'we' ? CALLER_FIELD : SPEAKER_FIELD;
  }

  /**
   * The form in which a name is addressed.
   * @param {string} id of a field of the kind `name`
   * @returns {{form: string, overruled: boolean}} overruled: the reader wrote it
   */
  addressed(id) {
    const name = this.raw(id);
    const { addressed } = this.kept[this.keeper(id)];
    const own = Object.hasOwn(addressed, id) ? addressed[id] : null;
    // What was written for another name says nothing about this one.
    return own?.name === name ? { form: own.form, overruled: true } : { form: this.inVocative(name), overruled: false };
  }

  /** @param {string} name @returns {string} as typed until the rules are there, which is told to the listeners */
  inVocative(name) {
    if (!name) return name;
    if (!this.vocative) {
      void this.fetchVocative();
      return name;
    }
    // it stands in many blanks, and each is asked for at each letter
    if (this.called?.name !== name) this.called = { name, form: this.vocative(name) };
    return this.called.form;
  }

  /** @returns {Promise<void>} resolves when names can be addressed, or the rules cannot be had */
  fetchVocative() {
    this.fetching ??= import(fileNamed(`address_${ADDRESS_LANGUAGE}`)).then(
      ({ vocative }) => {
        this.vocative = vocative;
        this.tell();
      },
      (error) => {
        this.fetching = undefined; // the network may be back for the next one
        reportError(error);
      },
    );
    return this.fetching;
  }

  /** Resolves when values stand in the form they are copied in; null when they do already. @returns {Promise<unknown> | null} */
  get pending() {
    const waits = [this.vocative ? undefined : this.fetching, this.formats ? undefined : this.fetchingFormats].filter(Boolean);
    return waits.length ? Promise.all(waits) : null;
  }

  /** @param {string} id @param {string} form '' takes it back */
  overrule(id, form) {
    const name = this.raw(id);
    const clean = form.trim();
    this.change(this.keeper(id), ({ addressed }) => {
      if (clean && clean !== this.inVocative(name)) addressed[id] = { name, form: clean };
      else delete addressed[id];
    });
  }

  /** Whether the client's details are remembered on the device. */
  get keepClient() {
    return keepsClient();
  }

  set keepClient(keep) {
    this.isKept.client = keepClient(keep, this.kept.client);
    this.tell();
  }

  /** Forgets everything that was typed, here and in the storage. @returns {() => void} takes it back */
  forget() {
    const [before, keep] = [this.kept, keepsClient()];
    removeAll();
    this.kept = { sender: { typed: {}, addressed: {}, notes: {} }, client: { typed: {}, addressed: {}, notes: {} } };
    this.tell();
    return () => {
      this.kept = before;
      this.isKept = { sender: write('sender', before.sender), client: keepClient(keep, before.client) };
      this.tell();
    };
  }

  /** @param {() => void} listener @returns {() => void} to stop listening */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Fields that this page does not declare, such as notes taken in a call, are the client's. @param {string} id @returns {Keeper} */
  keeper(id) {
    return this.fields.get(id)?.keeper ?? 'client';
  }

  /**
   * What another tab has written meanwhile stays, also where this one was not told of it yet.
   * @param {Keeper} keeper
   * @param {(kept: Kept) => void} edit
   */
  change(keeper, edit) {
    if (this.isKept[keeper]) this.kept[keeper] = read(keeper);
    edit(this.kept[keeper]);
    this.isKept[keeper] = write(keeper, this.kept[keeper]);
    this.tell();
  }

  reload() {
    if (!session.works) return; // nothing is kept outside this page
    // what found no room in the storage is nowhere but here
    for (const keeper of /** @type {Keeper[]} */ (['sender', 'client'])) {
      if (this.isKept[keeper]) this.kept[keeper] = read(keeper);
    }
    this.tell();
  }

  /** One listener that fails must not keep the others from hearing. */
  tell() {
    for (const listener of this.listeners) {
      try {
        listener();
      } catch (error) {
        reportError(error);
      }
    }
  }
}

export const values = new Values();
