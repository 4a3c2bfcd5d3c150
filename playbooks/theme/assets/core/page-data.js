/** What the page tells its scripts about itself. */

/**
 * How a language writes dates, times, money and numbers, as far as the page has blanks of these kinds; the holes of the patterns are explained in playbooks/languages/languages.py.
 * @typedef {object} Forms
 * @property {string} locale for Intl: "en-GB"
 * @property {string} group between thousands
 * @property {string} decimal
 * @property {string} date
 * @property {string} [first_day] instead of 1: "1er"
 * @property {string} time
 * @property {string} [full_hour] a time without minutes
 * @property {string} money
 * @property {string} money_by_code where the currency has no sign
 * @property {Record<string, string>} [signs] of currencies, in this language alone
 * @property {Record<string, string>} [currencies] patterns of what is typed beside an amount
 * @property {Record<string, string[]>} [weekdays] names by case, Monday first
 * @property {Record<string, [string, string, string][]>} [joins] words that follow the sound: what stands before, what follows, the word
 * @property {Record<string, Record<string, string>>} [blanks] the forms that a blank can be asked for, by kind
 */
/** @typedef {Forms & {rate: number, address?: boolean, stops_outside?: boolean}} Language `rate`: words a minute on the phone; `address`: names change when they are addressed */
/** @typedef {{kind: 'text' | 'speech' | 'direction' | 'branch', text: string, speaker?: string, depth?: number}} Paragraph */
/** @typedef {{title: string, subject?: string, body: Paragraph[]}} Words as the author wrote them */
/**
 * @typedef {object} Field
 * @property {string} id
 * @property {'text' | 'name' | 'company' | 'long-text' | 'date' | 'time' | 'money' | 'choice' | 'number'} kind
 * @property {'sender' | 'client'} keeper whose detail it is
 * @property {Record<string, string>} label by language
 * @property {Record<string, string>} example by language; that of the page's comes with the panel (blanks/hints.js)
 * @property {Record<string, string>} [help] by language: what is to be typed; of the page's language the panel shows it
 * @property {Record<string, Record<string, string>>} [options] of a choice that words show, by language, then by value
 * @property {Record<string, Record<string, string>>} [units] by language, then by plural category
 */
/**
 * @typedef {object} PageData
 * @property {Record<string, {channel: string, spoken: boolean, versions: Record<string, Words>}>} templates read from the page (words/pieces.js)
 * @property {Field[]} fields
 * @property {Record<string, string>} roles what a rule asks for (“new-date”), and the field that has it
 * @property {Record<string, Record<string, string>>} speakers how a speech begins, by language: “You: ”
 * @property {Record<string, string>} subject the word “Subject”, by language
 * @property {Record<string, Language>} languages of the site: what of playbooks/languages/<code>/language.yml is needed here; of those whose words are not fetched only a little
 * @property {Record<string, string>} pieces where the words in another language are, from the root of the site
 */

/**
 * @param {string} id of a script element that holds JSON
 * @returns {unknown} null when it is missing or broken
 */
export function readJson(id) {
  return parsed(document.querySelector(`script#${id}[type="application/json"]`));
}

/** @param {Element | null} script @returns {unknown} */
function parsed(script) {
  try {
    return JSON.parse(script?.textContent ?? 'null');
  } catch {
    return null;
  }
}

/** The language of the interface: its code. */
export const pageLanguage = document.documentElement.lang;

/** The root of the site, all languages below it; it is not the root of the host when the site is a project page. */
export const siteRoot = findRoot();

/**
 * What all pages in this language share: a script of its own, which has run before the others.
 * @type {{strings: Record<string, string>, later: string, hints: string, files: Record<string, string>, roles: Record<string, string>, languages: Record<string, Language>, speakers: Record<string, string>, subject: string}}
 */
export const said = Reflect.get(globalThis, 'playbooks')?.[pageLanguage] ?? { strings: {}, later: '', hints: '', files: {}, roles: {}, languages: {}, speakers: {}, subject: '' };

/** The address of a file that is asked for by a name: its own says what is in it. @param {string} name */
export const fileNamed = (name) => new URL(said.files[name] ?? '', siteRoot).href;

/**
 * Where a file is whose name does not say what is in it: of the build that the page is of, where that is kept on the
 * device (offline/worker.js).
 * @param {string} path from the root of the site
 */
export function late(path) {
  const { kept } = document.documentElement.dataset;
  return new URL(kept ? `${path}?${kept}` : path, siteRoot).href;
}

/** The templates and fields of the page, or null where it has none. */
export const data = readData();

/**
 * What the page knows of a language of its words.
 * @param {string} code
 * @returns {Language} that of the page for one that the site does not have
 */
export const languageOf = (code) => {
  const known = /** @type {PageData} */ (data).languages;
  return known[code] ?? known[pageLanguage];
};

/** How a language calls itself. @param {string} code */
export const languageName = (code) => (
  document.querySelector(`[data-words-language] option[value="${CSS.escape(code)}"]`)?.textContent ?? code
);

/**
 * The field that means something to a rule; where the site declares none, no blank has this name.
 *
 * @param {'client' | 'speaker' | 'caller' | 'project' | 'days-late' | 'promised-date' | 'new-date' | 'notes' | 'phone' | 'currency'} role
 */
export const withRole = (role) => data?.roles[role] ?? `no-${role}`;

/**
 * The fields of the page, as the panel of blanks shows them (partials/blanks.html).
 * @param {Record<string, Partial<Field>>} more what it does not show
 * @returns {Field[]}
 */
function readFields(more) {
  return [...document.querySelectorAll('[data-blanks] [data-field]')].map((control) => {
    const { dataset: { field: id = '' } } = /** @type {HTMLElement} */ (control);
    const row = /** @type {HTMLElement} */ (control.closest('.field'));
    const kind = /** @type {Field['kind']} */ (/field--([\w-]+)/.exec(row.className)?.[1]);
    return {
      id,
      kind,
      keeper: 'sender' in row.dataset ? 'sender' : 'client',
      label: { [pageLanguage]: row.querySelector('label')?.textContent ?? id },
      example: {},
      ...more[id],
    };
  });
}

/** @returns {PageData | null} */
function readData() {
  const found = /** @type {{fields: Record<string, Partial<Field>>, pieces: Record<string, string>} | null} */ (readJson('playbooks-data'));
  if (!found) return null;
  const { roles, languages, speakers, subject } = said;
  return { ...found, fields: readFields(found.fields), templates: {}, roles, languages, speakers: { [pageLanguage]: speakers }, subject: { [pageLanguage]: subject } };
}

function findRoot() {
  const config = /** @type {{base?: string} | null} */ (readJson('__config'));
  const base = String(config?.base ?? '.');
  return new URL(base.endsWith('/') ? base : `${base}/`, document.baseURI);
}
