"""Stems of German words: the exact twin of ``stem.js``, whose rules it reads."""

from __future__ import annotations

import re
import unicodedata

from playbooks.languages import rules as read

RULES = read.load(__file__)
MARKS = re.compile("[\u0300-\u036f\u00ad]")
BETWEEN_VOWELS = re.compile("([aeiouy])([uy])(?=[aeiouy])")
VOWEL = re.compile("[aeiouy][^aeiouy]")
PREFIX = "ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|statt|um|vor|weg|zu|zuruck"
INSIDE = re.compile(f"^({PREFIX}|)(?:ge(.{{3,}}t)|zu(.{{3,}}n))$")


def normalise(word: str) -> str:
    """Lower case, no accents, ss for ß."""
    return MARKS.sub("", unicodedata.normalize("NFD", word.lower())).replace("ß", "ss")


def _region(word: str, start: int) -> int:
    """Where the region begins that follows the first consonant after a vowel."""
    found = VOWEL.search(word[start:])
    return start + found.start() + 2 if found else len(word)


def _take(word: str, name: str, start: int) -> str:
    """Take an ending off, if it stands in the region that begins at `start`."""
    for pattern, (made,) in RULES[name]:
        found = pattern.search(word)
        if found:
            kept = len(found[1]) if pattern.groups else 0
            return word if found.start() + kept < start else word[: found.start()] + found.expand(made)
    return word


def _regions(word: str) -> tuple[str, int, int]:
    """The word with u and y between vowels in capitals, and the beginnings of R1 and R2."""
    word = BETWEEN_VOWELS.sub(lambda found: found[1] + found[2].upper(), word)
    one = _region(word, 0)
    return word, max(one, 3), _region(word, one)


def snowball(whole: str) -> str:
    """The stem that Snowball gives, but for umlauts, which are gone before."""
    start, one, two = _regions(whole)
    word = _take(_take(start, "one", one), "two", one)
    for name, after, region in (
        ("ung", "afterUng", two),
        ("ig", "", 0),
        ("lich", "afterLich", one),
        ("keit", "afterKeit", two),
    ):
        made = _take(word, name, two)
        if made != word:
            return (_take(made, after, region) if after else made).lower()
    return word.lower()


def stem(word: str) -> list[str]:
    """The stems of a word: that of Snowball, and of a verb that without its endings."""
    word = normalise(word)
    if len(word) < 4:
        return [word]
    found = INSIDE.search(word)
    bare = found[1] + (found[2] or found[3]) if found else word
    start, one, _ = _regions(bare)
    return list(dict.fromkeys(map(snowball, (word, bare, _take(start, "verb", one).lower()))))
