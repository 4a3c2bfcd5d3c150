/* What the three stemmers share. A stemmer is a text of rules, read here and by its Python twin
   (playbooks/search/rules.py): sections start with "@name", a line holds a pattern that ends a
   word and, after a space, what stands in its place ("a|b": two readings, both kept). In a
   section the first rule that fits is applied. "@let" holds abbreviations, "@whole" patterns of
   whole words, "@words" lists of words; lines with "#" are comments. */
(root => {
  const registry = root.candourStem = root.candourStem || {}
  registry.read = text => {
    const names = {}, out = {}
    let into
    for (const line of text.split("\n")) {
      if (!line || line[0] == "#") continue
      if (line[0] == "@") { into = out[line.slice(1)] = []; continue }
      if (into == out.words) { into.push(line.split(" ")); continue }
      let [left, right = ""] = line.split(" ")
      if (into == out.let) { names[left] = right; continue }
      left = left.replace(/[A-Z<]/g, name => names[name] || name)
      into.push([new RegExp((into == out.whole ? "^(?:" : "(?:") + left + ")$"), right.split("|")])
    }
    return out
  }
  /* Apply the first rule that fits and leaves `least` letters; null if none does. */
  registry.step = (rules, word, least) => {
    for (const [pattern, makes] of rules) {
      if (!pattern.test(word)) continue
      const made = makes.map(to => word.replace(pattern, to)).filter(w => w.length >= least)
      if (made.length) return made
    }
    return null
  }
})(globalThis)
