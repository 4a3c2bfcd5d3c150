/** Has the site kept for use without a network, once the page is quiet and has nothing else to do. */

/** Milliseconds after all has come. */
const REST = 1200;

/** Only where the site says that it is an app: not while its author writes it, not on the page for unknown addresses. */
export function keepLater() {
  if (!document.querySelector('[rel=manifest]')) return;
  // refused, or no network: the page works as it is, and the next one asks again
  const begin = () => import('./keeping.js').then(({ keepQuietly }) => keepQuietly()).catch(() => {});
  window.addEventListener('load', () => setTimeout(begin, REST));
}
