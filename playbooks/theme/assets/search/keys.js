/** The switch for the keys that open the search by themselves (search/opening.js): who speaks to a computer, or hits
 * keys without meaning to, can do without them. Remembered on this device. */

import { each } from '../core/starting.js';
import { local } from '../core/storage.js';

const REFUSED = 'keys';

/** @param {HTMLElement} element */
function addKeysSwitch(element) {
  const box = /** @type {HTMLInputElement} */ (element.querySelector('[data-keys-switch]'));
  const impossible = /** @type {HTMLElement} */ (element.querySelector('[data-keys-impossible]'));
  box.disabled = !local.works;
  impossible.hidden = !box.disabled;
  box.checked = local.get(REFUSED) !== false;
  box.addEventListener('change', () => {
    if (box.checked) local.remove(REFUSED);
    else local.set(REFUSED, false);
  });
  element.hidden = false;
}

each('[data-keys]', addKeysSwitch);
