"""HTML that does not belong in a page: every piece that the sanitiser takes out, at its line.

The page is rendered as it will be published, so nothing that is taken out goes unsaid. To find the line, its
paragraphs are rendered one by one; pages that hold nothing but Markdown and ordinary links are not rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import markdown

from ..content import Content
from ..model.blocks import Fence, Line
from ..model.pages import Page
from ..model.places import Place, Problem
from ..rendering.harmless import COMMENT
from ..rendering.markdown import HIDDEN, default_extensions, losses

CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]+(?<!`)\1(?!`)")
# what could come out as HTML of the author's own: a tag, attributes in braces, a reference, an image
SUSPICIOUS = re.compile(
    r"<[a-zA-Z/!?]|\{[^{}]*(?:[=\x00-\x1f]|#__|#playbooks-)|\]:|!\[|\]\s*\(\s*(?:<?//|[^)]*[&\\:\x00-\x1f])"
)
ORDINARY = re.compile(r"\]\((?:https?://|mailto:|tel:|sms:)[\w@./#?=%+~:-]*\)")
# a comment of words alone, and places to lead to
NOTE = re.compile(r"<!--[^<>]*-->|<span id=\"(?!playbooks-)[a-z][a-z0-9-]*\">[^<>]*</span>")
ADVICE = "see “HTML” in the page for authors; to show it as text, put it between backticks"


def check(content: Content) -> Iterator[Problem]:
    """Problems at the lines of the file."""
    for page in content.site.pages:
        if not page.given and page.once(_is_suspicious, partial(_is_suspicious, page)):
            yield from page.once(check, lambda page=page: list(_page(content, page)))  # type: ignore[misc]


def _is_suspicious(page: Page) -> bool:
    lines = page.text.split("\n")
    return any(_suspicious("\n".join(lines[start:end])) for start, end in _chunks(page))


def _suspicious(text: str) -> bool:
    return bool(SUSPICIOUS.search(NOTE.sub("", ORDINARY.sub("](#)", CODE.sub("", text)))))


def _page(content: Content, page: Page) -> Iterator[Problem]:
    def render(text: str, whole: Page | None = None) -> list[str]:
        options = {"language": page.language, "content": content, "page": whole or ()}
        return losses(markdown.Markdown(**default_extensions(options)), text)

    lost = render(page.text, page)
    lines = page.text.split("\n")
    told = set()
    for start, end in _chunks(page) if lost else ():
        chunk = "\n".join(lines[start:end])
        for what in render(chunk) if _suspicious(chunk) else ():
            if what in lost and what != HIDDEN:
                told.add(what)
                yield _problem(page, _line(what, lines, start, end), what)
    for what in lost:
        if what not in told:
            at = _opening(page, lines) if what == HIDDEN else None
            yield _problem(page, _line(what, lines, 0, len(lines)) if at is None else at, what)


def _chunks(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of lines without an empty one, as (first, end) counted from 0; fenced blocks are left out."""
    start: int | None = None
    for block in page.blocks:
        is_empty = isinstance(block, Line) and not block.text.strip()
        if not is_empty and not isinstance(block, Fence):
            start = block.start - 1 if start is None else start
        elif start is not None:
            yield start, block.start - 1
            start = None
    if start is not None:
        yield start, page.blocks[-1].end


def _opening(page: Page, lines: list[str]) -> int | None:
    """The line where a comment begins that holds a template."""
    for block in page.blocks:
        if isinstance(block, Fence) and block.claims_to_be_template:
            above = range(block.start - 2, -1, -1)
            at = next((number for number in above if "-->" in lines[number] or "<!--" in lines[number]), None)
            if at is not None and lines[at].rfind("<!--") > lines[at].rfind("-->"):
                return at
    return None


def _line(what: str, lines: list[str], start: int, end: int) -> int:
    """The line on which a piece begins, as far as its name tells; else the first suspicious one."""
    name = "!--" if what == COMMENT else re.sub(r"^<|[ >].*$", "", what)
    tag = re.compile(rf"<\s*/?\s*{re.escape(name)}" if what.startswith("<") else re.escape(name), re.IGNORECASE)
    numbered = range(start, end)
    found = [number for number in numbered if tag.search(lines[number])]
    return (found or [number for number in numbered if _suspicious(lines[number])] or [start])[0]


def _problem(page: Page, number: int, what: str) -> Problem:
    place = Place(page.place.path, number + 1 + page.offset)
    if what == HIDDEN:
        return Problem(place, f"{what} does not reach the page; take away what stands around it", "hidden")
    return Problem(place, f"{what} cannot stand in a page; {ADVICE}", "html")
