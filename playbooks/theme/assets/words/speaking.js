/**
 * How long words take to say: the twin of playbooks/speaking.py (both are tested by
 * tests/cases/speaking.json), and the line of a voicemail that follows the filled words.
 */

import { text } from '../core/strings.js';

/** Words a minute on the phone; playbooks/languages.py says where they come from. */
const RATES = { en: 150, fr: 160, uk: 130 };

/** What Python's str.split() takes for a space. */
const SPACES = /(?:[^\S\ufeff]|[\x1c-\x1f\x85])+/u;
const HAS_LETTER = /[\p{L}\p{N}_]/u;

/**
 * Runs of characters between spaces that hold a letter or a digit.
 * @param {string} words
 */
export function countWords(words) {
  return words.split(SPACES).filter((word) => HAS_LETTER.test(word)).length;
}

/**
 * Seconds to say them, rounded up.
 * @param {string} words
 * @param {'en' | 'fr' | 'uk'} language of the words
 */
export function seconds(words, language) {
  return Math.ceil((countWords(words) * 60) / RATES[language]);
}

/**
 * Keep the seconds of a voicemail's `[data-kind]` line true to its words.
 * @param {import('../template/template.js').TemplateBlock} block
 */
export function followSpeakingTime(block) {
  const line = block.element.querySelector('[data-kind]');
  if (block.channel !== 'voicemail' || !line) return;
  const [kind] = line.textContent.split(' · ');

  const show = () => {
    const n = seconds(block.plain('body'), block.language);
    line.textContent = `${kind} · ${text('template.seconds', { n })}`;
  };
  block.element.addEventListener('template:change', show);
  show();
}
