/** What the page calls its fields, speakers and the subject, in each language. */

import { data } from '../core/page-data.js';

const fields = new Map((data?.fields ?? []).map((field) => [field.id, field]));

/** @param {string} field @param {string} language @returns {string} its label */
export function fieldLabel(field, language) {
  return fields.get(field)?.label[language] ?? field;
}

/** @param {string | null | undefined} speaker @param {string} language @returns {string} “You: ”, “Vous : ” */
export function speakerLabel(speaker, language) {
  return (speaker && data?.speakers[language]?.[speaker]) || '';
}

/** @param {string} language @returns {string} “Subject: ”, “Objet : ” */
export function subjectLabel(language) {
  return data?.subject[language] ?? '';
}
