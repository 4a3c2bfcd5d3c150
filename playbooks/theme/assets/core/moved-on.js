/** A dialog tells of its closing a while after it: whoever has turned to something else by then keeps the focus there. */

/**
 * @param {HTMLDialogElement} dialog that was closed
 * @param {Element | null} before what had the focus before it was opened; browsers give it back by themselves
 * @param {Element | undefined} [opener]
 * @returns {boolean}
 */
export function hasMovedOn(dialog, before, opener) {
  const { activeElement: now } = document;
  if (!now || now === document.body || now === before || now === opener) return false;
  return !dialog.contains(now);
}
