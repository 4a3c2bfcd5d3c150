/** Follows a permanent link in the reader's language. */

import { all } from '../core/elements.js';
import { readersLanguage } from './reader-language.js';

/** /go/own-a-mistake/fr/ leads to French whatever the reader's language is; links once said ?lang=fr. */
const LANGUAGE = 'lang';

/** @type {Map<string, HTMLAnchorElement>} the languages that are offered, English first */
const links = new Map(all('a[data-go]', HTMLAnchorElement).map((link) => [link.hreflang, link]));

function follow() {
  const query = new URLSearchParams(location.search);
  const language = readersLanguage([...links.keys()], document.documentElement.dataset.asked ?? query.get(LANGUAGE));
  query.delete(LANGUAGE);
  const link = links.get(language);
  if (!link) return;
  const target = new URL(link.href);
  target.search = query.toString();
  // A fragment of the link says more precisely where to go.
  target.hash = location.hash || target.hash;
  document.documentElement.lang = language;
  // Going back must lead to where the link was, not here again.
  location.replace(target);
}

if (links.size) follow();
