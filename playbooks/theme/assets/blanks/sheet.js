/** The panel of blanks on a narrow screen: a modal sheet that comes from the bar and goes back to it. */

import { create } from '../core/elements.js';
import { hasMovedOn } from '../core/moved-on.js';

export class Sheet {
  /**
   * @param {HTMLElement} panel stays in its place while the sheet is closed
   * @param {string} titleId
   * @param {() => void} closed called when the panel is back in its place
   */
  constructor(panel, titleId, closed) {
    this.panel = panel;
    this.closed = closed;
    this.place = document.createComment('the panel of blanks');
    this.dialog = create('dialog', 'sheet', { 'aria-labelledby': titleId });
    panel.before(this.place);
    document.body.append(this.dialog);
    this.dialog.addEventListener('close', () => this.putBack());
    // The backdrop belongs to the dialog, the panel covers the rest of it.
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.close();
    });
    this.giveFocusBack = () => {};
    /** What had the focus before it was opened. @type {Element | null} */
    this.cameFrom = null;
    /** Whether it holds the panel and is about to open. */
    this.rises = false;
  }

  get isOpen() {
    return this.rises || this.dialog.open;
  }

  /** Takes the panel from its place. @param {() => void} giveFocusBack called when the sheet is closed */
  take(giveFocusBack) {
    this.rises = true;
    this.giveFocusBack = giveFocusBack;
    this.cameFrom = document.activeElement;
    this.panel.hidden = false;
    this.dialog.append(this.panel);
  }

  rise() {
    this.rises = false;
    this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  putBack() {
    const movedOn = hasMovedOn(this.dialog, this.cameFrom);
    this.place.after(this.panel);
    this.closed();
    if (!movedOn) this.giveFocusBack();
  }
}
