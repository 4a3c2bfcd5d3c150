/** The search of one language, in a worker of its own. */

import { fileNamed, late } from '../core/page-data.js';
import { scriptAddress } from '../core/script-address.js';

/**
 * @typedef {{location: string, kind: string, title: string, text: string}} Element
 * @typedef {{page: string, elements: Element[]}} Result
 * @typedef {{results: Result[], isWhole: boolean, shown: number, guessed: boolean, words: string[], total: number, everywhere: number}} Answer
 *   `isWhole`: whether there are all that are `shown`, or the first ones; `words`: those found, as they are compared;
 *   `total`: how many pages, also those not shown; `everywhere`: without regard to the kind
 * @typedef {{location: string, title: string, lead: string}} Situation
 * @typedef {Answer & {situations: Situation[]}} Reply one or the other, by what was asked
 * @typedef {{id?: number, failed?: string, cutting?: import('./words.js').Cutting}} Head says to which question it is an
 *   answer, or what went wrong, or, before all answers, how words are cut
 */

export class SearchClient {
  /** Why it does not answer; '' as long as it may. */
  failed = '';

  /** How words are cut; there before the first answer. @type {import('./words.js').Cutting} */
  cutting = { accents: true, rules: [] };

  /** @param {string} language */
  constructor(language) {
    this.last = 0;
    /** @type {Map<number, {resolve: (answer: Reply) => void, reject: (reason: Error) => void}>} */
    this.waiting = new Map();
    /** Who waits for the other results. @type {Map<number, (answer: Answer) => void>} */
    this.following = new Map();
    this.worker = new Worker(scriptAddress(fileNamed('worker')), { type: 'module', name: fileNamed(`stem_${language}`) });
    this.worker.onmessage = ({ data }) => this.receive(data);
    this.worker.onerror = () => this.fail('the worker does not start');
    this.worker.postMessage({ index: late(`search/${language}.json`) });
  }

  /**
   * The first results; all of them go to `whole` once they have come.
   * @param {string} typed
   * @param {string} kind
   * @param {(answer: Answer) => void} whole
   * @returns {Promise<Answer>}
   */
  ask(typed, kind, whole) {
    const answer = this.post({ typed, kind });
    this.following.set(this.last, whole);
    return answer;
  }

  /** How much there is, without results. @param {string} typed @returns {Promise<Answer>} */
  count(typed) {
    return this.post({ typed, counted: true });
  }

  /** The playbooks by their situations. @returns {Promise<Situation[]>} */
  async situations() {
    return (await this.post({})).situations;
  }

  /** @param {{typed?: string, kind?: string, counted?: boolean}} question @returns {Promise<Reply>} */
  post(question) {
    if (this.failed) return Promise.reject(new Error(this.failed));
    const id = this.last += 1;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...question });
    });
  }

  /** @param {Head & Reply} message */
  receive({ id, failed, cutting, ...answer }) {
    if (cutting) this.cutting = cutting;
    if (failed) this.fail(failed);
    else if (id) {
      if (this.waiting.has(id)) this.waiting.get(id)?.resolve(answer);
      else this.following.get(id)?.(answer);
      this.waiting.delete(id);
      if (answer.isWhole) this.following.delete(id);
    }
  }

  /** @param {string} reason */
  fail(reason) {
    this.failed = reason;
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }
}
