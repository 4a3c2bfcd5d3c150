/** The words of the page: its own, and those in other languages, fetched when somebody asks for them. */

import { all } from '../core/elements.js';
import { data, pageLanguage, siteRoot } from '../core/page-data.js';
import { readWords } from './written.js';

/** @typedef {import('../core/page-data.js').PageData} PageData */
/** @typedef {{versions: Record<string, import('../core/page-data.js').Words>, fields: import('../core/page-data.js').Field[], language: import('../core/page-data.js').Language, speakers: Record<string, string>, subject: string}} Piece */

for (const element of data ? all('[data-template]', HTMLElement) : []) {
  const { template = '', channel = '', spoken } = element.dataset;
  if (data) data.templates[template] = { channel, spoken: spoken !== undefined, versions: { [pageLanguage]: readWords(element) } };
}

const there = new Set([pageLanguage]);

/** Whether nothing has to be fetched. @param {string} language @returns {boolean} */
export const isThere = (language) => there.has(language) || !data?.pieces[language];

/** @param {string} language @throws when there is no connection */
export async function fetchWords(language) {
  if (!data || isThere(language)) return;
  // its name says what is in it: what is kept is right
  const answer = await fetch(new URL(data.pieces[language], siteRoot), { cache: 'force-cache' });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  add(data, language, await answer.json());
  there.add(language);
}

/** @param {PageData} page @param {string} language @param {Piece} piece */
function add(page, language, piece) {
  for (const [id, words] of Object.entries(piece.versions)) {
    if (Object.hasOwn(page.templates, id)) page.templates[id].versions[language] = words;
  }
  for (const { id, label, example, help, options, units } of piece.fields) {
    const field = page.fields.find((one) => one.id === id);
    if (!field) continue;
    Object.assign(field.label, label);
    Object.assign(field.example, example);
    field.help = { ...help, ...field.help };
    if (options) field.options = { ...options, ...field.options };
    if (units) field.units = { ...units, ...field.units };
  }
  page.languages[language] = piece.language;
  page.speakers[language] = piece.speakers;
  page.subject[language] = piece.subject;
}
