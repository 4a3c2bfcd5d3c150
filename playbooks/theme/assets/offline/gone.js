/** Takes the place of the service worker where a site does not want one any more: removes all that it kept. */

const leaving = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

leaving.addEventListener('install', (event) => event.waitUntil(leaving.skipWaiting()));
leaving.addEventListener('activate', (event) => event.waitUntil((async () => {
  const prefix = `playbooks:${new URL(leaving.registration.scope).pathname}:`;
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  await leaving.registration.unregister();
})()));
