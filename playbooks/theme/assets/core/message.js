/** The page's one live region: what has just happened, said and shown for a while. */

const element = /** @type {HTMLElement | null} */ (document.querySelector('[data-message]'));
/** The message and the button that takes it away. */
const box = element?.closest('.toast') ?? element;
const dismissal = /** @type {HTMLElement | null | undefined} */ (box?.querySelector('[data-dismiss]'));
const home = box?.parentElement ?? document.body;

/** A live region has to be seen empty before the same words are announced again. */
const PAUSE = 40;

/** Undoing what was said takes its time to be found and decided. */
const UNDO_MS = 10_000;

let writing = 0;
let hiding = 0;

/**
 * @param {string} words
 * @param {{quietly?: boolean, shown?: string, undo?: {name: string, act: () => void}, asked?: () => void}} [how]
 *   quietly: what the page shows elsewhere anyway is only said; shown: what of it is shown, at its end; undo: a button
 *   beside the words, named so; asked: they are a question, which stays; called when it is shown (question.js)
 */
export function say(words, { quietly = false, shown = words, undo, asked } = {}) {
  if (!element) return;
  clearTimeout(writing);
  clearTimeout(hiding);
  moveIntoView();
  takeButtonsAway();
  element.textContent = '';
  element.classList.remove('is-shown');
  writing = setTimeout(() => {
    element.textContent = shown;
    if (shown !== words) sayBefore(words.slice(0, -shown.length));
    element.classList.toggle('is-shown', !quietly);
    if (dismissal) dismissal.hidden = quietly;
    if (undo) addButton(undo);
    asked?.();
  }, PAUSE);
  // Long enough to be read slowly, and never less than six seconds.
  if (!asked) hiding = setTimeout(hide, Math.max(undo ? UNDO_MS : 6000, words.length * 90));
}

/** @param {string} words that the page shows elsewhere */
function sayBefore(words) {
  const said = document.createElement('span');
  said.className = 'visually-hidden';
  said.textContent = words;
  element?.prepend(said);
}

/** Beside the live region, not in it: its name is not part of what is said. @param {{name: string, act: () => void}} undo */
function addButton({ name, act }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'toast__undo';
  button.dataset.undo = '';
  button.textContent = name;
  button.addEventListener('click', () => {
    clear();
    act();
  });
  element?.after(button);
}

function takeButtonsAway() {
  box?.querySelectorAll('.toast__undo').forEach((button) => button.remove());
}

function hide() {
  // Who has reached the button is not raced.
  const undo = box?.querySelector('[data-undo]');
  if (undo && undo === document.activeElement && undo.matches(':focus-visible')) {
    hiding = setTimeout(hide, UNDO_MS);
    return;
  }
  clear();
}

function clear() {
  clearTimeout(hiding);
  takeButtonsAway();
  element?.classList.remove('is-shown');
  if (element) element.textContent = '';
  if (dismissal) dismissal.hidden = true;
}

dismissal?.addEventListener('click', clear);

/** Everything outside an open modal dialog is inert, the live region too: it moves in while one is open. */
function moveIntoView() {
  const place = topmost() ?? home;
  if (box && box.parentElement !== place) place.append(box);
}

/** The blanks may be filled from within another dialog: then theirs is the upper one. */
function topmost() {
  return document.querySelector('dialog.sheet[open]') ?? document.querySelector('dialog[open]');
}

// A closed dialog is not shown, and may be taken out of the page.
document.addEventListener('close', () => box && home.append(box), { capture: true });
