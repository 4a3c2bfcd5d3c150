/** A call that was left: at which line, and since when it lasts. Kept until the tab is closed; notes are kept by blanks/. */

import { pageLanguage } from '../core/page-data.js';
import { session } from '../core/storage.js';

/** @typedef {{id: string, place: import('./steps.js').Place, started: number, label: string, left: string, language: string}} Interrupted `label`: the way back in words; `left`: for the home page, where it was left */

const KEY = 'call';
/** Whoever comes back later begins another call. */
export const SAME_CALL_MINUTES = 60;

/** @param {string} id of the script @returns {Interrupted | null} null for another one, a former one, or rubbish */
export function interrupted(id) {
  const kept = /** @type {Partial<Interrupted> | null} */ (session.get(KEY));
  if (kept?.id !== id || typeof kept.label !== 'string') return null;
  const { at, branch = 0, inside = 0 } = kept.place ?? {};
  const isSound = [kept.started, at, branch, inside].every((number) => Number.isSafeInteger(number) && Number(number) >= 0);
  const minutes = (Date.now() - Number(kept.started)) / 60_000;
  return isSound && minutes < SAME_CALL_MINUTES ? /** @type {Interrupted} */ (kept) : null;
}

/** The call of this page that was left. @returns {Interrupted | null} */
export function leftCall() {
  const kept = /** @type {Partial<Interrupted> | null} */ (session.get(KEY));
  const id = typeof kept?.id === 'string' ? kept.id : '';
  return document.getElementById(id) && interrupted(id);
}

/** @param {Interrupted | null} call null: it is over */
export function keepCall(call) {
  if (call) session.set(KEY, call);
  else session.remove(KEY);
  document.dispatchEvent(new Event('call:kept'));
}

/** The button that opens a call says where it is taken up. @param {HTMLElement} opener @param {string} id */
export function nameOpener(opener, id) {
  opener.dataset.name ??= opener.textContent ?? '';
  const call = interrupted(id);
  opener.textContent = call?.language === pageLanguage ? call.label : opener.dataset.name;
}
