"""Stems of the site's words, and of the words readers may type that the rules get wrong."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection

from .tokens import fold

Stemmer = Callable[[str], list[str]]
TWINS = {"en": "stem_en", "fr": "stem_fr", "uk": "stem_uk"}


def stemmer(language: str) -> Stemmer:
    """The twin of the stemmer that the browser runs. Stems are folded after stemming, not before."""
    try:
        module = importlib.import_module(f".{TWINS[language]}", __package__)
    except ModuleNotFoundError:
        return lambda word: [fold(word, language)]
    stem: Stemmer = module.stem
    return stem if language == "uk" else lambda word: [fold(made, language) for made in stem(word)]


def table(
    vocabulary: Collection[tuple[str, str]], language: str
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The stems of each word, and forms of these words with stems that the rules would miss.

    `vocabulary` holds words as they are compared and as they are written.
    """
    stem = stemmer(language)
    stems: dict[str, list[str]] = {}
    for word, written in sorted(vocabulary):
        stems[word] = list(dict.fromkeys([*stems.get(word, ()), *stem(written)]))
    return stems, {}
