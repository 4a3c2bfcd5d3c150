/** What a rehearsal asks: what the other side says or does, and the words that answer it. Pure functions. */

/** @typedef {import('./steps.js').Script} Script */
/** @typedef {import('./steps.js').Thought} Thought */
/** @typedef {import('./steps.js').Kind} Kind */
/** @typedef {{kind: Kind | 'branch', prompt: import('./lines.js').Run[], answer: Thought[]}} Card */

/** @param {Script} script @returns {Card[]} in the order of the script */
export function cardsOf({ thoughts, branches }) {
  /** @type {Card[]} */
  const cards = [];
  const read = (/** @type {Thought[]} */ row) => row.forEach(({ kind, runs }, at) => {
    const answer = isTheirs(kind) ? answerIn(row.slice(at + 1)) : [];
    if (answer.length) cards.push({ kind, prompt: runs, answer });
  });
  read(thoughts);
  for (const { title, thoughts: answer } of branches) {
    cards.push({ kind: 'branch', prompt: title, answer });
  }
  return cards;
}

/** Up to what the other side says next; none if there is nothing to say. @param {Thought[]} row @returns {Thought[]} */
function answerIn(row) {
  const end = row.findIndex(({ kind }) => isTheirs(kind));
  const answer = end < 0 ? row : row.slice(0, end);
  // A script goes on for long after the last question: an answer is as long as one breath.
  const said = answer.findIndex(({ kind }) => kind === 'say');
  return said < 0 ? [] : answer.slice(0, said + 2);
}

/** @param {Kind} kind */
function isTheirs(kind) {
  return kind === 'they' || kind === 'team' || kind === 'manager';
}

/**
 * @template Row
 * @param {Row[]} rows
 * @returns {Row[]} in another order
 */
export function shuffled(rows) {
  const order = rows.map((row) => ({ row, at: Math.random() }));
  return order.sort((one, other) => one.at - other.at).map(({ row }) => row);
}
