/**
 * Sets the colours before the first paint. It stands in the head itself, covered by its hash in the
 * content security policy: modules run too late for that, and a file of its own would hold up the
 * page. scheme-button.js takes over from here; the key is that of core/storage.js.
 */
(() => {
  document.documentElement.classList.replace('no-js', 'js'); // controls that need a script may show
  const root = new URL((document.currentScript?.dataset.root ?? '').replace(/\/*$/, '/'), location.href).pathname;

  function kept(/** @type {'localStorage' | 'sessionStorage'} */ area, /** @type {string} */ key) {
    try {
      return JSON.parse(window[area].getItem(`playbooks:${root}:${key}`) ?? 'null');
    } catch {
      return null;
    }
  }

  const device = matchMedia('(prefers-color-scheme: dark)').matches ? 'slate' : 'default';
  const choice = kept('localStorage', 'scheme');
  const scheme = choice === 'slate' || choice === 'default' ? choice : device;
  document.documentElement.style.colorScheme = scheme === 'slate' ? 'dark' : 'light';

  // The home page keeps the room of what was begun (links/begun.js).
  if (kept('sessionStorage', 'begun') ?? kept('localStorage', 'begun')) document.documentElement.classList.add('has-begun');

  // The theme reads the scheme from the body, which the parser has not reached yet.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.dataset.mdColorScheme = scheme;
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
})();
