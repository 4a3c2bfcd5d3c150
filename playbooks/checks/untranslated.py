"""Words that are the same in two languages: somebody copied a paragraph and did not translate it.

Of the two, the one is named that its own language would write less: by the words that readers of a language use
all the time, and by its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..languages.languages import LANGUAGES, english_name
from ..languages.strings import strings
from ..model.places import Problem
from ..model.units import Groups, Unit
from ..reading.units import ENTRY
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


def check_fields(texts: Mapping[str, Groups]) -> Iterator[Problem]:
    """Blanks of data/fields.yml that were declared and never described: all that is said of them is their name."""
    found: dict[str, list[tuple[str, Unit]]] = {}
    for language, entries in texts.items():
        for group, units in entries.items():
            said = {unit.label: unit.text for unit in units}
            if "label" in said and said["label"] == said.get("example") == said.get("help"):
                found.setdefault(group.removeprefix(ENTRY), []).append((language, units[0]))
    for name, rows in found.items():
        languages = ", ".join(english_name(language) for language, _ in rows)
        sentence = f"label, example and help of {name} are the same; say what a reader needs, in {languages}"
        yield Problem(rows[0][1].place, sentence, "untranslated", is_doubt=True)


def _problem(own: tuple[str, Unit], other: tuple[str, Unit], words: tuple[str, ...]) -> Problem:
    foreign, home = sorted((own, other), key=lambda pair: _belongs(words, pair[0]))
    sentence = f"these are the words of {home[1].place}; write them in {english_name(foreign[0])}"
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
