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

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`";
const UKRAINIAN = "йцукенгшщзхїфівапролджєячсмитьбю.'";
/** Russian letters on the same keys, for readers who have that layout as well. */
const OTHER = { ы: 's', э: "'", ъ: ']', ё: '`' };

/**
 * What the same keys give in the other layout; null where that is not another text.
 * @param {string} typed
 * @param {string} language
 * @returns {string | null}
 */
export function otherLayout(typed, language) {
  const text = typed.toLowerCase();
  const made = language === 'uk' ? swap(text, LATIN, UKRAINIAN) : swap(text, UKRAINIAN, LATIN, OTHER);
  return made === text ? null : made;
}

/** @param {string} text @param {string} from @param {string} to @param {Record<string, string>} [more] */
function swap(text, from, to, more = {}) {
  return Array.from(text, (sign) => to[from.indexOf(sign)] ?? more[sign] ?? sign).join('');
}
