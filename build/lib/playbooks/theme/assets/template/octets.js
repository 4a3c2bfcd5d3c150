/** Text by the octets of its UTF-8, as mail and calendar files count it. */

/**
 * Half of a surrogate pair would make the encoders throw or lie.
 * @param {string} text
 */
export function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * @param {string} text
 * @returns {string} base64 of its UTF-8
 */
export function base64(text) {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * Cut text into pieces of no more than so many octets; no character is cut.
 * @param {string} text
 * @param {number} first octets of the first piece
 * @param {number} [others] octets of the pieces after it
 * @returns {string[]} at least one
 */
export function inOctets(text, first, others = first) {
  const encoder = new TextEncoder();
  const pieces = [];
  let piece = '';
  let room = first;
  for (const character of wellFormed(text)) {
    const octets = encoder.encode(character).length;
    if (octets > room) {
      pieces.push(piece);
      piece = '';
      room = others;
    }
    piece += character;
    room -= octets;
  }
  return [...pieces, piece];
}
