/**
 * Addresses of scripts that start a thread of their own: only files of this site. The policy of a page demands a mark
 * on such an address (Trusted Types), and this module alone may give it.
 */

import { siteRoot } from './page-data.js';

/** @typedef {{createScriptURL: (address: string) => string}} Marks */

/** @param {string} address */
function within(address) {
  if (!address.startsWith(siteRoot.href)) throw new TypeError(`${address} is not a script of this site`);
  return address;
}

/** Where browsers know of marks. @type {Marks | undefined} */
const marks = Reflect.get(globalThis, 'trustedTypes')?.createPolicy('playbooks', { createScriptURL: within });

/**
 * The address of a script, for `new Worker` and the like.
 * @param {string | URL} path below the root of the site: 'assets/search/worker/worker.js'
 */
export function scriptAddress(path) {
  const { href } = new URL(path, siteRoot);
  return marks ? marks.createScriptURL(href) : within(href);
}
