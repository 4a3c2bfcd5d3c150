"""The words of a text as the search compares them: the twin of ``search/words.js``.

Words are compared in lower case and composed, without stress marks, soft hyphens and apostrophes, and by
the rules of their language (`search:` in its language.yml): most ignore accents, one knows letters that look
like those of another alphabet. A word with a hyphen counts as one and as its parts: "follow-up" is followup,
follow, up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ..languages.languages import APOSTROPHES, LANGUAGES, LETTERS, Letters, Rule, Search, compiled

PLAIN = Search()
APOSTROPHE = re.compile(APOSTROPHES)
BETWEEN = re.compile(f"[^{LETTERS}-]+")
COMPOUND = re.compile("[^ -]*-[^ ]*")


def cut(text: str, language: str) -> list[str]:
    """The words of a text."""
    search = LANGUAGES[language].search or PLAIN
    text = re.sub("[\u2010\u2011]", "-", _plain(text.lower(), search.accents_ignored))
    for pattern, made in _rules(search.rules):
        text = pattern.sub(made, text)
    text = COMPOUND.sub(_both, BETWEEN.sub(" ", APOSTROPHE.sub("", text)))
    if search.lookalikes:
        text = _without_lookalikes(text, search.lookalikes)
    return text.split()


def cut_phrase(text: str, language: str) -> str:
    """A phrase as its words are compared, those with a hyphen as one only."""
    return " ".join(cut(re.sub("(?<=\\w)[-\u2010\u2011](?=\\w)", "", text), language))


@cache
def _rules(rules: tuple[tuple[str, str], ...]) -> tuple[Rule, ...]:
    return compiled(rules)


def _plain(text: str, accents_ignored: bool) -> str:
    """Without the signs that are not compared."""
    if accents_ignored:
        return re.sub("[\u0300-\u036f\u00ad]", "", unicodedata.normalize("NFD", text))
    return re.sub("[\u0301\u00ad]", "", unicodedata.normalize("NFC", text))


def _without_lookalikes(text: str, row: Letters) -> str:
    meant = str.maketrans(row.typed, row.meant)
    mixed = f"(?<=[{row.letters}])[a-z]+|[a-z]+(?=[{row.letters}])"
    return re.sub(mixed, lambda run: run[0].translate(meant), text)


def _both(compound: re.Match[str]) -> str:
    words = [word for word in compound[0].split("-") if word]
    return " ".join(["".join(words), *words] if len(words) > 1 else words)
