/**
 * The browser's storage, where refusal, absence, a full disk and rubbish are ordinary cases.
 *
 * Project pages share one origin and hence one storage: keys carry the path of the site.
 */

import { siteRoot } from './page-data.js';

const SITE = `:${siteRoot.pathname}:`;
const PREFIX = `playbooks${SITE}`;
const PROBE = 'probe';

/**
 * Keys once began with the name of the site: `<name>:<path>:<key>`. What readers kept so goes on under
 * the new ones (can go in 2028).
 * @param {'localStorage' | 'sessionStorage'} name
 */
function adoptFormerKeys(name) {
  try {
    const area = window[name];
    for (const former of Object.keys(area).filter((key) => !key.startsWith(PREFIX) && /^[a-z]+:/.test(key))) {
      const at = former.indexOf(':');
      if (!former.startsWith(SITE, at)) continue;
      const key = `playbooks${former.slice(at)}`;
      if (area.getItem(key) === null) area.setItem(key, area.getItem(former) ?? '');
      area.removeItem(former);
    }
  } catch {
    // refused, absent or full: then it stays where it is
  }
}

adoptFormerKeys('localStorage');
adoptFormerKeys('sessionStorage');

class Store {
  /** @param {'localStorage' | 'sessionStorage'} name */
  constructor(name) {
    this.name = name;
    /** Whether this page has read or written anything there. */
    this.isUsed = false;
  }

  /** Asked for each time: merely naming a refused storage throws. */
  get area() {
    return window[this.name];
  }

  /** @param {string} key @returns {unknown} null when there is nothing or nothing readable */
  get(key) {
    try {
      const kept = JSON.parse(this.area.getItem(PREFIX + key) ?? 'null');
      this.isUsed ||= kept !== null;
      return kept;
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {unknown} value @returns {boolean} whether it is kept */
  set(key, value) {
    try {
      this.area.setItem(PREFIX + key, JSON.stringify(value));
      this.isUsed ||= key !== PROBE;
      return true;
    } catch {
      return false;
    }
  }

  /** Whether anything can be kept at all. */
  get works() {
    const works = this.set(PROBE, 1);
    this.remove(PROBE);
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
 * page while this one waited in the browser's history. Firefox gives a page that comes back from there
 * the session as it was when the page was left, and what it writes then undoes what was changed or
 * forgotten since: such a page is loaded anew.
 * @param {(key: string | null) => void} changed the key, or null for “anything”
 */
export function onOutsideChange(changed) {
  window.addEventListener('storage', (event) => {
    if (event.key === null) changed(null);
    else if (event.key.startsWith(PREFIX)) changed(event.key.slice(PREFIX.length));
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (session.isUsed) location.reload();
    else changed(null);
  });
}
