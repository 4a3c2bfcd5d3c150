/* Stems of French words; given what they share by stem.js. Twin: stem.py, which reads the rules
   below. Accents go first and the rules are written for words without them, so that "echeance"
   and "échéance", "excusé" and "excuse" cannot part. Irregular forms come with the index: irregular.txt. */
/** @param {import('../../theme/assets/search/worker/stem.js').Tools} tools @returns {import('../../theme/assets/search/worker/stem.js').Stemmer} */
export const stemmer = ({ readRules, step }) => {
  const RULES = String.raw`
@s
# Plural: journaux: journal, bureaux, prix. French, Chinese.
(..)eaux? $1eau
(..)aux $1al
((?:angl|franc|japon|portug|irland|neerland|ecoss|mauv|liban|senegal)ai|(?:chin|quebec|sued|dan|hongr|bourge|court)oi)s(?:es?)? $1s
(.[^s])[sx] $1
@v
# acteur: actrice, heureux: heureuse. -tion, -sion are nouns.
(...)(?:eure?|euse|rice|eu) $1eu
(..)[aiu]ssi(?:on|ez) $1
(..[tsx]ion|delai|essai) $1
# Verbs in -er, -ir, -re: parlerai, attendrait, finissons, envoyée; those with two letters left.
(..)(?:er|ir)(?:aient|ion|iez|ait?|a|ont?|ez) $1
(.nd|.[rp]d|.mp|.tt)r(?:e|aient|ion|iez|ait?|a|ont?|ez) $1
(..)[iau]ss(?:ent|ion|iez|ez|on|ait?|aient|ante?|e) $1
(..)(?:[eiu]rent|aient|ait|i?ez|er) $1
(...)(?:[ai]?ee|ante?|ente?|ir|[aiu][mt]e|ion) $1
(...)(?:ere|on|ai|[aiu]te?|ie|ue|[aeiu]) $1
@r
# considère: considérer.
(...)[ei]r $1
@end
# One spelling: jette: jeter, vive: vif, paye: paie.
([^aeiouy])\1 $1
v f
(...)[yi] $1
y i
k c
`
  const { sections: rules } = readRules(RULES)
  /** @param {string} word @param {string} name */
  const then = (word, name) => (step(rules[name], word, 2) || [word])[0]
  /* publique: public, longue: long, mangeons: manger. */
  /** @param {string} word */
  const sounds = word => word.replace(/qu/g, "k").replace(/gu(?=[eiy])|ge(?=[ao])/g, "g")

  /* Lower case, no accents, ligatures opened, an elided article or pronoun taken off. */
  /** @param {string} word */
  const normalise = word => word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "")
    .replace(/œ/g, "oe").replace(/æ/g, "ae")
    .replace(/^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’ʼ`´‘′]/, "")

  /** @param {string} word */
  const stem = word => {
    word = normalise(word)
    return [word.length < 4 ? word : ["s", "v", "r", "end"].reduce(then, sounds(word))]
  }
  return { normalise, stem }
}
