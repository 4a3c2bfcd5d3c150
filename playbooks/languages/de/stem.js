/* Stems of German words; given what they share by stem.js. Twin: stem.py, which reads the rules below.
   The algorithm is Snowball's (snowballstem.org, "German stemming algorithm"): endings are taken off in three
   steps, where they stand in R1 or R2. Beyond it, verbs in -t, -te, -tet, participles in ge- and infinitives with
   zu have a second reading without these, which Snowball leaves on: sagte, gemacht, abzusagen. Umlauts go
   first, as in Snowball at the end. Irregular forms come with the index: irregular.txt. */
/** @param {import('../../theme/assets/search/worker/stem.js').Tools} tools @returns {import('../../theme/assets/search/worker/stem.js').Stemmer} */
export const stemmer = ({ readRules }) => {
  const RULES = String.raw`
# Of a section the first rule that fits decides. A group before an ending stays and need not stand in the region.
@one
# Plural and case: Ergebnisse, Kindern, Terminen, Projekts.
(niss)(?:e|en|es) nis
ern|em|er|en|es|e
([bdfghklmnrt])s $1
@two
# Comparison and verbs: schneller, neuesten, machst.
en|er|est
(...[bdfghklmnt])st $1
@ung
end|ung
@ig
([^e])(?:ig|ik|isch) $1
@lich
lich|heit
@keit
keit
@afterUng
([^e])ig $1
@afterLich
er|en
@afterKeit
lich|ig
@verb
# sagte, arbeiteten, sagtest; sagt, arbeitet.
e?te(?:n|st|t)?
e?t
`
  const { sections: rules } = readRules(RULES)
  const PREFIX = "ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|statt|um|vor|weg|zu|zuruck"
  const INSIDE = new RegExp(`^(${PREFIX}|)(?:ge(.{3,}t)|zu(.{3,}n))$`)

  /* Lower case, no accents, ss for ß. */
  /** @param {string} word */
  const normalise = word => word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "").replace(/ß/g, "ss")

  /* Where the region begins that follows the first consonant after a vowel. */
  /** @param {string} word @param {number} from */
  const region = (word, from) => {
    const found = /[aeiouy][^aeiouy]/.exec(word.slice(from))
    return found ? from + found.index + 2 : word.length
  }

  /* Take an ending off, if it stands in the region that begins at `from`. */
  /** @param {string} word @param {string} name @param {number} from */
  const take = (word, name, from) => {
    for (const [pattern, [made]] of rules[name]) {
      const found = pattern.exec(word)
      if (found) return found.index + (found[1] || "").length < from ? word : word.replace(pattern, made)
    }
    return word
  }

  /** @param {string} word @returns {[word: string, one: number, two: number]} u and y between vowels in capitals, R1, R2 */
  const regions = word => {
    word = word.replace(/([aeiouy])([uy])(?=[aeiouy])/g, (_, before, letter) => before + letter.toUpperCase())
    const one = region(word, 0)
    return [word, Math.max(one, 3), region(word, one)]
  }

  /** @param {string} whole */
  const snowball = whole => {
    const [start, one, two] = regions(whole)
    const word = take(take(start, "one", one), "two", one)
    for (const [name, next, from] of /** @type {const} */ ([["ung", "afterUng", two], ["ig", "", 0], ["lich", "afterLich", one], ["keit", "afterKeit", two]])) {
      const made = take(word, name, two)
      if (made !== word) return (next ? take(made, next, from) : made).toLowerCase()
    }
    return word.toLowerCase()
  }

  /** @param {string} word */
  const stem = word => {
    word = normalise(word)
    if (word.length < 4) return [word]
    const [, before, participle, infinitive] = INSIDE.exec(word) || []
    const bare = participle || infinitive ? before + (participle || infinitive) : word
    const [start, one] = regions(bare)
    return [...new Set([word, bare, take(start, "verb", one).toLowerCase()].map(snowball))]
  }
  return { normalise, stem }
}
