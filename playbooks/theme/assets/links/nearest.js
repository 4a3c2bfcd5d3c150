/** What an address that leads nowhere may have meant. Pure functions; notfound.js uses them. */

/**
 * @typedef {object} Known what addresses.json holds
 * @property {string[]} languages the one at the root of the site first
 * @property {Record<string, string>} codes what people write for some of them: ua for uk
 * @property {{url: string, title: Record<string, string>}[]} pages
 * @property {{id: string, kind: string, page: string, title: Record<string, string>}[]} targets
 * @property {Record<string, string>} moved old ids and what they are called now
 */
/** @typedef {{language: string | null, rest: string}} Asked the language that the address names, and what follows */
/** @typedef {{url: string, title: Record<string, string>}} Found `url` stands in every language's tree */

const LANGUAGE_LIKE = /^(?!go$)[a-z]{2,3}([-_][a-z]{2,4})?$/;
const TWO_LETTERS = /^(?!go$)[a-z]{2}$/;
const SPECIAL = /^(go|embed)\//;

/**
 * @param {string} path below the root of the site, without a slash at its start
 * @param {Pick<Known, 'languages' | 'codes'>} known
 * @returns {Asked}
 */
export function readAddress(path, { languages, codes }) {
  const parts = tidy(path).split('/').filter(Boolean);
  const first = parts[0] ?? '';
  const code = first.split(/[-_]/)[0];
  const language = Object.hasOwn(codes, code) ? codes[code] : code;
  if (languages.includes(language) && LANGUAGE_LIKE.test(first)) return { language, rest: join(parts.slice(1)) };
  // A language that the site does not have, in front of something: /de/playbooks/.
  if (TWO_LETTERS.test(first) || (LANGUAGE_LIKE.test(first) && parts.length > 1)) return { language: null, rest: join(parts.slice(1)) };
  return { language: null, rest: join(parts) };
}

/** Lower case, no index.html or extension. @param {string} path */
function tidy(path) {
  return decoded(path).normalize('NFC').toLowerCase().replace(/(\/|^)index\.\w+$/, '$1').replace(/\.(html?|md|php|aspx?)$/, '');
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @param {string[]} parts */
function join(parts) {
  return parts.map((part) => `${part}/`).join('');
}

/**
 * The address that is meant without doubt: once its language and spelling are put right, it exists.
 * @param {Asked} asked
 * @param {Known} known
 * @param {string} readers the reader's language, for addresses that name none
 * @returns {string | null} from the root of the site
 */
export function certain({ language, rest }, known, readers) {
  const start = tree(language ?? readers, known);
  if (known.pages.some((page) => page.url === rest)) return start + rest;
  const [, special] = rest.match(SPECIAL) ?? [];
  const id = currentId(rest.replace(SPECIAL, '').replace(/\/$/, ''), known);
  if (!id) return null;
  if (special === 'embed') return `${start}embed/${id}/`;
  return `go/${id}/${language ? `?lang=${language}` : ''}`;
}

/** @param {string} id @param {Known} known @returns {string | null} */
function currentId(id, { targets, moved }) {
  const current = Object.hasOwn(moved, id) ? moved[id] : id;
  return targets.some((target) => target.id === current) ? current : null;
}

/** @param {string} language @param {Pick<Known, 'languages'>} known */
export function tree(language, { languages }) {
  return language === languages[0] ? '' : `${language}/`;
}

/**
 * The pages and things that are spelt most like it, the nearest first.
 * @param {Asked} asked
 * @param {Known} known
 * @param {number} [most]
 * @returns {Found[]}
 */
export function nearest({ rest }, known, most = 3) {
  const last = lastWord(rest);
  if (!last) return [];
  const pages = known.pages.filter((page) => page.url).map((page) => ({ ...page, name: lastWord(page.url) }));
  const parts = known.targets
    .filter((target) => target.kind !== 'playbook')
    .map((target) => ({ url: `${target.page}#${target.id}`, title: target.title, name: target.id }));
  const near = [...pages, ...parts]
    .map((row) => ({ ...row, far: Math.min(strangeness(last, row.name), distance(rest, row.url) / rest.length) }))
    .filter((row) => row.far <= 0.4);
  near.sort((a, b) => a.far - b.far || a.name.length - b.name.length);
  return near.slice(0, most).map(({ url, title }) => ({ url, title }));
}

/** @param {string} path "playbooks/own-a-mistake/" */
function lastWord(path) {
  return path.split('/').filter(Boolean).at(-1) ?? '';
}

/**
 * 0: the same; 1: nothing in common. Words of the name count by themselves: “delay” is near “announce-a-delay”.
 * @param {string} asked
 * @param {string} name
 */
function strangeness(asked, name) {
  const whole = distance(asked, name) / Math.max(asked.length, name.length);
  const long = asked.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3);
  const words = name.split('-');
  const shared = long.filter((word) => words.some((other) => distance(word, other) <= (word.length > 5 ? 1 : 0)));
  return shared.length ? Math.min(whole, 0.4 - (0.3 * shared.length) / Math.max(long.length, words.length)) : whole;
}

/**
 * How many letters to add, drop, change or swap with the next.
 * @param {string} a
 * @param {string} b
 */
export function distance(a, b) {
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
