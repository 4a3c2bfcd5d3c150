/**
 * Where typed values are kept. The sender's own details stay on the device; the client's are
 * forgotten with the session unless the reader says otherwise. Refused storage costs only that:
 * the page goes on with what is in memory.
 */

import { forgetBegun } from '../core/begun.js';
import { local, session } from '../core/storage.js';

/** @typedef {'sender' | 'client'} Keeper */
/**
 * @typedef {object} Kept
 * @property {Record<string, string>} typed
 * @property {Record<string, {name: string, form: string}>} addressed
 * @property {Record<string, string>} notes of calls, by playbook and client
 */

const KEEP_CLIENT = 'keep-client';
/** @type {Record<Keeper, string>} */
const KEYS = { sender: 'sender', client: 'client' };

/** Whether the client's details outlive the session. */
export function keepsClient() {
  return local.get(KEEP_CLIENT) === true;
}

/** @param {boolean} keep @param {Kept} client what is known of the client @returns {boolean} whether it is kept */
export function keepClient(keep, client) {
  if (keep) local.set(KEEP_CLIENT, true);
  else local.remove(KEEP_CLIENT);
  (keep ? session : local).remove(KEYS.client);
  return write('client', client);
}

/** @param {Keeper} keeper @returns {Kept} */
export function read(keeper) {
  const kept = /** @type {Partial<Kept> | null} */ (storeOf(keeper).get(KEYS[keeper]));
  return {
    typed: entries(kept?.typed, isText),
    addressed: entries(kept?.addressed, isAddressed),
    notes: entries(kept?.notes, isText),
  };
}

/** @param {Keeper} keeper @param {Kept} kept @returns {boolean} whether it is kept */
export function write(keeper, kept) {
  return storeOf(keeper).set(KEYS[keeper], kept);
}

/** Removes every typed word from this device. */
export function removeAll() {
  for (const store of [local, session]) Object.values(KEYS).forEach((key) => store.remove(key));
  local.remove(KEEP_CLIENT);
  forgetBegun();
}

/** @param {string | null} key of a change in another tab; null is “anything” */
export function concerns(key) {
  return key === null || key === KEEP_CLIENT || Object.values(KEYS).includes(key);
}

/** @param {Keeper} keeper */
function storeOf(keeper) {
  return keeper === 'sender' || keepsClient() ? local : session;
}

/** @param {unknown} value @returns {value is string} */
function isText(value) {
  return typeof value === 'string';
}

/** @param {unknown} value @returns {value is {name: string, form: string}} */
function isAddressed(value) {
  return typeof value === 'object' && value !== null
    && 'name' in value && isText(value.name) && 'form' in value && isText(value.form);
}

/**
 * Only the entries that are what they should be: anybody may have written to the storage.
 * @template Entry
 * @param {unknown} object
 * @param {(value: unknown) => value is Entry} isSound
 * @returns {Record<string, Entry>}
 */
function entries(object, isSound) {
  if (typeof object !== 'object' || object === null) return {};
  return Object.fromEntries(Object.entries(object).filter(([, value]) => isSound(value)));
}
