/** Leads on from an old address, with the fragment: as it is, or to where the thing it names is now. */

import { all } from '../core/elements.js';
import { movedTo } from './moved.js';

/** @param {HTMLAnchorElement} link */
function follow(link) {
  const fragment = location.hash.slice(1);
  const target = movedTo(fragment) ?? new URL(link.href);
  if (fragment && !target.hash) target.hash = fragment;
  target.search = location.search;
  location.replace(target);
}

all('a[data-moved]', HTMLAnchorElement).slice(0, 1).forEach(follow);
