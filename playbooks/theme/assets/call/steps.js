/**
 * A phone script as one thought after another. Pure functions.
 *
 * The script is a row of thoughts, and branches (*if they are angry*) with a row of thoughts each. A branch can
 * be taken from any thought and leads back to it. A place is where one stands; moving gives the next place,
 * never an impossible one.
 */

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./lines.js').Run} Run */
/** @typedef {'say' | 'they' | 'team' | 'manager' | 'do' | 'listen'} Kind whose thought it is; `listen`: a script that opens with a branch */
/** @typedef {{kind: Kind, runs: Run[]}} Thought */
/** @typedef {{title: Run[], at: number, thoughts: Thought[]}} Branch `at`: after which thought it stands in the script */
/** @typedef {{thoughts: Thought[], branches: Branch[]}} Script */
/**
 * @typedef {object} Place
 * @property {number} at thought of the script, or the one to come back to; one past the last is the end
 * @property {number} [branch] number of the branch one is in
 * @property {number} [inside] thought of that branch, the first one unless it is told
 */

/** @type {Record<string, Kind>} */
const KINDS = { you: 'say', client: 'they', team: 'team', manager: 'manager' };

/** @type {Place} */
export const START = { at: 0 };

/** @param {Line[]} lines @returns {Script} */
export function readScript(lines) {
  /** @type {Script} */
  const { thoughts, branches } = { thoughts: [], branches: [] };
  for (const line of lines) {
    if (line.kind === 'branch') {
      // A script that opens with a question of the client's has nothing to hang the branches on.
      if (!thoughts.length) thoughts.push({ kind: 'listen', runs: [] });
      branches.push({ title: without(line.runs, /\s*:\s*$/u), at: thoughts.length - 1, thoughts: [] });
    } else {
      ((line.depth ? branches.at(-1)?.thoughts : undefined) ?? thoughts).push(thought(line));
    }
  }
  return { thoughts, branches: branches.filter((branch) => branch.thoughts.length) };
}

/** @param {Line} line @returns {Thought} */
function thought({ kind, speaker, runs }) {
  if (kind === 'direction') return { kind: 'do', runs: without(runs, /^\(|\)$/g) };
  return { kind: KINDS[speaker ?? ''] ?? 'say', runs };
}

/** Without what stands at an end: “If they are angry:”, “(Wait.)”. @param {Run[]} runs @param {RegExp} mark */
function without(runs, mark) {
  const last = runs.length - 1;
  return runs.map((run, at) => (at === 0 || at === last ? { ...run, text: trimmed(run.text, mark, at === 0, at === last) } : run));
}

/** @param {string} text @param {RegExp} mark @param {boolean} start @param {boolean} end */
function trimmed(text, mark, start, end) {
  return text.replace(mark, (found, at) => ((start && at === 0) || (end && at + found.length === text.length) ? '' : found));
}

/**
 * @param {Script} script
 * @param {Place} place
 * @returns {Thought | null} null at the end
 */
export function thoughtAt(script, place) {
  const branch = branchAt(script, place);
  return (branch ? branch.thoughts[place.inside ?? 0] : script.thoughts[place.at]) ?? null;
}

/** @param {Script} script @param {Place} place @returns {Branch | null} */
export function branchAt(script, { branch }) {
  return branch === undefined ? null : (script.branches[branch] ?? null);
}

/** Whether the next step leads out of a branch. @param {Script} script @param {Place} place */
export function endsBranch(script, place) {
  const branch = branchAt(script, place);
  return branch !== null && (place.inside ?? 0) >= branch.thoughts.length - 1;
}

/** How far one is in the script, or in the branch one is in. @param {Script} script @param {Place} place */
export function progress(script, place) {
  const branch = branchAt(script, place);
  const { length } = script.thoughts;
  return branch
    ? { n: (place.inside ?? 0) + 1, total: branch.thoughts.length }
    : { n: Math.min(place.at + 1, length), total: length };
}

/** From the end of a branch one comes back to where it was chosen. @param {Script} script @param {Place} place @returns {Place} */
export function next(script, place) {
  if (endsBranch(script, place)) return { at: place.at };
  if (branchAt(script, place)) return { ...place, inside: (place.inside ?? 0) + 1 };
  return { at: Math.min(place.at + 1, script.thoughts.length) };
}

/** @param {Script} script @param {Place} place @returns {Place} */
export function back(script, place) {
  if (branchAt(script, place)) return place.inside ? { ...place, inside: place.inside - 1 } : { at: place.at };
  return { at: Math.max(place.at - 1, 0) };
}

/** @param {Place} place @param {number} branch @returns {Place} */
export function enter({ at }, branch) {
  return { at, branch, inside: 0 };
}

/** The same place after the words have changed, as near as there still is one. @param {Script} script @param {Place} place @returns {Place} */
export function settle(script, place) {
  if (branchAt(script, place) && thoughtAt(script, place)) return place;
  return { at: Math.min(place.at, script.thoughts.length) };
}
