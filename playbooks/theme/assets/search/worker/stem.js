/**
 * What the stemmers share. A stemmer is a text of rules, read here and by its Python twin
 * (playbooks/languages/rules.py): sections start with "@name", a line holds a pattern that ends a
 * word and, after a space, what stands in its place ("a|b": two readings, both kept). In a
 * section the first rule that fits is applied. "@let" holds abbreviations, "@whole" patterns of
 * whole words, "@words" lists of words; lines with "#" are comments.
 */

/** @typedef {[pattern: RegExp, makes: string[]]} Rule */
/** @typedef {{sections: Record<string, Rule[]>, words: string[][]}} Rules */
/** @typedef {{normalise: (word: string) => string, stem: (word: string) => string[], bare?: (stem: string) => string}} Stemmer
 *   `stem`: one for each reading; `bare`: a stem without letters that only tell its kind */
/** @typedef {{readRules: typeof readRules, step: typeof step}} Tools what a stemmer, a file of its own, is given */

/** @param {string} text @returns {Rules} */
export function readRules(text) {
  /** @type {Record<string, string>} */
  const names = {};
  /** @type {Rules} */
  const out = { sections: {}, words: [] };
  let name = '';
  for (const line of text.split('\n')) {
    if (!line || line[0] === '#') continue;
    if (line[0] === '@') out.sections[name = line.slice(1)] = [];
    else if (name === 'words') out.words.push(line.split(' '));
    else {
      const [left, right = ''] = line.split(' ');
      if (name === 'let') names[left] = right;
      else {
        const pattern = left.replace(/[A-Z<]/g, (letter) => names[letter] || letter);
        out.sections[name].push([new RegExp(`${name === 'whole' ? '^' : ''}(?:${pattern})$`), right.split('|')]);
      }
    }
  }
  return out;
}

/**
 * Apply the first rule that fits and leaves `least` letters.
 * @param {Rule[]} rules
 * @param {string} word
 * @param {number} least
 * @returns {string[] | null} null if none does
 */
export function step(rules, word, least) {
  for (const [pattern, makes] of rules) {
    if (!pattern.test(word)) continue;
    const made = makes.map((to) => word.replace(pattern, to)).filter((each) => each.length >= least);
    if (made.length) return made;
  }
  return null;
}
