"""Forms that the rules of the French and English stemmers leave apart: *pris* of *prendre*, *sent* of *send*.

A reader would have to fetch them all with the stemmer; the index has those of the site's own words only.
For Ukrainian, a dictionary tells them (see `lemmas`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from .tokens import cut

FOLDER = Path(__file__).parent


def read(language: str) -> Iterator[list[str]]:
    """The forms of each word in `irregular_<language>.txt`, as they are compared, that of dictionaries first."""
    for line in (FOLDER / f"irregular_{language}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [form for written in line.split() for form in cut(written, language)]


def table(vocabulary: Collection[str], language: str, stem: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """{form: stems} of words of which the site has a form: the stem of the first form, where the rules miss it."""
    words = set(vocabulary)
    stems = {made for word in words for made in stem(word)}
    out: dict[str, list[str]] = {}
    for forms in read(language):
        (key,) = stem(forms[0])
        if key not in stems and words.isdisjoint(forms):
            continue
        for form in forms:
            if key not in stem(form):
                out.setdefault(form, []).append(key)
    return out
