/**
 * The way to the panel of blanks. What it is made of is fetched when the reader comes near a template or turns to it:
 * by a blank, by the bar, by a field; or at once where it has something to show. What is typed before it is there counts.
 */

import { create } from '../core/elements.js';
import { withRole } from '../core/page-data.js';
import { onNear } from '../core/on-demand.js';
import { addSheet } from '../core/sheets.js';
import { missing } from '../core/starting.js';
import { addStrings } from '../core/strings.js';
import { wordsLanguage } from '../words/words-language.js';
import { addHints } from './hints.js';
import { values } from './values.js';
import { WIDE } from './wide.js';

/** Browsers take years of up to six digits; a date of the year 12026 is none. */
const LONG_YEAR = /^\d{5}/;

/** @type {(() => Promise<unknown>) | undefined} */
let prepare;

/** Fetches the panel for what must go on without a connection. @returns {Promise<void>} resolves also where it cannot be had */
export async function preparePanel() {
  await prepare?.().catch(() => {});
}

/** @param {HTMLElement} element with data-blanks */
export function addPanel(element) {
  /** @type {Promise<import('./panel.js').BlanksPanel> | undefined} */
  let loading;
  let isThere = false;
  const load = (/** @type {(error: unknown) => void} */ failed) => {
    loading ??= Promise.all([import('./panel.js'), addStrings(), addSheet('blanks'), addHints(element)]).then(([{ BlanksPanel }]) => {
      const panel = new BlanksPanel(element);
      isThere = true;
      return panel;
    });
    loading.catch((error) => {
      loading = undefined; // the network may be back for the next turn
      failed(error);
    });
    return loading;
  };
  prepare = () => load(reportError);
  const pass = () => { load(reportError).catch(() => {}); }; // who only passes by is told nothing
  /** Beside the words it is shown with all that it says, so that nothing in it moves. */
  const settle = async () => {
    if (WIDE.matches) await addHints(element).catch(() => {});
    if (!isThere) element.hidden = !WIDE.matches;
  };
  /** What was done before the panel was there is done again when it is. @param {Event} event */
  const again = ({ target, type }) => {
    if (isThere || !(target instanceof HTMLElement)) return;
    if (target.matches('[data-keep-client]')) values.keepClient = /** @type {HTMLInputElement} */ (target).checked;
    else if (type === 'click') load(missing).then(() => target.closest('button')?.click(), () => {});
    else load(missing).then(() => target.dispatchEvent(new Event(type, { bubbles: true })), () => {});
  };

  document.addEventListener('blanks:open', (event) => {
    load(missing).then((panel) => panel.open(/** @type {CustomEvent} */ (event).detail), () => {});
  });
  document.addEventListener('pointerover', ({ target }) => {
    if (target instanceof Element && target.closest('[data-open-blanks], [data-template] [data-blank]')) pass();
  });
  for (const reach of ['pointerover', 'focusin']) element.addEventListener(reach, pass, { once: true });
  onNear(document.querySelectorAll('[data-open-blanks]'), pass);
  element.addEventListener('input', (event) => { if (!isThere) keep(event); });
  element.addEventListener('change', again);
  element.addEventListener('click', again);
  element.addEventListener('submit', (event) => event.preventDefault());
  WIDE.addEventListener('change', settle);
  values.onChange(pass);
  wordsLanguage.onChange(pass);
  element.querySelectorAll('.field').forEach(complete);
  settle();
  if (hasSomethingToShow()) pass();
}

/**
 * Places for what may be said of a field, and the field described by them: of no use without this script.
 * @param {Element} row
 */
function complete(row) {
  const control = row.querySelector('[data-field]');
  if (!(control instanceof HTMLElement)) return;
  const place = (/** @type {'echo' | 'help' | 'warning'} */ name) => create('p', `field__${name}`, { [`data-${name}`]: '' });
  const [help, warning] = [place('help'), place('warning')];
  help.id = `${control.id}-help`;
  warning.id = `${control.id}-warning`;
  control.setAttribute('aria-describedby', `${help.id} ${warning.id}`);
  if (control.tagName !== 'SELECT') control.setAttribute('enterkeyhint', 'next');
  if (control.matches('[type="date"], [type="time"]')) row.append(place('echo'));
  control.before(help);
  row.append(warning);
}

/** What is typed counts at once. @param {Event} event */
function keep({ target }) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)) return;
  if (target.dataset.field && !(target.type === 'date' && LONG_YEAR.test(target.value))) values.set(target.dataset.field, target.value);
}

function hasSomethingToShow() {
  const isKept = values.keepClient || [...values.fields.keys()].some((id) => values.raw(id));
  return isKept || wordsLanguage.wanted !== wordsLanguage.language || values.fields.has(withRole('currency'));
}
