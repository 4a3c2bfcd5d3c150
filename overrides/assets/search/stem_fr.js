/* Stems of French words; needs stem.js. Twin: playbooks/search/stem_fr.py, which reads the rules
   below. Accents go first and the rules are written for words without them, so that "echeance"
   and "échéance", "excusé" and "excuse" cannot part. */
(root => {
  const RULES = String.raw`
@let
# Endings of the present, imperfect and present participle; of the future.
P (?:es?|ons|ez|ent|ais|ait|ions|iez|aient|ant(?:e?s?))
F (?:ai|as?|ons|ez|ont|ais|ait|ions|iez|aient)
# Participle: its gender and number.
G (?:e?s?)
@whole
# Verbs that change their stem, with their prefixes: prends, comprenions, apprises.
etre|suis|es|est|etes|sont|et(?:ais|ait|ions|iez|aient|ant|e)|serF|soi[st]|soient|soy(?:ons|ez)|fu(?:s|t|rent|sse.*) etre
avoir|ai|as|avons|avez|ont|av(?:ais|ait|iez|aient)|aurF|ai[est]|aies|aient|ay(?:ons|ez|ant)|eu(?:G|t|rent|sse.*) avoir
aller|vais|vas?|vont|irF|aill(?:e|es|ent) aller
(re|satis|de|)f(?:aire|ai[st]|ais(?:ons|ez|ai[st]|aient|ant|ions|iez)|aites?|aits|ass(?:e|es|ent)|ont|erF|it|irent) $1fair
(|re|inter|contre|pre|me)di(?:re|s|t|sP|tes|tG|rF) $1dir
p(?:ouv(?:oir|P)|eu[xt]|euvent|ourrF|u|ut|urent|uiss.*) pouvoir
voul(?:oir|P|uG|urent|ut)|veu[xt]|veulent|voudrF|veuill.* vouloir
d(?:evoir|ev(?:ons|ez|ai[st]|aient|ant|ions|iez)|oi[st]|oiv(?:e|es|ent)|evrF|ut|urent) devoir
sav(?:oir|P)|sai[st]|saurF|sach.*|su(?:G|t|rent) savoir
(re|entre|pre|)v(?:oir|oi[st]|oient|oy(?:ons|ez|ais|ait|aient|ant|ions|iez)|errF|uG|irent) $1voir
(|re|de|par|sur|inter|con|pre|sou|ob|main|entre|ap|contre|sub|de)(v|t)(?:en(?:ir|P|uG)|ien(?:s|t|ne|nes|nent|drF)|in(?:s|t|rent)) $1$2enir
(|re|com|ap|sur|entre|me)pr(?:end(?:re|s|rF)?|en(?:nes?|nent|ons|ez|ais|ait|aient|ant|ions|iez)|i[st]|iseG?|irent) $1prend
(|ad|com|per|pro|re|sou|trans|e)m(?:et[s]?|ett(?:re|rF|P)|i[st]|iseG?|irent) $1met
(|de|in|re|pres|trans|sous|pro)(scri|cri|ecri)(?:re|s|t|tG|rF|v.*) $1$2
(re|e|)l(?:ire|isP|irF|uG|urent|isib.*) $1lir
(|de|per|con|aper|re)c(?:evoir|ev(?:ons|ez|ai[st]|aient|ant|ions|iez)|evrF|oi[st]|oiv(?:e|es|ent)|uG|ut|urent) $1cev
cr(?:oire|oi[st]|oient|oy.*|oirF|uG|ut|urent) croir
(con|recon|meconn?|ap|par|dispar|repar)n?n?(?:ai(?:t|s|tre|trF|ssP)|uG|ut|urent) $1nait
(|con|recon)(?:nait(?:re|rF)?|naissP) $1nait
((?:cr|pl|contr)ai|(?:att|p|et|t|astr|enfr|restr|dep|c)ei|(?:|re|ad)joi)(?:n(?:d(?:re|rF)|[st]|t(?:es?|s))|gn(?:P|i.*)) $1ndr
(|par|se|re|dis|ac|con|en|inter)cou(?:r|rir|rs|rt|rP|rrF|ruG|rut) $1cour
m(?:our(?:ir|s|P|rF|ut)|eur[st]?|eurent|ortG) mour
(|re|de|entr|rec|dec)(ouv|couv|off|souff)r(?:ir|P|irF|irent|it)|(|re|de|entr|rec|dec)(ouv|couv|off|souff)ertG $1$3$2$4r
(|pour|en)sui(?:vre|s|t|vP|vrF|viG|vit) $1suiv
(|sur|re)(?:viv(?:re|P|rF)|vi[st]|vecuG.*) $1viv
val(?:oir|P|uG|ut)|vau[xt]|vaudrF|vaill(?:e|es|ent) val
fa(?:lloir|llait|llu|llut|ut|udrF) falloir
(de|com|)pl(?:aire|ai[st]|ais(?:ent|ait|ons|ez)|u) $1plair
(con|pro|tra|re|intro|se|de|cons|inst|dest|l|tradu|)([dc]|tr|str)ui(?:re|t|sP|rF|tG|sit|sirent) $1$2uis
(|re|de|res)(part|sort|serv|dorm|sent|endorm)(?:ir|irF|i(?:G|t|rent)|ons|ez|ent|ais|ait|aient|ant) $1$2
(|de)par[st] $1part
(|res)sor[st] $1sort
(|res|con)sen[st] $1sent
# Nouns with plurals of their own.
(?:in|con|ex)clu.* clu
(del|ess|bal|rel)ais? $1ai
yeux|oeils? oeil
# Adjectives with a feminine of their own.
b(?:eau|eaux|el|elles?) beau
nouv(?:eaux?|el|elles?) nouveau
vieu?(?:x|il|lle|illes?) vieux
fo(?:us?|l|lles?) fou
(d)ou(?:x|ces?)|(f)au(?:x|sses?)|(l)ong(?:s|ues?)?|(s)e(?:cs?|ches?)|(bl|fr)an(?:cs?|ches?)|(fr)ai(?:s|ches?) $1$2$3$4$5$6a
(gr|b|l|ep|gr)([ao]|ai)(?:s|sses?) $1$2s
(?:mes|mon)sieurs? monsieur
(?:mes|ma)dames? madame
travaux travail
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
(..[tsx]ion) $1
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
  const own = root.candourStem
  const rules = own.read(RULES)
  const then = (word, name) => (own.step(rules[name], word, 2) || [word])[0]
  /* publique: public, longue: long, mangeons: manger. */
  const sounds = word => word.replace(/qu/g, "k").replace(/gu(?=[eiy])|ge(?=[ao])/g, "g")

  /* Lower case, no accents, ligatures opened, an elided article or pronoun taken off. */
  const normalise = word => word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "")
    .replace(/œ/g, "oe").replace(/æ/g, "ae")
    .replace(/^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’ʼ`´‘′]/, "")

  own.fr = word => {
    word = normalise(word)
    return own.step(rules.whole, word, 0) ||
      [word.length < 4 ? word : ["s", "v", "r", "end"].reduce(then, sounds(word))]
  }
  own.fr.normalise = normalise
})(globalThis)
