"""Forms that the rules of a stemmer leave apart: *pris* of *prendre*, *sent* of *send*.

They stand in the folder of their language. A reader would have to fetch them all with the stemmer; the index
has those of the site's own words only. For some languages a dictionary tells them (see `lemmas`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..languages.languages import LANGUAGES
from .tokens import cut


def read(language: str) -> Iterator[list[str]]:
    """The irregular forms of each word, as they are compared, that of dictionaries first."""
    for forms in LANGUAGES[language].irregular:
        yield [form for written in forms for form in cut(written, language)]


def table(known: Mapping[str, list[str]], language: str, stem: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """{form: stems} of words of which the site has a form: the stem of the first form, where the rules miss it.

    `known` are the site's words with their stems."""
    stems = {made for own in known.values() for made in own}
    out: dict[str, list[str]] = {}
    for forms in read(language):
        key = stem(forms[0])[0]
        if key not in stems and known.keys().isdisjoint(forms):
            continue
        for form in forms:
            if key not in stem(form):
                out.setdefault(form, []).append(key)
    return out
