/**
 * Dates, times, money and numbers as the language of the words writes them. Each function takes what was
 * typed or picked and gives it back unchanged when it cannot be read, so that nothing a user wrote is ever lost.
 *
 * Names, plural rules and digit groups come from `Intl`; order, spaces and signs come with the page from the
 * language's language.yml, because browsers differ in them and `Intl` misses a few rules (1er décembre, року,
 * no-break spaces).
 */

const NBSP = '\u00a0';
const MINUS = '\u2212';

/** Longer text is no number; patterns are not run over what may be pages long. */
const LONGEST = 40;

/** @typedef {{zero?: string, one?: string, two?: string, few?: string, many?: string, other?: string}} Units */
/** @typedef {import('../core/page-data.js').Forms} Forms */

/** Signs of the currencies that have one; any other is written with its code. @type {Record<string, string>} */
const SIGNS = { EUR: '€', USD: '$', GBP: '£' };

/** What a user may type beside an amount, by currency, whatever the language. @type {Record<string, string>} */
const MARKS = {
  EUR: '€|eur|euros?',
  USD: '\\$|usd|us\\$',
  GBP: '£|gbp',
  UAH: '₴|uah',
};

/**
 * Calendar and digits are fixed against device settings.
 * @param {Forms} forms
 */
const localeOf = ({ locale }) => `${locale}-u-ca-gregory-nu-latn`;

/**
 * A pattern with its holes filled.
 * @param {string} pattern
 * @param {Record<string, string | number>} values
 */
const filled = (pattern, values) => (
  pattern.replace(/\{([\w:]+)\}/g, (hole, name) => (Object.hasOwn(values, name) ? String(values[name]) : hole))
);

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
 * @param {Forms} forms
 * @param {boolean} [yearless] the year is left out
 * @param {string} [pattern] of another form than the plain one
 * @returns {string} the input when it is no day
 */
export function formatDate(iso, forms, yearless = false, pattern = forms.date) {
  const date = readDay(iso);
  if (!date) return iso;
  const { weekday, month } = dateNames(date, localeOf(forms));
  const number = date.getUTCDate();
  const day = number === 1 && forms.first_day ? forms.first_day : number;
  /** @type {Record<string, string | number>} */
  const parts = { weekday, day, month, year: date.getUTCFullYear() };
  for (const [name, names] of Object.entries(forms.weekdays ?? {})) parts[`weekday:${name}`] = names[(date.getUTCDay() + 6) % 7];
  return filled(yearless ? pattern.replace(/\[[^\]]*\]/g, '') : pattern.replace(/[[\]]/g, ''), parts);
}

/**
 * Whether a date is told without its year: it is less than eleven months from today.
 * @param {string} iso
 * @param {string} todayIso in the user's own time zone
 * @returns {boolean} false when either is no day
 */
export function isNear(iso, todayIso) {
  const day = readDay(iso);
  const today = readDay(todayIso);
  if (!day || !today) return false;
  const [first, last] = day < today ? [day, today] : [today, day];
  const limit = new Date(first);
  limit.setUTCMonth(limit.getUTCMonth() + 11);
  return last < limit;
}

/**
 * What a language makes of a value where a blank asks for a form: “on Thursday 10 December”, “об 11:00”,
 * “d’Atelier Nord”.
 * @param {string} kind of the field
 * @param {string} form
 * @param {string} typed
 * @param {Forms} forms
 * @param {{before: string, plain: string, yearless: boolean}} context the words before the blank, and the value without a form
 * @returns {string} the value without a form when there is no such form or it cannot be read
 */
export function formatForm(kind, form, typed, forms, { before, plain, yearless }) {
  const pattern = forms.blanks?.[kind]?.[form];
  if (!pattern) return plain;
  if (kind === 'date' && !readDay(typed)) return plain;
  if (kind === 'time' && !/^\d{1,2}:\d\d/.test(typed)) return plain;
  const made = kind === 'date'
    ? formatDate(typed, forms, yearless, pattern.replace('{date}', forms.date))
    : pattern;
  return joined(made, plain, forms, before);
}

/**
 * A pattern with its value, and with the words that follow the sound of what stands beside them.
 * @param {string} pattern holes: {value}, {time}, and the names of joins
 * @param {string} value
 * @param {Forms} forms
 * @param {string} before the words before the pattern
 */
