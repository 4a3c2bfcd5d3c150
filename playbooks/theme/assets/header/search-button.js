/** The button that opens the theme's search where its box does not fit into the header. */

/** @param {HTMLButtonElement} button */
export function addSearchButton(button) {
  const toggle = document.querySelector('#__search');
  const query = document.querySelector('[data-md-component="search-query"]');
  if (!toggle || !query) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    // By a click, because the theme listens for the change.
    if (!toggle.checked) toggle.click();
    query.focus();
  });
}
