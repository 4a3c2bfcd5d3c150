/** The page's one live region: what has just happened, said and shown for a while. */

const element = /** @type {HTMLElement | null} */ (document.querySelector('[data-message]'));
/** The message and the button that takes it away. */
const box = element?.closest('.toast') ?? element;
const dismissal = /** @type {HTMLElement | null | undefined} */ (box?.querySelector('[data-dismiss]'));
const home = box?.parentElement ?? document.body;

/** A live region has to be seen empty before the same words are announced again. */
const PAUSE = 40;

let writing = 0;
let hiding = 0;

/**
 * @param {string} words
 * @param {{quietly?: boolean}} [how] quietly: what the page shows elsewhere anyway is only said
 */
export function say(words, { quietly = false } = {}) {
  if (!element) return;
  clearTimeout(writing);
  clearTimeout(hiding);
  moveIntoView();
  element.textContent = '';
  element.classList.remove('is-shown');
  writing = setTimeout(() => {
    element.textContent = words;
    element.classList.toggle('is-shown', !quietly);
    if (dismissal) dismissal.hidden = quietly;
  }, PAUSE);
  // Long enough to be read slowly, and never less than six seconds.
  hiding = setTimeout(hide, Math.max(6000, words.length * 90));
}

function hide() {
  element?.classList.remove('is-shown');
  if (element) element.textContent = '';
  if (dismissal) dismissal.hidden = true;
}

dismissal?.addEventListener('click', hide);

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
