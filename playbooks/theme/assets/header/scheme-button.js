/** The button for light and dark. Until it is used, the page follows the device. */

import { local, onOutsideChange } from '../core/storage.js';

const KEY = 'scheme';
const LIGHT = 'default';
const DARK = 'slate';

const device = matchMedia('(prefers-color-scheme: dark)');

function wantedByDevice() {
  return device.matches ? DARK : LIGHT;
}

export class SchemeButton {
  /** What was chosen on this page, should the browser refuse to keep it. @type {string | null} */
  choice = null;

  /** @param {HTMLButtonElement} button */
  constructor(button) {
    this.button = button;
    this.read();
    device.addEventListener('change', () => this.show());
    onOutsideChange(() => this.read());
    button.addEventListener('click', () => this.toggle());
  }

  get scheme() {
    return this.choice ?? wantedByDevice();
  }

  read() {
    const kept = local.get(KEY);
    this.choice = kept === LIGHT || kept === DARK ? kept : null;
    this.show();
  }

  /** Going back to what the device wants is no choice of its own: from then on it is followed again. */
  toggle() {
    const scheme = this.scheme === DARK ? LIGHT : DARK;
    this.choice = scheme === wantedByDevice() ? null : scheme;
    if (this.choice) local.set(KEY, this.choice);
    else local.remove(KEY);
    this.show();
  }

  show() {
    const { scheme, button } = this;
    document.body.dataset.mdColorScheme = scheme;
    document.documentElement.style.colorScheme = scheme === DARK ? 'dark' : 'light';
    const { light = '', dark = '' } = button.dataset;
    button.setAttribute('aria-label', scheme === DARK ? light : dark);
  }
}
