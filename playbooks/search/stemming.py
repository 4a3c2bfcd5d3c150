"""Stems of the site's words, and of forms that readers may type and the rules get wrong.

The table of a language with a dictionary (see `lemmas`) takes a second or two to make, because some hundred
thousand words have to be read. It depends on the site's words, the rules and the dictionary only, so
it is kept in the project's `.cache/` by a hash of these.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import json
import os
from collections.abc import Collection
from pathlib import Path

from ..languages.languages import LANGUAGES, Language
from . import irregular, lemmas

Stems = dict[str, list[str]]


def table(vocabulary: Collection[str], language: str, cache: Path | None = None) -> tuple[Stems, Stems]:
    """The stems of each word, and forms of these words with stems that the rules would miss.

    `vocabulary` holds words as they are compared. Without a folder for the `cache` the dictionary is not
    asked.
    """
    stem = LANGUAGES[language].stem
    stems: Stems = {word: stem(word) for word in sorted(vocabulary)}
    odd = irregular.table(stems, language, stem)
    if cache:
        odd |= _odd_forms(sorted(stems), LANGUAGES[language], cache)
    forms: Stems = {}
    for word, made in sorted(odd.items()):
        # Beside what the rules say: where they are right after all, nothing is lost.
        both = list(dict.fromkeys([*stem(word), *made]))
        (stems if word in stems else forms)[word] = both
    return stems, forms


def _odd_forms(words: list[str], language: Language, cache: Path) -> Stems:
    """The table of lemmas, from the cache where nothing has changed; {} for a language without a dictionary."""
    dictionary = language.search.dictionary if language.search else None
    if dictionary is None:
        return {}
    package, affixes = dictionary
    source = (language.folder / "stem.js").read_bytes() + Path(lemmas.__file__).read_bytes()
    version = importlib.metadata.version(package)
    key = hashlib.sha256(json.dumps([version, words]).encode() + source).hexdigest()[:16]
    name = f"lemmas-{language.code}"
    kept = cache / f"{name}-{key}.json"
    if kept.exists():
        found: Stems = json.loads(kept.read_text("utf-8"))
        return found
    made = lemmas.table(words, _located(package, affixes), language.stem)
    with contextlib.suppress(OSError):  # where nothing may be written, it is made each time
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob(f"{name}-*.json"):
            old.unlink(missing_ok=True)
        draft = cache / f"{kept.stem}-{os.getpid()}.tmp"  # two builds at once must not read half a file
        draft.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
        draft.replace(kept)
    return made


def _located(package: str, name: str) -> Path:
    """The affix file of a dictionary; its package is not imported, which would take longer."""
    files = importlib.metadata.files(package) or ()
    return Path(str(next(file for file in files if file.name == name).locate()))
