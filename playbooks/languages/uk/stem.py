"""Stems of Ukrainian words: the exact twin of ``stem.js``, whose rules it reads.

``stem("новому")`` is ``["новj"]``: a stem of an adjective ends in *j*, of a verb in *v*, of a
reflexive verb in *w*. A word that can be read in several ways has several stems. Two words meet
if they share one.
"""

from __future__ import annotations

import re
import unicodedata

from playbooks.languages import rules as read

RULES = read.load(__file__)
LOOKALIKES = str.maketrans("aceioxpykmthb", "асеіохрукмтнв")
DROPPED = re.compile("[\u0301\u00ad'\u2019\u02bc`\u00b4\u2018\u2032]")
KINDS = ("n", "j", "v", "w")


def normalise(word: str) -> str:
    """Lower case, composed letters; no stress, soft hyphen or apostrophe; г for ґ.

    Latin look-alikes in a Cyrillic word become Cyrillic.
    """
    word = DROPPED.sub("", unicodedata.normalize("NFC", word.lower())).replace("ґ", "г")
    return word.translate(LOOKALIKES) if re.search("[а-яєії]", word) else word


def _fits(word: str, name: str) -> bool:
    """Whether *word* can be of this kind only."""
    return read.step(RULES[name], word, 0) is not None and read.step(RULES[name + "Not"], word, 0) is None


def _kind(stem: str) -> str:
    return stem[-1] if stem[-1] in KINDS else "n"


def _readings(word: str) -> list[str]:
    nouns = _fits(word, "nouns")
    verbs = not nouns and _fits(word, "verbs")
    adjectives = not nouns and not verbs and _fits(word, "adjectives")
    out: list[str] = []
    if not nouns and (not adjectives or re.search("н[оуе]$", word)):
        bare = re.sub("([иеєї]м)с[яь]$", r"\1о", word)
        bare = re.sub("ся$|((?:[аяуюиіївй]|[лм]о|те))сь$", r"\1", bare)
        if len(bare) < 3:
            bare = word
        stems = [new for first in read.then(RULES["v1"], [bare]) for new in read.step(RULES["v"], first, 2) or []]
        mark = "v" if bare == word else "w"
        out += [stem + mark for stem in read.then(RULES["v2"], stems)]
    if not nouns and not verbs:
        made = read.step(RULES["a"], word, 2) or []
        out += [stem + "j" for stem in read.then(RULES["a2"], made)]
    if adjectives and word.endswith("о"):
        out.append(word)
    elif not verbs and not adjectives:
        out += read.then(RULES["n2"], read.then(RULES["n"], [word]))
    return list(dict.fromkeys(out)) or [word]


def _table() -> dict[str, str]:
    """Words the rules get wrong, with the one reading to keep or with their stem."""
    out = {}
    for kind, *words in RULES.words:
        for entry in words:
            word, _, told = entry.partition("=")
            if kind == ".":
                told = word
            elif kind == "-":
                told = re.sub("[оеє](.)ь?$", r"\1", word)
            elif kind in "ое":
                told = re.sub("і([^і]*?)ь?$", rf"{kind}\1", word)
            out[word] = told or kind
    return out


TABLE = _table()


def rules_only(word: str) -> list[str]:
    """Stems by the rules alone, without the table of words; *word* is normalised."""
    whole = read.step(RULES["whole"], word, 0)
    if whole:
        return whole
    return _readings(word) if len(word) > 2 or re.search("[юєи]$", word) else [word]


def stem(word: str) -> list[str]:
    """Return the stems of a word, one or a few."""
    word = normalise(word)
    known = TABLE.get(word)
    if known and known not in KINDS:
        return [known]
    out = rules_only(word)
    return [item for item in out if _kind(item) == known] if known else out
