/** A question in the place of messages: it stays until it is answered or dismissed. */

import { create, one } from './elements.js';
import { say } from './message.js';

/** @typedef {{name: string, act: () => unknown}} Answer */

/** @param {string} words @param {Answer[]} answers the first one has the focus */
export function ask(words, answers) {
  const asker = document.activeElement;
  const dismissal = one('[data-dismiss]', HTMLElement);
  const add = () => {
    const buttons = answers.map(({ name, act }) => {
      const button = create('button', 'toast__undo', { type: 'button', 'data-answer': '' });
      button.textContent = name;
      button.addEventListener('click', () => {
        dismissal.click();
        act();
      });
      return button;
    });
    dismissal.before(...buttons);
    dismissal.addEventListener('click', () => asker instanceof HTMLElement && asker.focus(), { once: true });
    buttons[0]?.focus();
  };
  say(words, { asked: add });
}
