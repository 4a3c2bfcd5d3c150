/** Follows a permanent link in the reader's language. */

import { readersLanguage } from './reader-language.js';

/** /go/own-a-mistake/?lang=fr leads to French whatever the reader's language is. */
const LANGUAGE = 'lang';

/** @type {Map<string, HTMLAnchorElement>} the languages that are offered, English first */
const links = new Map([...document.querySelectorAll('a[data-go]')].map((link) => [link.hreflang, link]));

function follow() {
  const query = new URLSearchParams(location.search);
  const language = readersLanguage([...links.keys()], query.get(LANGUAGE));
  query.delete(LANGUAGE);
  const target = new URL(links.get(language).href);
  target.search = query.toString();
  // A fragment of the link says more precisely where to go.
  target.hash = location.hash || target.hash;
  document.documentElement.lang = language;
  // Going back must lead to where the link was, not here again.
  location.replace(target);
}

if (links.size) follow();
