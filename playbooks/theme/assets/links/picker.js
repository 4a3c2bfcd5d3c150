/** The team lead's list: tick playbooks, templates and checklists, take the links in the form that a tool expects. */

import { all } from '../core/elements.js';
import { copy, copyKeys } from '../core/clipboard.js';
import { FORMATS, html } from './formats.js';
import { say } from '../core/message.js';
import { pageLanguage, siteRoot } from '../core/page-data.js';
import { permanentLink } from '../core/permanent.js';
import { addSheet } from '../core/sheets.js';
import { plural, text } from '../core/strings.js';

/** @typedef {import('./nearest.js').Known} Known */
/** @typedef {import('./nearest.js').Known['targets'][number]} Target */

/** The languages by their own names, as in the menu of the page. */
const OWN_NAMES = new Map(
  all('a[data-language]', HTMLAnchorElement).map((link) => [link.dataset.language ?? '', link.textContent.trim()]),
);

class LinkPicker {
  /**
   * @param {HTMLElement} element
   * @param {Known} known
   */
  constructor(element, known) {
    this.targets = [...known.targets];
    this.targets.sort((a, b) => Number(isOfPlaybook(b)) - Number(isOfPlaybook(a)) || Number(isPlaybook(b)) - Number(isPlaybook(a)));
    /** @type {(() => void)[]} what shows how much of each group is chosen */
    this.counters = [];
    this.count = make('p', { className: 'picker__count' });
    this.count.dataset.chosen = '';
    this.bar = row('picker__bar', this.count, button('links.copy', () => this.copy(), 'button button--primary'));
    this.pages = new Set(this.targets.map((target) => target.page));
    this.boxes = new Map(this.targets.map((target) => [target.id, checkbox(target)]));
    this.language = select('language', [['', text('links.any')], ...known.languages.map((code) => [code, OWN_NAMES.get(code) ?? code])]);
    this.format = select('format', Object.keys(FORMATS).map((name) => [name, text(`links.format-${name}`)]));
    this.result = make('textarea', { className: 'picker__result', readOnly: true, id: 'picker-result', rows: 6 });
    this.result.dataset.links = '';
    element.classList.add('picker');
    element.append(
      make('p', { id: 'picker-choose' }, text('links.choose')),
      this.toggles(),
      this.groups(known),
      row('picker__choices', labelled(this.language, 'links.language'), labelled(this.format, 'links.format')),
      labelled(this.result, 'links.result'),
      this.bar,
    );
    element.addEventListener('change', () => this.show());
    this.show();
  }

  toggles() {
    const setAll = (/** @type {boolean} */ checked) => {
      for (const box of this.boxes.values()) box.checked = checked;
      this.show();
    };
    return row('picker__actions', button('links.all', () => setAll(true)), button('links.none', () => setAll(false)));
  }

  /** One group for each page that has templates or checklists. @param {Known} known */
  groups(known) {
    const groups = row('picker__groups');
    groups.setAttribute('role', 'group');
    groups.setAttribute('aria-labelledby', 'picker-choose');
    for (const url of this.pages) {
      const page = known.pages.find((row) => row.url === url);
      const own = this.targets.filter((target) => target.page === url);
      groups.append(this.group(page?.title[pageLanguage] ?? '', own));
    }
    return groups;
  }

  /** A page with all that is on it: all its links at once, the playbook's own, or any of its parts. @param {string} title @param {Target[]} own */
  group(title, own) {
    const boxes = own.map((target) => /** @type {HTMLInputElement} */ (this.boxes.get(target.id)));
    const [playbook] = own.length > 1 ? own.filter(isPlaybook) : [];
    const whole = make('input', { type: 'checkbox' });
    whole.dataset.pickWhole = own[0]?.page ?? '';
    const takes = row('picker__takes', taking(whole, plural('links.everything', own.length), title));
    if (playbook) takes.append(taking(this.boxes.get(playbook.id), text('links.alone'), title));
    const parts = row('picker__parts', ...own.filter((target) => target !== playbook).map((target) => this.choice(target)));
    const count = make('span', { className: 'picker__of' });
    const group = row('picker__group', opening(title, count, parts), takes, parts);
    whole.addEventListener('change', () => {
      for (const box of boxes) box.checked = whole.checked;
    });
    this.counters.push(() => {
      const n = boxes.filter((box) => box.checked).length;
      whole.checked = n === boxes.length;
      whole.indeterminate = n > 0 && n < boxes.length;
      count.textContent = text('links.of', { n, total: boxes.length });
      group.classList.toggle('is-chosen', n > 0);
    });
    return group;
  }

