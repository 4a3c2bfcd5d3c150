/** A question in the place of messages: it stays until it is answered or dismissed. */

import { create } from './elements.js';
import { say } from './message.js';

/** @typedef {{name: string, act: () => unknown}} Answer */

/** @param {string} words @param {Answer[]} answers the first one has the focus */
export function ask(words, answers) {
  const asker = document.activeElement;
  const giveBack = () => asker instanceof HTMLElement && asker.focus();
  say(words, {
    ask: (box, clear) => {
      const buttons = answers.map(({ name, act }) => {
        const button = create('button', 'toast__undo', { type: 'button', 'data-answer': '' });
        button.textContent = name;
        button.addEventListener('click', () => {
          giveBack();
          clear();
          act();
        });
        return button;
      });
      const dismissal = box.querySelector('[data-dismiss]');
      dismissal?.before(...buttons);
      dismissal?.addEventListener('click', giveBack, { once: true });
      buttons[0]?.focus();
    },
  });
}
