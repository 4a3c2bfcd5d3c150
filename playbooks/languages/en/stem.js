/* Stems of English words; given what they share by stem.js. Twin: stem.py, which reads the rules
   below. Inflection only: plural, -ed, -ing, comparison. Most irregular forms come with the index:
   irregular.txt. */
/** @param {import('../../theme/assets/search/worker/stem.js').Tools} tools @returns {import('../../theme/assets/search/worker/stem.js').Stemmer} */
export const stemmer = ({ readRules, step }) => {
  const RULES = String.raw`
@let
V [aeiouy]
C [^aeiouy]
@whole
# Irregular nouns and verbs of which there are several.
(.*)m[ae]n $1man
(.*(?:hal|shel|thie|sel|cal|wol|loa))ves $1f
(.*)t(?:ook|aken) $1take
(|for)g(?:ave|iven) $1give
(|for)g[oi]t(?:ten)? $1get
(|with)dr(?:ew|awn) $1draw
(|be|over)came $1come
(.*)stood $1stand
(gr|kn|thr|bl|fl)(?:ew|own) $1ow
(|over|fore)s(?:aw|een) $1see
(|a)r(?:ose|isen) $1rise
@s
# Plural: boxes, replies; but not news.
^(news|this|his|its|always|perhaps|besides|series|yes|gas|texas) $1
(..s|x|ch|sh|z|o)es $1
(..)ies $1y
(..)'s?|(.)s' $1$2
(..[^su])s $1
@v
# sorrier, replied, planning, agreed, writing.
(..)(?:ied|ier|iest) $1y
^(.?[nfswd]|sp|bl|br|gr|.*c)eed $1eed
(..)eed $1ee
(.*V.*?)(?:ed|ing)(?:ly)? $1
@r
# shorter, shortest; teacher goes with teach, ordered with order.
(.*(?:inter|qu|ugg|prot|hon|for|harv|contr|nif|inv|dig|mod)est) $1
(...)est|(...V.*|(?:gr|..[aeiou])[^aeiouy].?|[^aeiou]{2}[aeiou].[^aeiou]?)er $1$2
@end
# planned: plan, writing: write, happy.
([^szaeiouy])\1 $1
(..)e $1
(..C)y $1i
(..)i $1i
`
  const { sections: rules } = readRules(RULES)
  /** @param {string} word @param {string} name */
  const then = (word, name) => (step(rules[name], word, 2) || [word])[0]

  /* Lower case, a straight apostrophe, no accents. */
  /** @param {string} word */
  const normalise = word => word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "")
    .replace(/[’ʼ`´‘′]/g, "'").replace(/'(s|)$/, "")

  /** @param {string} word */
  const stem = word => {
    word = normalise(word)
    return [(word.length < 4 ? ["whole"] : ["whole", "s", "v", "r", "end"]).reduce(then, word)]
  }
  return { normalise, stem }
}
