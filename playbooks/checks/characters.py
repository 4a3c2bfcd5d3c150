"""Characters that nobody sees: they break copied words, turn their direction round or hide what is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..content import Content
from ..data.inventory import FILES
from ..model.pages import Page
from ..model.places import Place, Problem

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]"
)


def check(content: Content) -> Iterator[Problem]:
    for page in content.site.pages:
        if not page.given:
            yield from _page(page)
    for name in FILES:
        path = content.project.data / name
        try:
            text = path.read_text("utf-8") if path.is_file() else ""
        except (OSError, UnicodeDecodeError):
            continue  # reported when it was read
        yield from _lines(text, content.project.shown(path), 1)


def _page(page: Page) -> Iterator[Problem]:
    for key, value in page.meta.items():
        if isinstance(value, str) and (found := UNSEEN.search(value)):
            yield _problem(page.place_of(key), found[0])
    yield from _lines(page.text, page.place.path, 1 + page.offset)


def _lines(text: str, path: str, first: int) -> Iterator[Problem]:
    if not UNSEEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), first):
        if found := UNSEEN.search(line):
            yield _problem(Place(path, number), found[0])


def _problem(place: Place, sign: str) -> Problem:
    name = unicodedata.name(sign, "control character").lower()
    code = f"U+{ord(sign):04X}, {name}"
    sentence = f"a character that nobody can see stands here: {code}; delete it, or type the line anew"
    return Problem(place, sentence, "character")
