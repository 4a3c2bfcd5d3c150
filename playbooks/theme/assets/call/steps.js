/**
 * A phone script as one thought after another. Pure functions.
 *
 * The script is a row of thoughts; some are followed by branches (*if they are angry*), each with
 * a row of its own. A place is where one stands; moving gives the next place, never an impossible one.
 */

/** @typedef {import('../blanks/filled.js').FilledParagraph} Paragraph */
/** @typedef {{kind: 'say' | 'they' | 'team' | 'do' | 'fork', text: string, branches: Branch[]}} Thought */
/** @typedef {{title: string, thoughts: Thought[]}} Branch */
/**
 * @typedef {object} Place
 * @property {number} at thought of the script; one past the last is the end
 * @property {number} [branch] number of the branch one is in
 * @property {number} [inside] thought of that branch, the first one unless it is told
 */

/** @type {Record<string, Thought['kind']>} */
const KINDS = { you: 'say', client: 'they', team: 'team', manager: 'team' };

/** @type {Place} */
export const START = { at: 0 };

/**
 * @param {Paragraph[]} paragraphs of a filled template
 * @returns {Thought[]}
 */
export function readScript(paragraphs) {
  /** @type {Thought[]} */
  const script = [];
  for (const paragraph of paragraphs) {
    let last = script.at(-1);
    if (paragraph.kind === 'branch') {
      // A script that opens with a question of the client's has nothing to hang the branches on.
      if (!last) script.push(last = { kind: 'fork', text: '', branches: [] });
      last.branches.push({ title: withoutColon(paragraph.text), thoughts: [] });
    } else {
      const branch = paragraph.depth ? last?.branches.at(-1) : undefined;
      (branch?.thoughts ?? script).push(thought(paragraph));
    }
  }
  for (const each of script) each.branches = each.branches.filter((branch) => branch.thoughts.length);
  return script;
}

/** @param {Paragraph} paragraph @returns {Thought} */
function thought({ kind, speaker, text }) {
  if (kind === 'direction') return { kind: 'do', text: text.replace(/^\(|\)$/g, ''), branches: [] };
  return { kind: KINDS[speaker ?? ''] ?? 'say', text, branches: [] };
}

/** @param {string} text “If they are angry:” */
function withoutColon(text) {
  return text.replace(/\s*:$/u, '');
}

/**
 * @param {Thought[]} script
 * @param {Place} place
 * @returns {Thought | null} null at the end
 */
export function thoughtAt(script, place) {
  const branch = branchAt(script, place);
  return (branch ? branch.thoughts[place.inside ?? 0] : script[place.at]) ?? null;
}

/** @param {Thought[]} script @param {Place} place @returns {Branch | null} */
export function branchAt(script, { at, branch }) {
  return branch === undefined ? null : (script[at]?.branches[branch] ?? null);
}

/** Whether the next step leads out of a branch. @param {Thought[]} script @param {Place} place */
export function endsBranch(script, place) {
  const branch = branchAt(script, place);
  return branch !== null && (place.inside ?? 0) >= branch.thoughts.length - 1;
}

/** How far one is in the script, or in the branch one is in. @param {Thought[]} script @param {Place} place */
export function progress(script, place) {
  const branch = branchAt(script, place);
  return branch
    ? { n: (place.inside ?? 0) + 1, total: branch.thoughts.length }
    : { n: Math.min(place.at + 1, script.length), total: script.length };
}

/** From the end of a branch one comes back to where it was chosen. @param {Thought[]} script @param {Place} place @returns {Place} */
export function next(script, place) {
  if (endsBranch(script, place)) return { at: place.at };
  if (branchAt(script, place)) return { ...place, inside: (place.inside ?? 0) + 1 };
  return { at: Math.min(place.at + 1, script.length) };
}

/** @param {Thought[]} script @param {Place} place @returns {Place} */
export function back(script, place) {
  if (branchAt(script, place)) return place.inside ? { ...place, inside: place.inside - 1 } : { at: place.at };
  return { at: Math.max(place.at - 1, 0) };
}

/** @param {Place} place @param {number} branch @returns {Place} */
export function enter({ at }, branch) {
  return { at, branch, inside: 0 };
}

/** The same place after the words have changed, as near as there still is one. @param {Thought[]} script @param {Place} place @returns {Place} */
export function settle(script, place) {
  if (branchAt(script, place) && thoughtAt(script, place)) return place;
  return { at: Math.min(place.at, script.length) };
}
