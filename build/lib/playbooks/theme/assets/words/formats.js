/**
 * Dates, times, money and numbers as the language of the words writes them: "en" (British), "fr",
 * "uk". Each function takes what was typed or picked and gives it back unchanged when it cannot be
 * read, so that nothing a user wrote is ever lost.
 *
 * Names, plural rules and digit groups come from `Intl`; order, spaces and signs are set here,
 * because browsers differ in them and `Intl` misses a few rules (1er décembre, року, no-break spaces).
 */

const NBSP = '\u00a0';
const NARROW_NBSP = '\u202f';
const MINUS = '\u2212';

/** Longer text is no number; patterns are not run over what may be pages long. */
const LONGEST = 40;

/** @typedef {'en' | 'fr' | 'uk'} Lang */
/** @typedef {{zero?: string, one?: string, two?: string, few?: string, many?: string, other?: string}} Units */

/** Locale for Intl, digit group and decimal signs. Calendar and digits are fixed against device settings. */
const LANGS = {
  en: { locale: 'en-GB-u-ca-gregory-nu-latn', group: ',', decimal: '.' },
  fr: { locale: 'fr-FR-u-ca-gregory-nu-latn', group: NARROW_NBSP, decimal: ',' },
  uk: { locale: 'uk-UA-u-ca-gregory-nu-latn', group: NBSP, decimal: ',' },
};

/** Signs of the currencies that have one; any other is written with its code. */
const SIGNS = { EUR: '€', USD: '$', GBP: '£' };

/** What a user may type beside an amount, by currency. */
const MARKS = {
  EUR: /^(€|eur|euros?|євро)$/i,
  USD: /^(\$|usd|us\$)$/i,
  GBP: /^(£|gbp)$/i,
  UAH: /^(₴|uah|грн\.?|гривень|гривні|гривня)$/i,
};

/** @param {string} lang a language or a locale ('fr-CA') @returns {Lang} */
function known(lang) {
  const base = String(lang).slice(0, 2).toLowerCase();
  return base === 'fr' || base === 'uk' ? base : 'en';
}

/**
 * A real day of the calendar, at midnight UTC so that no time zone can shift it.
 * @param {unknown} iso
 * @returns {Date | null} null for anything else, such as 2026-02-30
 */
function readDay(iso) {
  const match = typeof iso === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(0);
  // Not Date.UTC, which reads the years 0 to 99 as 19xx.
  date.setUTCFullYear(year, month - 1, day);
  const real = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date : null;
}

/**
 * '2026-12-15' → 'Tuesday 15 December 2026', 'mardi 15 décembre 2026',
 * 'вівторок, 15 грудня 2026 року'.
 * @param {string} iso
 * @param {string} lang
 * @returns {string} the input when it is no day
 */
export function formatDate(iso, lang) {
  const date = readDay(iso);
  if (!date) return iso;
  const language = known(lang);
  const { weekday, month } = dateNames(date, LANGS[language].locale);
  const day = date.getUTCDate();
  const year = date.getUTCFullYear();
  if (language === 'uk') return `${weekday}, ${day} ${month} ${year} року`;
  const number = language === 'fr' && day === 1 ? '1er' : day;
  return `${weekday} ${number} ${month} ${year}`;
}

/**
 * Asked for with day and year, for only then is a Ukrainian month in the genitive (грудня).
 * @param {Date} date
 * @param {string} locale
 * @returns {{weekday: string, month: string}}
 */
