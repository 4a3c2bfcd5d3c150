"""Stems of French words: the exact twin of ``stem.js``, whose rules it reads."""

from __future__ import annotations

import re
import unicodedata

from playbooks.languages import rules as read

RULES = read.load(__file__)
MARKS = re.compile("[\u0300-\u036f\u00ad]")
ELIDED = re.compile("^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['\u2019\u02bc`\u00b4\u2018\u2032]")


def normalise(word: str) -> str:
    """Lower case, no accents, ligatures opened, an elided article or pronoun taken off."""
    word = MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    return ELIDED.sub("", word.replace("œ", "oe").replace("æ", "ae"))


def stem(word: str) -> list[str]:
    """Return the stem of a word, in a list of one."""
    word = normalise(word)
    if len(word) < 4:
        return [word]
    # publique: public, longue: long, mangeons: manger.
    out = [re.sub("gu(?=[eiy])|ge(?=[ao])", "g", word.replace("qu", "k"))]
    for section in ("s", "v", "r", "end"):
        out = read.then(RULES[section], out)
    return out
