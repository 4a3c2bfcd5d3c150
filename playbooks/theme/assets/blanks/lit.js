/** The blank whose field is being filled: it is lit in the words, wherever it stands. */

let lit = '';

/** @param {ParentNode} within */
export function showLight(within) {
  for (const blank of within.querySelectorAll('[data-blank]')) {
    blank.classList.toggle('is-lit', lit !== '' && blank.getAttribute('data-blank') === lit);
  }
}

/** @param {string} field '' for none */
export function light(field) {
  if (field === lit) return;
  lit = field;
  showLight(document);
}
