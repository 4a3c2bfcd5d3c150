"""Words that are the same in two languages: somebody copied a paragraph and did not translate it.

Of the two, the one is named that its own language would write less: by the words that readers of a language use
all the time, and by its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..languages.languages import LANGUAGES
from ..languages.strings import strings
from ..model.places import Problem
from ..model.units import Unit
from .drift import Versions

WORD = re.compile(r"[^\W\d_]{2,}")
NOT_WORDS = re.compile(r"`+[^`]*`+|\{[^{}|]*\}|\]\([^)]*\)|https?://\S+|<[^>]*>")
LEAST = 4  # words that two languages do not share by chance


def check(versions: Mapping[str, Versions]) -> Iterator[Problem]:
    """`versions` are the pages by path and language."""
    for pages in versions.values():
        seen: dict[tuple[str, ...], tuple[str, Unit]] = {}
        for language, groups in pages.items():
            for unit in (unit for units in groups.values() for unit in units):
                words = tuple(WORD.findall(NOT_WORDS.sub(" ", unit.text).casefold()))
                if len(words) < LEAST or unit.label in ("sample",):
                    continue
                other = seen.setdefault(words, (language, unit))
                if other[0] != language:
                    yield _problem((language, unit), other, words)


def _problem(own: tuple[str, Unit], other: tuple[str, Unit], words: tuple[str, ...]) -> Problem:
    foreign, home = sorted((own, other), key=lambda pair: _belongs(words, pair[0]))
    name = LANGUAGES[foreign[0]].english_name if foreign[0] in LANGUAGES else foreign[0]
    sentence = f"these are the words of {home[1].place}; write them in {name}"
    return Problem(foreign[1].place, sentence, "untranslated")


def _belongs(words: tuple[str, ...], language: str) -> float:
    """How much words look like those of a language."""
    letters = set("".join(words))
    written = len(letters & _letters(language)) / len(letters)
    return 10 * written + sum(word in _common(language) for word in words) / len(words)


@cache
def _letters(language: str) -> frozenset[str]:
    """Those of the interface, which uses them all."""
    return frozenset("".join(strings(language).texts.values()).casefold())


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(LANGUAGES[language].ignored)
