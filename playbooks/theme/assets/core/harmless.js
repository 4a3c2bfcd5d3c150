/**
 * What scripts of others write into a page as HTML – those of the theme, of other plugins, of the site – without what
 * could act: the policy of a page lets them write through here alone (Trusted Types). It stands in the head itself,
 * on the pages that fetch such a script; ours make elements and write no HTML.
 */
(() => {
  const types = Reflect.get(globalThis, 'trustedTypes');
  if (!types) return;
  // what acts, and what is read another way where it is seen than here
  const ACTIVE = 'script, iframe, frame, object, embed, base, meta, link, animate, set, noscript, template';
  // control characters do not keep a browser from reading a scheme
  const CODE = /^[\0-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i;
  // for reading alone: what a document that nobody sees holds neither runs nor loads
  const reading = types.createPolicy('playbooks-reading', { createHTML: (/** @type {string} */ html) => html });

  /** @param {string} html any piece of a page, rows of a table too */
  function withoutActive(html) {
    const box = document.implementation.createHTMLDocument('').createElement('template');
    box.innerHTML = reading.createHTML(html);
    for (const element of box.content.querySelectorAll('*')) {
      if (element.matches(ACTIVE)) element.remove();
      for (const { name, value } of [...element.attributes]) {
        if (name.startsWith('on') || name === 'srcdoc' || CODE.test(value)) element.removeAttribute(name);
      }
    }
    return box.innerHTML;
  }

  types.createPolicy('default', {
    /** @param {string} html @param {string} _ @param {string} place what is read into a document of its own is not seen yet */
    createHTML: (html, _, place) => (!/[<&]/.test(html) || place.startsWith('DOMParser') ? html : withoutActive(html)),
    /** @param {string} address */
    createScriptURL: (address) => (new URL(address, document.baseURI).origin === location.origin ? address : null),
  });
})();
