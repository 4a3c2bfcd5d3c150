/**
 * What the reader began last on this device: kept as long as the client's details, forgotten with them. A checklist
 * begun and not done is ticked for longer, and so the way back to it stays: it tells nothing of the client.
 */

import { local, session } from './storage.js';

/** @typedef {{path: string, title: string, left: number | null, ticked: number, items: number, call?: string, until?: number}} Begun `path` below the root of the site; `left` is null where nothing was typed; `call`: where one was left, in words, and `until` when it can be taken up */

const KEY = 'begun';

/** @returns {Begun | null} null for nothing or rubbish */
export function begun() {
  const kept = /** @type {Partial<Begun> | null} */ (session.get(KEY) ?? local.get(KEY));
  const isSound = kept && typeof kept.path === 'string' && /^[\w/.#-]+$/.test(kept.path) && !kept.path.includes('//')
    && typeof kept.title === 'string' && [kept.left ?? 0, kept.ticked, kept.items].every(Number.isSafeInteger);
  return isSound ? /** @type {Begun} */ (kept) : null;
}

/** @param {Begun} what @param {boolean} lasting whether it outlives the session */
export function keepBegun(what, lasting) {
  (lasting ? local : session).set(KEY, what);
  if (lasting) session.remove(KEY);
  else if (what.ticked && what.ticked < what.items) local.set(KEY, { ...what, left: null });
  else local.remove(KEY);
}

export function forgetBegun() {
  session.remove(KEY);
  local.remove(KEY);
}
