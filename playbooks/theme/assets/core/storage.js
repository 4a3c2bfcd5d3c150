/**
 * The browser's storage, where refusal, absence, a full disk and rubbish are ordinary cases.
 *
 * Project pages share one origin and hence one storage: keys carry the path of the site.
 */

import { siteRoot } from './page-data.js';

const PREFIX = `candour:${siteRoot.pathname}:`;

class Store {
  /** @param {'localStorage' | 'sessionStorage'} name */
  constructor(name) {
    this.name = name;
  }

  /** Asked for each time: merely naming a refused storage throws. */
  get area() {
    return window[this.name];
  }

  /** @param {string} key @returns {unknown} null when there is nothing or nothing readable */
  get(key) {
    try {
      return JSON.parse(this.area.getItem(PREFIX + key) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {unknown} value @returns {boolean} whether it is kept */
  set(key, value) {
    try {
      this.area.setItem(PREFIX + key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  /** Whether anything can be kept at all. */
  get works() {
    const works = this.set('probe', 1);
    this.remove('probe');
    return works;
  }

  /** @param {string} key */
  remove(key) {
    try {
      this.area.removeItem(PREFIX + key);
    } catch {
      // nothing was kept
    }
  }
}

/** Kept on the device. */
export const local = new Store('localStorage');

/** Kept until the tab is closed. */
export const session = new Store('sessionStorage');

/**
 * Calls back when what is kept may have changed outside this page: in another tab, or on another
 * page while this one waited in the browser's history.
 * @param {(key: string | null) => void} changed the key, or null for “anything”
 */
export function onOutsideChange(changed) {
  window.addEventListener('storage', (event) => {
    if (event.key === null) changed(null);
    else if (event.key.startsWith(PREFIX)) changed(event.key.slice(PREFIX.length));
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) changed(null);
  });
}
