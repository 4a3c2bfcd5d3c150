"""Files that scripts ask for by a name when somebody turns to what they serve: styles, the worker of the search,
and the scripts of a language, which stand in its folder.

The name of each file tells what is in it, so that it may be kept for ever; where it is stands among what the pages
of a language share (rendering/page_data.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ..languages.languages import FOLDER, LANGUAGES
from ..model.layout import ASSETS, STYLES, WORDS_ROOM
from ..model.layout import WORKER as WORKER_ROOM
from ..rendering.modules import Scripts
from .bundle import WORKER
from .shrinking import shorter

SHEETS = ("blanks", "call", "picker", "search")
WITHOUT_STEMS = FOLDER / "without-stems.js"


def asked(
    folders: Sequence[Path], scripts: Scripts, languages: Collection[str], results: str = ""
) -> Mapping[str, tuple[str, str]]:
    """(path, text) by name. The first folder of the theme that has a sheet wins; `results` are the theme's rules
    for results of the search."""
    rows = {name: (f"{STYLES}/{name}.css", _sheet(folders, name)) for name in SHEETS}
    rows["search"] = (rows["search"][0], results + rows["search"][1])
    rows |= {name: (path, source.read_text("utf-8")) for name, path, source in _of_languages(languages)}
    if scripts.is_bundled:
        rows["worker"] = (f"{ASSETS}/{WORKER}", scripts.files[WORKER])
    found = {name: _named(path, shorter(path, text)) for name, (path, text) in rows.items()}
    # as a module among others it is asked for by them
    return found if scripts.is_bundled else {**found, "worker": (f"{ASSETS}/{WORKER}", "")}


def _sheet(folders: Sequence[Path], name: str) -> str:
    found = (folder / "styles" / f"{name}.css" for folder in folders)
    path = next((path for path in found if path.is_file()), None)
    return path.read_text("utf-8") if path else ""


def _of_languages(languages: Collection[str]) -> Iterator[tuple[str, str, Path]]:
    for language in (LANGUAGES[code] for code in languages):
        stemmer = language.folder / "stem.js"
        path = f"{WORKER_ROOM}/stem_{language.code}.js"
        yield f"stem_{language.code}", path, stemmer if stemmer.exists() else WITHOUT_STEMS
        if language.address:
            path = f"{WORDS_ROOM}/address_{language.code}.js"
            yield f"address_{language.code}", path, language.folder / language.address


def _named(path: str, text: str) -> tuple[str, str]:
    start, _, ending = path.rpartition(".")
    return f"{start}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.{ending}", text
