"""How long words take to say. The browser has a twin (assets/words/speaking.js); both are
tested by tests/cases/speaking.json."""

from __future__ import annotations

import re

from .languages import LANGUAGES

HAS_LETTER = re.compile(r"\w")


def count_words(text: str) -> int:
    """Runs of characters between spaces that hold a letter or a digit."""
    return sum(bool(HAS_LETTER.search(word)) for word in text.split())


def seconds(text: str, language: str) -> int:
    """Seconds to say `text`, rounded up, at the rate that its language.yml documents."""
    rate = LANGUAGES[language].words_per_minute
    return -(-count_words(text) * 60 // rate)
