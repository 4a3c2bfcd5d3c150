/** A “copy link” button beside each heading that can be linked to. */

import { copyLink, permanentLink } from '../core/permanent.js';
import { all, create } from '../core/elements.js';
import { text } from '../core/strings.js';

const HEADINGS = 'h1[id], h2[id], h3[id], .template__title, .checklist__title';
const SVG = 'http://www.w3.org/2000/svg';
/** Two links of a chain, on a grid of 24. */
const CHAIN = 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1';

export function addLinks() {
  for (const article of all('article', HTMLElement)) {
    for (const heading of all(HEADINGS, HTMLElement, article)) {
      if (heading.closest('[data-not-found]')) continue; // no place to come back to
      const address = addressOf(heading);
      if (address) addButton(heading, address);
    }
  }
}

/**
 * Playbooks, templates and checklists have a permanent link, other headings a place on this page.
 * @param {HTMLElement} heading
 * @returns {string}
 */
function addressOf(heading) {
  const block = heading.closest('[data-template], [data-checklist]');
  if (block) return permanentLink(block.id);
  if (heading.tagName === 'H1') return permanentLink(heading.id);
  return `${location.origin}${location.pathname}#${heading.id}`;
}

/**
 * The button stands beside the heading, not in it: it is no part of what the heading says.
 * @param {HTMLElement} heading
 * @param {string} address
 */
function addButton(heading, address) {
  const button = create('button', 'copy-link', { type: 'button', 'data-copy-link': '' });
  const name = create('span', 'visually-hidden');
  name.textContent = `${text('copy.link')} – ${heading.textContent.trim()}`;
  button.append(chain(), name);
  button.addEventListener('click', () => copyLink(address, button));

  const row = create('div', 'linked');
  heading.replaceWith(row);
  row.append(heading, button);
}

function chain() {
  const path = draw('path', { d: CHAIN, fill: 'none', stroke: 'currentColor', 'stroke-width': '2' });
  const drawing = draw('svg', { viewBox: '0 0 24 24', width: '20', height: '20', class: 'copy-link__icon', 'aria-hidden': 'true' });
  drawing.append(path);
  return drawing;
}

/** @param {string} tag @param {Record<string, string>} attributes */
function draw(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
