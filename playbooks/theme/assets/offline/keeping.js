/**
 * What is kept on the device for use without a network, by the service worker (worker.js): the language of each
 * page that was read. The reader may turn it off, which removes it and is remembered.
 */

import { pageLanguage, siteRoot } from '../core/page-data.js';
import { scriptAddress } from '../core/script-address.js';
import { local } from '../core/storage.js';

const REFUSED = 'offline';
const PREFIX = `playbooks:${siteRoot.pathname}:`;
const LIST = /\/assets\/offline\/([a-z-]+)-[0-9a-f]{8}\.txt$/;

export const isWanted = () => local.get(REFUSED) !== false;

/** Whether this browser can keep anything. */
export function isPossible() {
  try {
    return Boolean(navigator.serviceWorker && window.caches);
  } catch {
    return false;
  }
}

/**
 * Has the language of the page kept, by the worker of the newest build: the page is of that.
 * @param {{isAsked?: boolean}} [how] `isAsked`: the reader wants it, also where data is spared
 */
export async function keep({ isAsked = false } = {}) {
  if (!isWanted() || !isPossible()) return;
  if (!isAsked && Reflect.get(navigator, 'connection')?.saveData) return;
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(/** @type {string} */ (scriptAddress('offline.js')), { scope: siteRoot.pathname, updateViaCache: 'none' });
  await registration.update().catch(() => {}); // without a network
  const newest = registration.installing ?? registration.waiting ?? registration.active;
  if (!newest) return;
  await new Promise((resolve) => {
    serviceWorker.addEventListener('message', ({ data }) => {
      if (typeof data?.kept === 'string') resolve((document.documentElement.dataset.kept ??= data.kept));
    });
    newest.addEventListener('statechange', () => newest.state === 'redundant' && resolve(''));
    newest.postMessage({ keep: pageLanguage });
  });
}

/** When the page has nothing else to do. */
export async function keepQuietly() {
  await new Promise((resolve) => { (window.requestIdleCallback ?? setTimeout)(resolve); });
  await keep();
}

/** Removes all that is kept, and keeps nothing from now on. */
export async function stop() {
  local.set(REFUSED, false);
  const registration = await navigator.serviceWorker.getRegistration(siteRoot.href);
  if (registration?.scope === siteRoot.href) {
    const { installing, waiting, active } = registration;
    for (const worker of [installing, waiting, active]) worker?.postMessage({ stop: true });
    await registration.unregister();
  }
  for (const name of await ours()) await caches.delete(name);
}

/** Keeps from now on, and begins at once. */
export async function go() {
  local.remove(REFUSED);
  await keep({ isAsked: true });
}

/** The languages of which all is kept. @returns {Promise<string[]>} */
export async function kept() {
  const found = new Set();
  for (const name of await ours()) {
    for (const { url } of await (await caches.open(name)).keys()) found.add(LIST.exec(url)?.[1]);
  }
  found.delete(undefined);
  return [...found];
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}