  /** @param {Target} target */
  choice(target) {
    const label = make('label', { className: 'picker__row' });
    label.append(this.boxes.get(target.id) ?? '', make('span', {}, nameOf(target)));
    return label;
  }

  /** @returns {import('./formats.js').Row[]} */
  get rows() {
    const language = this.language.value;
    const chosen = this.targets.filter((target) => this.boxes.get(target.id)?.checked);
    return chosen.map((target) => {
      const spoken = language || pageLanguage;
      const address = permanentLink(target.id, language);
      return { title: target.title[spoken] ?? target.id, address, language: spoken };
    });
  }

  show() {
    const { rows } = this;
    this.result.value = FORMATS[this.format.value](rows);
    this.counters.forEach((count) => count());
    this.count.textContent = plural('links.chosen', rows.length);
    this.bar.hidden = rows.length === 0;
  }

  async copy() {
    const { rows } = this;
    // What is pasted as text is markup on purpose where the format is meant for that.
    const rich = this.format.value === 'markdown' ? undefined : html(rows);
    if (await copy(this.result.value, rich)) return say(text('links.copied'));
    this.result.focus();
    this.result.select();
    return say(text('copy.refused', { keys: copyKeys() }));
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {string} [words]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, properties = {}, words = '') {
  const element = Object.assign(document.createElement(tag), properties);
  if (words) element.textContent = words;
  return element;
}

/** @param {string} className @param {...Node} children */
function row(className, ...children) {
  const element = make('div', { className });
  element.append(...children);
  return element;
}

/** @param {string} title @param {Node} count @param {HTMLElement} parts */
function opening(title, count, parts) {
  const opener = make('button', { type: 'button', className: 'picker__open', ariaExpanded: 'false' });
  opener.append(make('span', { className: 'picker__title' }, title), ' ', count);
  parts.hidden = true;
  opener.addEventListener('click', () => {
    parts.hidden = !parts.hidden;
    opener.ariaExpanded = String(!parts.hidden);
  });
  return opener;
}

/** @param {HTMLInputElement | undefined} box @param {string} words @param {string} title said besides: each group has the same words */
function taking(box, words, title) {
  const label = make('label', { className: 'picker__take' });
  label.append(box ?? '', make('span', {}, words), make('span', { className: 'visually-hidden' }, ` ${title}`));
  return label;
}

/** Playbooks come first, in the order of a project. @param {Target} target */
function isOfPlaybook(target) {
  return target.page.startsWith('playbooks/');
}

/** @param {Target} target */
function isPlaybook(target) {
  return target.kind === 'playbook';
}

/** @param {Target} target */
function nameOf(target) {
  return target.title[pageLanguage] ?? target.id;
}

/** @param {Target} target */
function checkbox(target) {
  const box = make('input', { type: 'checkbox' });
  box.dataset.pick = target.id;
  return box;
}

/** @param {string} name @param {string[][]} options value and text */
function select(name, options) {
  const element = make('select', { id: `picker-${name}` });
  element.dataset.choose = name;
  element.append(...options.map(([value, words]) => make('option', { value }, words)));
  return element;
}

/** @param {HTMLElement} control @param {string} key */
function labelled(control, key) {
  const box = make('div');
  box.append(make('label', { htmlFor: control.id }, text(key)), control);
  return box;
}

/** @param {string} key @param {() => unknown} action @param {string} [className] */
function button(key, action, className = 'button') {
  const element = make('button', { type: 'button', className }, text(key));
  element.addEventListener('click', action);
  return element;
}

async function start() {
  const places = document.querySelectorAll('[data-link-picker]');
  const [response] = await Promise.all([fetch(new URL('addresses.json', siteRoot)), addSheet('picker')]);
  if (!response.ok) return;
  /** @type {Known} */
  const known = await response.json();
  for (const place of places) new LinkPicker(/** @type {HTMLElement} */ (place), known);
}

start().catch(reportError);
