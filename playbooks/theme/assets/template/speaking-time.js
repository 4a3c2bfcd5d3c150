/** The line of a template that is spoken in one go: it says how long its filled words take. */

import { languageOf } from '../core/page-data.js';
import { text } from '../core/strings.js';
import { seconds } from '../words/speaking.js';

/**
 * Keep the seconds of the `[data-timed]` line true to its words.
 * @param {import('./template.js').TemplateBlock} block
 */
export function followSpeakingTime(block) {
  const line = block.element.querySelector('[data-timed]');
  if (!line) return;
  const kind = line.textContent.split(' · ').slice(0, -1);

  const show = () => {
    const n = seconds(block.plain('body'), languageOf(block.language).rate);
    line.textContent = [...kind, text('template.seconds', { n })].join(' · ');
  };
  block.element.addEventListener('template:change', show);
  show();
}
