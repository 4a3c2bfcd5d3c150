/** Slips of the hand: one letter wrong, or the keyboard left in another layout. */

/**
 * Whether two words differ by one letter too many, too few or wrong, or by two neighbours exchanged.
 * @param {string} a
 * @param {string} b
 * @returns {boolean}
 */
export function near(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [x, y] = [a.slice(at), b.slice(at)];
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
    || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
}

/**
 * What the same keys give in the other layout; null where that is not another text.
 * @param {string} text
 * @param {[typed: string, meant: string] | undefined} keyboard
 * @returns {string | null}
 */
export function otherLayout(text, keyboard) {
  if (!keyboard) return null;
  const typed = text.toLowerCase();
  const made = Array.from(typed, (sign) => keyboard[1][keyboard[0].indexOf(sign)] ?? sign).join('');
  return made === typed ? null : made;
}