function joined(pattern, value, forms, before) {
  const tokens = pattern.split(/\{([^{}]+)\}/); // every second one is a hole
  let rest = value;
  let out = '';
  const isValue = (/** @type {string} */ token) => token === 'value' || token === 'time';
  const after = (/** @type {number} */ at) => (
    tokens.slice(at).map((token, number) => (number % 2 ? token : isValue(token) ? rest : '')).join('')
  );
  tokens.forEach((token, at) => {
    if (at % 2 === 0) out += token;
    else if (isValue(token)) out += rest;
    else {
      const follows = after(at).trimStart();
      const row = forms.joins?.[token]?.find(([ahead, behind]) => (
        new RegExp(ahead, 'u').test(before + out) && new RegExp(behind, 'iu').test(follows)
      ));
      out += row?.[2] ?? '';
      const merged = row && new RegExp(row[1], 'iu').exec(follows)?.[1]; // Le Monde: du Monde
      if (merged) rest = rest.slice(merged.length);
    }
  });
  return out;
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
 * @param {Forms} forms
 * @returns {string} the input when it is no time
 */
export function formatTime(time, forms) {
  const match = typeof time === 'string' && /^([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d(\.\d+)?)?$/.exec(time);
  if (!match) return time;
  const hour = Number(match[1]);
  const minutes = match[2];
  return filled(minutes === '00' && forms.full_hour ? forms.full_hour : forms.time, {
    hour,
    hour12: hour % 12 || 12,
    hour24: String(hour).padStart(2, '0'),
    minutes,
    half: hour < 12 ? 'am' : 'pm',
  });
}

/**
 * '1 200,50' → '€1,200.50', '1 200,50 €', '1 200,50 грн'. Decimals only when they are not zero.
 * @param {string} typed
 * @param {string} currency three-letter code
 * @param {Forms} forms
 * @param {Forms[]} [all] those of the languages in which an amount may be typed
 * @returns {string} as typed when it is no amount, has parts of a cent, or names another currency
 */
export function formatMoney(typed, currency, forms, all = [forms]) {
  const code = String(currency).toUpperCase();
  const bare = typeof typed === 'string' && typed.length <= LONGEST ? withoutMark(typed, code, all) : null;
  const value = bare === null ? null : readNumber(bare);
  // More than cents: rounding a sum of money in silence is worse than leaving it alone.
  if (value === null || value < 0 || value !== Number(value.toFixed(2))) return typed;
  const digits = Number.isInteger(value) ? 0 : 2;
  return withSign(writeNumber(value, forms, digits, digits), code, forms);
}

/**
 * The amount without its currency. A sign of another currency is left in, which makes it unreadable.
 * @param {string} typed
 * @param {string} code
 * @param {Forms[]} all
 * @returns {string}
 */
function withoutMark(typed, code, all) {
  const known = [code.replace(/\W/g, ''), MARKS[code], ...all.map(({ currencies }) => currencies?.[code])].filter(Boolean);
  const mark = new RegExp(`^(${known.join('|')})$`, 'i');
  const parts = /^\s*([^\d\s.,'’\u2212-]*)\s*(.*?\d)\s*([^\d\s]*)\s*$/su.exec(typed);
  if (!parts) return typed;
  const [, before, amount, after] = parts;
  if (before && after) return typed;
  const found = before || after;
  return !found || mark.test(found) ? amount : typed;
}

/**
 * @param {string} amount
 * @param {string} code
 * @param {Forms} forms
 * @returns {string}
 */
function withSign(amount, code, forms) {
  const sign = forms.signs?.[code] ?? SIGNS[code];
  return sign ? filled(forms.money, { sign, amount }) : filled(forms.money_by_code, { code, amount });
}

/**
 * '5' → '5 days', '5 jours', '5 днів', by the plural rules of the language. The number and its unit
 * are held together by a no-break space.
 * @param {string | number} typed
 * @param {Units} units forms by plural category
 * @param {Forms} forms
 * @returns {string} as typed when it is no number
 */
export function formatNumber(typed, units, forms) {
  const value = readNumber(String(typed));
  if (value === null) return /** @type {string} */ (typed);
  const number = writeNumber(value, forms, 0, 6);
  const unit = unitFor(Math.abs(value), units, forms);
  return unit ? `${number}${NBSP}${unit}` : number;
}

/**
 * A category that the author left out falls back to the nearest: older browsers do not know the
 * French `many`, and an author who gives no `few` means one form for all the plurals.
 * @param {number} value
 * @param {Units | undefined} units
 * @param {Forms} forms
 * @returns {string}
 */
function unitFor(value, units, forms) {
  if (!units) return '';
  const category = new Intl.PluralRules(localeOf(forms), { maximumFractionDigits: 6 }).select(value);
  return units[category] ?? units.other ?? units.many ?? units.few ?? units.one ?? '';
}

/**
 * Intl groups the digits the same everywhere in English; only the signs are then exchanged, since
 * browsers do not agree on the spaces of the other languages.
 * @param {number} value
 * @param {Forms} forms
 * @param {number} least digits after the decimal sign
 * @param {number} most
 * @returns {string}
 */
function writeNumber(value, forms, least, most) {
  const options = { minimumFractionDigits: least, maximumFractionDigits: most };
  return new Intl.NumberFormat('en-u-nu-latn', options).formatToParts(value).map((part) => {
    if (part.type === 'group') return forms.group;
    if (part.type === 'decimal') return forms.decimal;
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
