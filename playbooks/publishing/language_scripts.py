"""The scripts that belong to one language: its stemmer, and what makes the form in which a name is addressed.

They stand in the folder of the language; published are those of the site's languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..languages.languages import FOLDER, LANGUAGES
from ..model.layout import WORDS_ROOM, WORKER
from .shrinking import shorter

WITHOUT = FOLDER / "without-stems.js"


def scripts(content: Content) -> Iterator[tuple[str, str]]:
    """(path, text) of each script, shrunk like all others."""
    for language in (LANGUAGES[code] for code in content.site.languages):
        stemmer = language.folder / "stem.js"
        source = stemmer if stemmer.exists() else WITHOUT
        path = f"{WORKER}/stem_{language.code}.js"
        yield path, shorter(path, source.read_text("utf-8"))
        if language.address:
            path = f"{WORDS_ROOM}/address_{language.code}.js"
            yield path, shorter(path, (language.folder / language.address).read_text("utf-8"))
