/**
 * Sets the colours before the first paint. A classic script for the head, not deferred: modules
 * run too late for that. scheme-button.js takes over from here; the key is that of storage.js.
 */
(() => {
  const root = new URL('../../', document.currentScript.src).pathname;

  function chosen() {
    try {
      return JSON.parse(localStorage.getItem(`candour:${root}:scheme`));
    } catch {
      return null;
    }
  }

  const device = matchMedia('(prefers-color-scheme: dark)').matches ? 'slate' : 'default';
  const choice = chosen();
  const scheme = choice === 'slate' || choice === 'default' ? choice : device;
  document.documentElement.style.colorScheme = scheme === 'slate' ? 'dark' : 'light';

  // The theme reads the scheme from the body, which the parser has not reached yet.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.dataset.mdColorScheme = scheme;
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
})();
