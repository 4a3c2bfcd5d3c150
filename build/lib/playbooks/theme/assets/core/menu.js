/**
 * Let a <details> behave as a menu: Escape closes it and gives the focus back, and so does
 * going elsewhere.
 * @param {HTMLDetailsElement} details
 * @returns {{close: () => void}} closes it, with the focus on its summary if it was inside
 */
export function menu(details) {
  const close = () => {
    if (details.contains(document.activeElement)) details.querySelector('summary')?.focus();
    details.open = false;
  };
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    event.stopPropagation();
    close();
  });
  details.addEventListener('focusout', ({ relatedTarget }) => {
    // Without a related target the window itself lost the focus, or a plain text was clicked.
    if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false;
  });
  document.addEventListener('click', (event) => {
    if (details.open && event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  return { close };
}
