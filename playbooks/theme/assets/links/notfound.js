/** The page for unknown addresses: goes on where it is certain what was meant, else says what is near. */

import { all, one } from '../core/elements.js';
import { certain, nearest, readAddress, tree } from './nearest.js';
import { siteRoot } from '../core/page-data.js';
import { readersLanguage } from './reader-language.js';

/** @typedef {import('./nearest.js').Known} Known */

/** No address of this site is longer; comparing one of thousands of letters would take its time. */
const LONGEST = 200;
const MOST_OFFERED = 4;

async function start() {
  const response = await fetch(new URL('addresses.json', siteRoot));
  if (!response.ok) return;
  /** @type {Known} */
  const known = await response.json();
  const path = location.pathname.slice(siteRoot.pathname.length).slice(0, LONGEST);
  const asked = readAddress(path, known);
  const readers = readersLanguage(known.languages);
  const meant = certain(asked, known, readers);
  if (meant !== null && leadsElsewhere(meant)) {
    goTo(meant);
    return;
  }
  putFirst(asked.language ?? readers);
  const near = nearest(asked, known);
  const found = near.length ? near : urgent(known);
  for (const part of all('[data-part-language]', HTMLElement)) list(part, found, known);
}

/** Who asked for nothing that is near is offered the first situations in a project's life. @param {Known} known */
function urgent({ targets }) {
  return targets.filter(({ kind }) => kind === 'playbook').slice(0, MOST_OFFERED).map(({ page, title }) => ({ url: page, title }));
}

/** The page may be missing only for now: going to where we are would never end. @param {string} address */
function leadsElsewhere(address) {
  return new URL(address, siteRoot).pathname !== location.pathname;
}

/** @param {string} address from the root of the site */
function goTo(address) {
  const target = new URL(address, siteRoot);
  target.hash = location.hash;
  location.replace(target);
}

/** @param {string} language */
function putFirst(language) {
  const part = document.querySelector(`[data-part-language="${language}"]`);
  if (!part) return;
  part.parentElement?.prepend(part);
  for (const around of all('.md-header, .sections, .foot', HTMLElement)) around.lang = document.documentElement.lang;
  document.documentElement.lang = language;
}

/**
 * @param {HTMLElement} part of the page, in one language
 * @param {import('./nearest.js').Found[]} found
 * @param {Known} known
 */
function list(part, found, known) {
  const language = part.dataset.partLanguage ?? '';
  const box = one('[data-nearest]', HTMLElement, part);
  for (const { url, title } of found.filter((row) => row.title[language])) {
    const link = document.createElement('a');
    link.href = new URL(tree(language, known) + url, siteRoot).href;
    link.textContent = title[language];
    const row = document.createElement('li');
    row.append(link);
    one('ul', HTMLElement, box).append(row);
    box.hidden = false;
  }
}

const show = () => document.querySelector('[data-not-found]')?.classList.add('is-sorted');
// Without the list of addresses the page says what it says without a script.
start().then(show, show);
