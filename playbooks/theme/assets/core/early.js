/**
 * What the reader does before the modules have started: remembered, and done when they say that they have
 * (started() in starting.js). It stands in the head itself, as header/scheme.js does. Of each control the last
 * act counts; what has started stands in `data-started` of the root, as a selector.
 *
 * Where a file does not arrive, the page says so itself: its words need no script to be read.
 */
(() => {
  const root = document.documentElement;
  /** @type {Map<Element, {place: Element, again: () => void}>} by what was used; `place` outlives words that are written anew */
  const acts = new Map();

  /** @param {Event} event @param {string} controls @param {(control: HTMLInputElement) => () => void} act */
  function remember({ target }, controls, act) {
    const control = target instanceof Element && target.closest(controls);
    if (!control || (root.dataset.started && control.closest(root.dataset.started))) return;
    acts.set(control, { place: control.closest('[data-template]') ?? control, again: act(/** @type {HTMLInputElement} */ (control)) });
  }

  document.addEventListener('click', (event) => remember(event, 'button, [data-blank]', (control) => {
    const place = control.closest('[data-template]');
    return () => {
      const blank = place?.querySelector(`[data-blank="${control.dataset.blank}"]`);
      const now = control.isConnected ? control : blank;
      if (now instanceof HTMLElement) now.click();
    };
  }), true);

  document.addEventListener('change', (event) => remember(event, 'input, select', (control) => {
    const { value, checked } = control;
    return () => {
      Object.assign(control, control.type === 'checkbox' ? { checked } : { value });
      control.dispatchEvent(new Event('change', { bubbles: true }));
    };
  }), true);

  function tellMissing() {
    const place = document.querySelector('[data-message]');
    if (!(place instanceof HTMLElement)) return;
    const close = place.parentElement?.querySelector('[data-dismiss]');
    const show = (/** @type {boolean} */ on) => {
      place.textContent = on ? place.dataset.missing ?? '' : '';
      place.classList.toggle('is-shown', on);
      if (close instanceof HTMLElement) close.hidden = !on;
    };
    close?.addEventListener('click', () => show(false), { once: true });
    show(true);
  }

  const isMissing = () => {
    if (document.readyState !== 'loading') tellMissing();
    else document.addEventListener('DOMContentLoaded', tellMissing, { once: true });
  };
  addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && isMissing(), true);
  document.addEventListener('playbooks:missing', isMissing);

  document.addEventListener('playbooks:started', (event) => {
    const { detail } = /** @type {CustomEvent<string>} */ (event);
    root.dataset.started = root.dataset.started ? `${root.dataset.started}, ${detail}` : detail;
    for (const [control, { place, again }] of acts) {
      if (!place.closest(detail) && !control.closest(detail)) continue;
      acts.delete(control);
      again();
    }
  });
})();
