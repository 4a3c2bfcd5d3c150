"""Words of the site, and of the interface that it brings along, that Hunspell's dictionaries do not know."""

from __future__ import annotations

from pathlib import Path

from playbooks.checks import spelling
from playbooks.checks.spelling import is_known, words_of
from playbooks.content import Content
from playbooks.languages.strings import strings

ROOT = Path(__file__).resolve().parents[2]


def accepted(language: str) -> set[str]:
    return spelling.accepted(ROOT / "data", language)


def texts(content: Content, language: str) -> list[tuple[str, str]]:
    """(where, text) of everything that readers of a language read."""
    found = [(str(place), text) for place, text in spelling.texts(content, language)]
    return found + [(f"strings/{language}.yml", text) for text in strings(language).texts.values()]


def unknown(content: Content, language: str) -> dict[str, str]:
    """Unknown words with the first place of each."""
    words = {word: str(place) for word, place in spelling.unknown(content, language).items()}
    allowed = accepted(language)
    for text in strings(language).texts.values():
        for word in words_of(text):
            if word not in allowed and word.lower() not in allowed and not is_known(word, language):
                words.setdefault(word, f"strings/{language}.yml")
    return words
