/* Stems of English words; needs stem.js. Twin: playbooks/search/stem_en.py, which reads the rules
   below. Inflection only: plural, -ed, -ing, comparison, irregular verbs and plurals. */
(root => {
  const RULES = String.raw`
@let
V [aeiouy]
C [^aeiouy]
@whole
# Irregular verbs, with their prefixes: understood, overtook.
am|are|is|was|were|been|being be
has|had|having have
does|did|done|doing do
goes|went|gone go
said say
(under|with|)stood $1stand
(be|over|)came $1come
(be|for|)(g[oi])t(?:ten)? $1get
(for|)g(?:ave|iven) $1give
(mis|under|over|)t(?:ook|aken) $1take
(re|)m(?:ade) $1make
(fore|over|)s(?:aw|een) $1see
kn(?:ew|own) know
(re|)th(?:ought)|(re|)think $1$2think
(re|)t(?:old) $1tell
(a|)r(?:ose|isen) $1rise
(re|)wr(?:ote|itten) $1write
(re|)s(?:ent) $1send
(re|over|under|)p(?:aid) $1pay
(be|)h(?:eld) $1hold
(up|with|)held $1hold
(re|)b(?:uilt) $1build
(mis|)l(?:ed) $1lead
(re|)f(?:ound) $1find
br(?:ought) bring
b(?:ought) buy
c(?:aught) catch
t(?:aught) teach
s(?:ought) seek
f(?:ought) fight
(be|)f(?:ell|allen) $1fall
f(?:elt) feel
k(?:ept) keep
sl(?:ept) sleep
(|mis)m(?:eant) $1mean
m(?:et) meet
l(?:eft) leave
l(?:ost) lose
w(?:on) win
r(?:an) run
beg[au]n begin
br(?:oke|oken) break
sp(?:oke|oken) speak
ch(?:ose|osen) choose
st(?:ole|olen) steal
w(?:oke|oken) wake
w(?:ore|orn) wear
t(?:ore|orn) tear
sw(?:ore|orn) swear
gr(?:ew|own) grow
thr(?:ew|own) throw
dr(?:ew|awn) draw
fl(?:ew|own) fly
(with|)dr(?:ew|awn) $1draw
dr(?:ove|iven) drive
r(?:ode|idden) ride
h(?:id|idden) hide
b(?:it|itten) bite
e(?:aten)|ate eat
(mis|)s(?:old) $1sell
s(?:at) sit
sh(?:own) show
sh(?:ook|aken) shake
s[au]ng sing
r[au]ng ring
dr[au]nk drink
sw[au]m swim
s[au]nk sink
spent spend
lent lend
bent bend
shot shoot
dealt deal
hung hang
stuck stick
struck strike
lit light
learnt learn
born bear
fr(?:oze|ozen) freeze
spr[au]ng spring
(l|d|t)ying $1ie
fart?hest|furthe(?:r|st)|farther far
less(?:er)?|least little
worse|worst bad
better|best good
# Nouns with plurals of their own.
(.*)m[ae]n $1man
children child
people person
feet foot
teeth tooth
mice mouse
(anal|cris|hypothes|synthes|diagnos|parenthes)(?:ys|)es? $1is
criteria criterion
phenomena phenomenon
medi(?:a|um) medium
(li|kni|wi)ves $1fe
(.*(?:hal|shel|thie|sel|cal|wol|loa))ves $1f
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
  const own = root.candourStem
  const rules = own.read(RULES)
  const then = (word, name) => (own.step(rules[name], word, 2) || [word])[0]

  /* Lower case, a straight apostrophe, no accents. */
  const normalise = word => word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "")
    .replace(/[’ʼ`´‘′]/g, "'").replace(/'(s|)$/, "")

  own.en = word => {
    word = normalise(word)
    const out = (own.step(rules.whole, word, 0) || [word])[0]
    return [word.length < 4 ? out : ["s", "v", "r", "end"].reduce(then, out)]
  }
  own.en.normalise = normalise
})(globalThis)
