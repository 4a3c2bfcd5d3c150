/** The lines of a script as they are said: words, and gaps where nobody has filled the blank. */

import { joinAroundGap } from '../words/filling.js';

/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */
/** @typedef {import('../core/page-data.js').Paragraph} Paragraph */
/** @typedef {{text: string, gap?: 'blank' | 'choice'}} Run a gap's text is its label, or the forms to choose from */
/** @typedef {{kind: Paragraph['kind'], speaker: string | null, depth: number, runs: Run[]}} Line */

/** @param {TemplateBlock} block @returns {Line[]} without those of which nothing is left */
export function linesOf(block) {
  const filling = block.filling();
  const lines = block.words.body.map(({ kind, speaker = null, depth = 0, text }) => (
    { kind, speaker, depth, runs: runsOf(filling, text) }
  ));
  return lines.filter(({ runs }) => textOf(runs).trim());
}

/** @param {Run[]} runs @returns {string} as one reads it */
export function textOf(runs) {
  return runs.map(({ text }) => text).join('');
}

/**
 * @param {import('../blanks/filled.js').Filling} filling
 * @param {string} words
 * @returns {Run[]}
 */
function runsOf(filling, words) {
  /** @type {Run[]} */
  const runs = [];
  let omitted = false; // the passage just before was left out
  for (const piece of filling.pieces(words)) {
    if (piece.omitted) {
      omitted = true;
      continue;
    }
    const run = runOf(piece, filling);
    if (omitted) {
      const before = textOf(runs);
      const [kept, text] = joinAroundGap(before, run.text);
      dropAtEnd(runs, before.length - kept.length);
      run.text = text;
    }
    omitted = false;
    runs.push(run);
  }
  return runs;
}

/** @param {import('../words/filling.js').Piece} piece @param {import('../blanks/filled.js').Filling} filling @returns {Run} */
function runOf({ text, blank, empty }, filling) {
  if (!blank || !empty) return { text };
  const inside = text.replace(/^\[|\]$/g, '');
  return { text: inside, gap: inside === filling.filling.label(blank) ? 'blank' : 'choice' };
}

/** @param {Run[]} runs @param {number} count of characters */
function dropAtEnd(runs, count) {
  for (let at = runs.length - 1; at >= 0 && count > 0; at -= 1) {
    const cut = Math.min(count, runs[at].text.length);
    runs[at].text = runs[at].text.slice(0, runs[at].text.length - cut);
    count -= cut;
  }
}
