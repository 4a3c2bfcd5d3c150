/** Forgets what was begun: what was typed for the client, notes and the line of a call among it, and the ticks of its list. */

import { say } from '../core/message.js';
import { local, session } from '../core/storage.js';
import { text } from '../core/strings.js';

/** @param {string} path of the playbook, below the root of the site @param {() => void} show what was begun, if that is taken back */
export function forget(path, show) {
  const takeBack = forgetKept(['begun', 'client', 'call', `checklist:${listOf(path)}`]);
  const { classList } = document.documentElement;
  classList.remove('has-begun');
  const act = () => {
    takeBack();
    show();
    focus('[data-begun] a');
  };
  say(text('erased'), { undo: { name: text('message.undo'), act } });
  focus('.situations a');
}

/** @param {string} path @returns {string} the id of the playbook's checklist */
function listOf(path) {
  const [playbook] = path.split('#')[0].split('/').filter(Boolean).slice(-1);
  return `${playbook}-checklist`;
}

/** @param {string[]} keys @returns {() => void} puts back what was there */
function forgetKept(keys) {
  const kept = [local, session].flatMap((store) => keys.map((key) => ({ store, key, value: store.get(key) })));
  kept.forEach(({ store, key }) => store.remove(key));
  return () => kept.forEach(({ store, key, value }) => value !== null && store.set(key, value));
}

/** The control that was tapped is gone: whoever goes by keyboard stays near it. @param {string} selector */
function focus(selector) {
  const next = document.querySelector(selector);
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
