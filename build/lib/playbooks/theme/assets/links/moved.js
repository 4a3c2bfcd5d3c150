/** Former ids of what stood on this page: a link with such a fragment leads on to what replaced it. */

import { readJson } from '../core/page-data.js';

/** Ids and addresses, relative to this page. */
const moved = /** @type {Record<string, string>} */ (readJson('playbooks-moved') ?? {});

/**
 * Where the thing that a fragment used to name is now.
 * @param {string} fragment without #
 * @returns {URL | null}
 */
export function movedTo(fragment) {
  return Object.hasOwn(moved, fragment) ? new URL(moved[fragment], location.href) : null;
}

function follow() {
  const target = movedTo(location.hash.slice(1));
  if (target) location.replace(target);
}

window.addEventListener('hashchange', follow);
follow();