function dateNames(date, locale) {
  const parts = new Intl.DateTimeFormat(locale, {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC',
  }).formatToParts(date);
  // Browsers write the apostrophe of п’ятниця as U+02BC or U+0027; the site has U+2019.
  const named = (/** @type {string} */ type) =>
    (parts.find((part) => part.type === type)?.value ?? '').replace(/[\u02bc']/g, '\u2019');
  return { weekday: named('weekday'), month: named('month') };
}

/**
 * '15:30' → '3:30 pm', '15 h 30', '15:30'.
 * @param {string} time as a time field gives it, seconds ignored
 * @param {string} lang
 * @returns {string} the input when it is no time
 */
export function formatTime(time, lang) {
  const match = typeof time === 'string' && /^([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d(\.\d+)?)?$/.exec(time);
  if (!match) return time;
  const hour = Number(match[1]);
  const minutes = match[2];
  const language = known(lang);
  if (language === 'uk') return `${String(hour).padStart(2, '0')}:${minutes}`;
  if (language === 'fr') return `${hour}${NBSP}h${minutes === '00' ? '' : NBSP + minutes}`;
  // Midnight is 12 am and noon 12 pm.
  return `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

/**
 * '1 200,50' → '€1,200.50', '1 200,50 €', '1 200,50 грн'. Decimals only when they are not zero.
 * @param {string} typed
 * @param {string} currency three-letter code
 * @param {string} lang
 * @returns {string} as typed when it is no amount, has parts of a cent, or names another currency
 */
export function formatMoney(typed, currency, lang) {
  const code = String(currency).toUpperCase();
  const bare = typeof typed === 'string' && typed.length <= LONGEST ? withoutMark(typed, code) : null;
  const value = bare === null ? null : readNumber(bare);
  // More than cents: rounding a sum of money in silence is worse than leaving it alone.
  if (value === null || value < 0 || value !== Number(value.toFixed(2))) return typed;
  const language = known(lang);
  const digits = Number.isInteger(value) ? 0 : 2;
  return withSign(writeNumber(value, language, digits, digits), code, language);
}

/**
 * The amount without its currency. A sign of another currency is left in, which makes it unreadable.
 * @param {string} typed
 * @param {string} code
 * @returns {string}
 */
function withoutMark(typed, code) {
  const mark = /** @type {Record<string, RegExp>} */ (MARKS)[code] ?? { test: (/** @type {string} */ text) => text.toUpperCase() === code };
  const parts = /^\s*([^\d\s.,'’\u2212-]*)\s*(.*?\d)\s*([^\d\s]*)\s*$/su.exec(typed);
  if (!parts) return typed;
  const [, before, amount, after] = parts;
  if (before && after) return typed;
  const found = before || after;
  return !found || mark.test(found) ? amount : typed;
}

/**
 * English puts a sign before the amount, French and Ukrainian after it; a code always keeps a space.
 * @param {string} amount
 * @param {string} code
 * @param {Lang} language
 * @returns {string}
 */
function withSign(amount, code, language) {
  const sign = /** @type {Record<string, string>} */ (SIGNS)[code];
  if (language === 'en') return sign ? `${sign}${amount}` : `${code}${NBSP}${amount}`;
  const hryvnia = language === 'uk' && code === 'UAH';
  return `${amount}${NBSP}${hryvnia ? 'грн' : sign ?? code}`;
}

/**
 * '5' → '5 days', '5 jours', '5 днів', by the plural rules of the language. The number and its unit
 * are held together by a no-break space.
 * @param {string | number} typed
 * @param {Units} units forms by plural category
 * @param {string} lang
 * @returns {string} as typed when it is no number
 */
export function formatNumber(typed, units, lang) {
  const value = readNumber(String(typed));
  if (value === null) return /** @type {string} */ (typed);
  const language = known(lang);
  const number = writeNumber(value, language, 0, 6);
  const unit = unitFor(Math.abs(value), units, language);
  return unit ? `${number}${NBSP}${unit}` : number;
}

/**
 * A category that the author left out falls back to the nearest: older browsers do not know the
 * French `many`, and an author who gives no `few` means one form for all the plurals.
 * @param {number} value
 * @param {Units | undefined} units
 * @param {Lang} language
 * @returns {string}
 */
function unitFor(value, units, language) {
  if (!units) return '';
  const category = new Intl.PluralRules(LANGS[language].locale, { maximumFractionDigits: 6 }).select(value);
  return units[category] ?? units.other ?? units.many ?? units.few ?? units.one ?? '';
}

/**
 * Intl groups the digits the same everywhere in English; only the signs are then exchanged, since
 * browsers do not agree on the spaces of the other languages.
 * @param {number} value
 * @param {Lang} language
 * @param {number} least digits after the decimal sign
 * @param {number} most
 * @returns {string}
 */
function writeNumber(value, language, least, most) {
  const signs = LANGS[language];
  const options = { minimumFractionDigits: least, maximumFractionDigits: most };
  return new Intl.NumberFormat('en-u-nu-latn', options).formatToParts(value).map((part) => {
    if (part.type === 'group') return signs.group;
    if (part.type === 'decimal') return signs.decimal;
    return part.type === 'minusSign' ? MINUS : part.value;
  }).join('');
}

/**
 * A number in any of the usual spellings: 1200 · 1 200,50 · 1,200.50 · 1.200,50 · 1'200.50.
 * - A space or an apostrophe separates thousands.
 * - Of two different signs the last is the decimal one, and the other separates thousands.
 * - The same sign twice separates thousands.
 * - A single comma or point followed by exactly three digits separates thousands (1,200 is twelve
 *   hundred), unless thousands cannot be meant: 0,125 or 1200,500 or 1 200,500.
 * @param {string} typed
 * @returns {number | null}
 */
function readNumber(typed) {
  if (typed.length > LONGEST) return null;
  const text = typed.trim().replace(/[\s\u00a0\u202f'’]/g, ' ').replace(/^[\u2212-]/, '-');
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const decimalAt = last >= 0 && isDecimal(text, last) ? last : text.length;
  const whole = text.slice(0, decimalAt);
  const fraction = text.slice(decimalAt + 1);
  // Thousands, when separated, are separated all along and by one and the same sign.
  if (!/^-?(\d+|\d{1,3}([ ,.])\d{3}(\2\d{3})*)$/.test(whole) || !/^\d*$/.test(fraction)) return null;
  // «1,» is an unfinished number, and beyond 15 digits JavaScript rounds.
  const digits = whole.replace(/[ ,.]/g, '');
  if (decimalAt < text.length && !fraction) return null;
  if (digits.length + fraction.length > 15) return null;
  return Number(fraction ? `${digits}.${fraction}` : digits) || 0;
}

/**
 * Whether the last comma or point of a number is its decimal sign (see readNumber).
 * @param {string} text
 * @param {number} at
 * @returns {boolean}
 */
function isDecimal(text, at) {
  const before = text.slice(0, at);
  if (before.includes(text[at])) return false;
  if (/[ ,.]/.test(before)) return true;
  const thousands = /^\d{3}$/.test(text.slice(at + 1)) && /^-?[1-9]\d{0,2}$/.test(before);
  return !thousands;
}

/** @param {string} iso @returns {boolean} false for what is no day */
export function isWeekend(iso) {
  const date = readDay(iso);
  return date !== null && date.getUTCDay() % 6 === 0;
}

/**
 * Both days as 'YYYY-MM-DD' in the user's own time zone: the caller says what today is.
 * @param {string} iso
 * @param {string} todayIso
 * @returns {boolean} false when either is no day
 */
export function isBeforeToday(iso, todayIso) {
  const day = readDay(iso);
  const today = readDay(todayIso);
  return day !== null && today !== null && day.getTime() < today.getTime();
}
