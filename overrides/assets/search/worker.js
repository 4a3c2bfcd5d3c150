/**
 * The search of one language, off the page's thread.
 *
 * Told {index: address}, it fetches the index and the stemmer of its language (its name) and answers
 * each {id, typed, kind} with {id, results, guessed}.
 */

import './stem.js';
import { Engine } from './engine.js';
import { stems } from './words.js';

/** Fetched, and its patterns compiled by a first word, while the index still travels. */
const stemmer = import(`./stem_${self.name}.js`).then(() => stems(self.name === 'uk' ? 'слова' : 'words', self.name));

/** @param {string} address */
async function load(address) {
  const [answer] = await Promise.all([fetch(address), stemmer]);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new Engine(await answer.json());
}

let engine;

self.onmessage = async ({ data }) => {
  try {
    if (data.index) engine = load(data.index);
    const ready = await engine;
    postMessage(data.index ? { ready: true } : { id: data.id, ...ready.answer(data.typed, data.kind) });
  } catch (error) {
    postMessage({ id: data.id, failed: String(error) });
  }
};
