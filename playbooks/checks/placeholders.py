"""Words that only keep a place, and were never written: TODO, lorem ipsum, [to be written], what `new` writes.

Marks are told wherever they stand. Words of a language, listed in its placeholders.txt, are told where nothing
stands beside them or in brackets: a report that is to be written is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..data.texts import Texts
from ..languages.languages import LANGUAGES
from ..model.blocks import Fence
from ..model.pages import Page, Site
from ..model.places import Place, Problem
from ..model.units import Groups
from ..reading.outline import CODE

MARKS = re.compile(r"(?<![\w-])(?:TODO|FIXME|XXX+)(?![\w-])|(?i:lorem ipsum)")
BRACKETED = re.compile(r"[\[(<{]+([^\[\](){}<>]{2,60})[\])>}]+")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
AROUND = re.compile(r"^(?:[\s>|#]|[-*+] (?:\[[ xX]\] )?|\d+\. )+|\{[^{}|]*\}\s*$")
SIGNS = " \t*_.…!?:;,\"'“”„«»‘’"
KEY = re.compile(r"^(?:title|situation|description|time|who|channel): *(?P<value>.+)$")
ADVICE = "write it, or take it out"


def check(site: Site, texts: Texts) -> Iterator[Problem]:
    """`texts` are those of data files, by language."""
    for page in site.pages:
        if not page.given:
            yield from _page(page)
    for versions in texts.values():
        for groups in versions.values():
            yield from _data(groups)


def _page(page: Page) -> Iterator[Problem]:
    for key in page.lines:
        value = page.meta.get(key)
        if isinstance(value, str) and (found := _found(value, page.language)):
            yield _problem(page.place_of(key), found)
    samples = {
        number
        for block in page.blocks
        if isinstance(block, Fence) and not block.is_template
        for number in range(block.start, block.end + 1)
    }
    text = (
        COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), page.text) if "<!--" in page.text else page.text
    )
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and number not in samples and (found := _found(line, page.language)):
            yield _problem(Place(page.place.path, number + page.offset), found)


def _data(groups: Groups) -> Iterator[Problem]:
    for unit in (unit for units in groups.values() for unit in units):
        if found := _mark(unit.text):
            yield _problem(unit.place, found)


def _problem(place: Place, found: str) -> Problem:
    return Problem(place, f"“{found[:40]}” only keeps a place; {ADVICE}", "placeholder")


def _mark(text: str) -> str:
    found = MARKS.search(text)
    return found[0] if found else ""


def _found(line: str, language: str) -> str:
    """What only keeps a place in a line; "" where nothing does."""
    bare = CODE.sub("", line) if "`" in line else line
    if mark := _mark(bare):
        return mark
    known = _words()
    for inside in BRACKETED.finditer(bare) if "[" in bare or "(" in bare or "<" in bare else ():
        if inside[1].strip(SIGNS).casefold() in known:
            return inside[0]
    for text in bare.split("|") if bare.lstrip().startswith("|") else (bare,):
        words = AROUND.sub("", AROUND.sub("", text).rstrip()).strip(SIGNS)
        if words.casefold() in known or words in _drafted(language):
            return words
    return ""


@cache
def _words() -> frozenset[str]:
    """Those of all languages: an author may note them in any."""
    return frozenset(words.casefold() for language in LANGUAGES.values() for words in language.placeholders)


@cache
def _drafted(language: str) -> frozenset[str]:
    """What `new` writes for an author to replace, but for headings and names of columns."""
    path = LANGUAGES[language].folder / "draft.md"
    found = set()
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        key = KEY.match(line)
        if key or re.match(r"[-*] |\d+\. |[^\W\d_]+ [^:|]*$", line):
            text = key["value"] if key else line
            found.add(AROUND.sub("", AROUND.sub("", text).rstrip()).strip(SIGNS))
    return frozenset(found) - {""}
