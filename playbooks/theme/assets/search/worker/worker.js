/**
 * The search of one language, off the page's thread.
 *
 * Told {index: address}, it fetches the index and the stemmer of its language (whose address is its name) and answers
 * each {id, typed, kind} with what Engine answers: with the first results, and with all when they have come.
 * {id, typed, counted} is answered without results, {id} alone with the situations.
 */

import { Engine } from './engine.js';
import { load } from './stemmer.js';

const stemmer = load(self.name);

/** Milliseconds: a list that is there at once does not grow under the reader's eyes. */
const PATIENCE = 400;

/** @param {string} address */
async function start(address) {
  const [answer] = await Promise.all([fetch(address), stemmer]);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new Engine(await answer.json(), address);
}

/** Told of an index before it is asked. @type {Promise<Engine>} */
let engine;

self.onmessage = async ({ data }) => {
  try {
    if (data.index) engine = start(data.index);
    const ready = await engine;
    if (data.index) postMessage({ cutting: ready.corpus.cutting });
    else if (data.typed === undefined) postMessage({ id: data.id, situations: ready.situations() });
    else if (data.counted) postMessage({ id: data.id, ...await ready.answer(data.typed, '', 0) });
    else {
      const first = await ready.first(data.typed, data.kind);
      const whole = ready.answer(data.typed, data.kind);
      const early = await Promise.race([whole, new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
      if (!early && first.results.length < first.shown) postMessage({ id: data.id, isWhole: false, ...first });
      postMessage({ id: data.id, isWhole: true, ...await whole });
    }
  } catch (error) {
    postMessage({ id: data.id, failed: String(error) });
  }
};
