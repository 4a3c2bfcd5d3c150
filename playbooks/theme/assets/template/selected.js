/**
 * What a reader marks by hand in the words of a template and copies with the keys: the same clean paragraphs
 * as from its buttons, without colours, controls, and passages that are left out.
 */

import { appendLines, create } from '../core/elements.js';

const WORDS = '[data-words]';
const PARAGRAPHS = 'p, summary';
/** Shown, but not words of the template. */
const ASIDE = '.is-omitted, .twin, [hidden]';

export function cleanSelections() {
  document.addEventListener('copy', (event) => {
    const paragraphs = event.defaultPrevented ? [] : selectedParagraphs(getSelection());
    if (!event.clipboardData || !paragraphs.length) return;
    event.clipboardData.setData('text/plain', paragraphs.join('\n\n'));
    event.clipboardData.setData('text/html', paragraphs.map(asHtml).join('\n'));
    event.preventDefault();
  });
}

/** @param {Selection | null} selection @returns {string[]} none where it reaches out of the words of one template */
function selectedParagraphs(selection) {
  if (!selection || selection.isCollapsed || selection.rangeCount !== 1) return [];
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  if (!(around instanceof Element ? around : around.parentElement)?.closest(WORDS)) return [];
  const piece = document.createElement('div');
  piece.append(range.cloneContents());
  piece.querySelectorAll(ASIDE).forEach((aside) => aside.remove());
  const found = [...piece.querySelectorAll(PARAGRAPHS)];
  return (found.length ? found : [piece]).map(plain).filter(Boolean);
}

/** @param {Element} element @returns {string} one space where the source has any, a line where the words have one */
function plain(element) {
  for (const end of element.querySelectorAll('br')) end.replaceWith('\u2028');
  const words = (element.textContent ?? '').replace(/[ \t\n\r]+/g, ' ');
  return words.replace(/ ?\u2028 ?/g, '\n').trim();
}

/** @param {string} words @returns {string} */
function asHtml(words) {
  const paragraph = create('p', '');
  appendLines(paragraph, words);
  paragraph.removeAttribute('class');
  return paragraph.outerHTML;
}
