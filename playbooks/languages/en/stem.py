"""Stems of English words: the exact twin of ``stem.js``, whose rules it reads."""

from __future__ import annotations

import re
import unicodedata

from playbooks.languages import rules as read

RULES = read.load(__file__)
MARKS = re.compile("[\u0300-\u036f\u00ad]")
APOSTROPHES = re.compile("[\u2019\u02bc`\u00b4\u2018\u2032]")


def normalise(word: str) -> str:
    """Lower case, no accents, no possessive."""
    word = MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    return re.sub("'s?$", "", APOSTROPHES.sub("'", word))


def stem(word: str) -> list[str]:
    """Return the stem of a word, in a list of one."""
    word = normalise(word)
    out = read.then(RULES["whole"], [word])
    for section in ("s", "v", "r", "end"):
        if len(word) > 3:
            out = read.then(RULES[section], out)
    return out
