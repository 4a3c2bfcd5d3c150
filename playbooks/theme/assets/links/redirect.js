/** Leads on from an old address, with the fragment: as it is, or to where the thing it names is now. */

import { movedTo } from './moved.js';

const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a[data-moved]'));

function follow() {
  const fragment = location.hash.slice(1);
  const target = movedTo(fragment) ?? new URL(link.href);
  if (fragment && !target.hash) target.hash = fragment;
  target.search = location.search;
  location.replace(target);
}

if (link) follow();
