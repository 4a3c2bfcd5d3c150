/** Has the site kept for use without a network, once the page is quiet and has nothing else to do. */

/** Milliseconds after all has come. */
const REST = 1200;

/** Only where the site says that it is an app: not while its author writes it, not on the page for unknown addresses. */
export function keepLater() {
  if (!navigator.serviceWorker || !document.querySelector('link[rel="manifest"]')) return;
  const rest = () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(async () => {
    try {
      await (await import('./keeping.js')).keep();
    } catch {
      // refused, or no network: the page works as it is, and the next one asks again
    }
  }), REST);
  if (document.readyState === 'complete') rest();
  else window.addEventListener('load', rest, { once: true });
}
