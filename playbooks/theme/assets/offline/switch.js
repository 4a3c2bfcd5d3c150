/** The one switch for what is kept, and what a page says of it that stands for one that is not there. */

import { siteRoot } from '../core/page-data.js';
import { each } from '../core/starting.js';
import { say } from '../core/message.js';
import { go, isPossible, isWanted, kept, stop } from './keeping.js';

/** @param {HTMLElement} element */
function addOfflineSwitch(element) {
  const box = /** @type {HTMLInputElement} */ (element.querySelector('[data-offline-switch]'));
  const { keptHere = '', none = '', coming = '', impossible = '' } = element.dataset;
  const state = /** @type {HTMLElement} */ (element.querySelector('[data-offline-state]'));

  async function show() {
    box.disabled = !isPossible();
    box.checked = isPossible() && isWanted();
    if (box.disabled) state.textContent = impossible;
    else if (!box.checked) state.textContent = none;
    else {
      const languages = await kept();
      const names = languages.map((code) => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code);
      state.textContent = names.length ? keptHere.replace('{languages}', names.join(', ')) : coming;
    }
  }

  box.addEventListener('change', async () => {
    state.textContent = box.checked ? coming : none;
    try {
      await (box.checked ? go() : stop());
    } catch {
      // shown as it is
    }
    await show();
    say(state.textContent ?? '');
  });
  if (isPossible()) navigator.serviceWorker.addEventListener('message', show); // of what came meanwhile
  element.hidden = false;
  show();
}

/** Names the page that was asked for, and lists only what is kept. @param {HTMLElement} element */
async function showLost(element) {
  const asked = new URL(location.hash.slice(2), siteRoot);
  const link = element.querySelector('[data-asked]');
  if (link instanceof HTMLAnchorElement && location.hash.startsWith('#/') && asked.href.startsWith(siteRoot.href)) {
    link.href = asked.href;
    element.classList.add('is-lost');
    /** @type {HTMLElement} */ (link.closest('[hidden]') ?? link).hidden = false;
  }
  const languages = isPossible() ? await kept() : [];
  if (!languages.length) return;
  for (const part of element.querySelectorAll('[data-kept-language]')) {
    if (part instanceof HTMLElement) part.hidden = !languages.includes(part.dataset.keptLanguage ?? '');
  }
}

each('[data-offline]', addOfflineSwitch);
each('[data-lost]', showLost);
