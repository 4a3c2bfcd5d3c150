"""What readers read of a page, line by line: the text that checks of words and of typing look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.blocks import Fence
from ..model.pages import Page
from ..model.places import Place

MARKUP = re.compile(r"(?<=\])\([^)]{0,1000}\)|(?<!\s)\s*+\{:?\s*[#.][^{}]*\}|<[^<>]*>")
STAND_IN = re.compile(r"\{[^{}|]*\}|`+[^`]*`+")  # blanks and code


def prose(page: Page) -> Iterator[tuple[Place, str]]:
    """Lines that readers read, without code, addresses, ids and blanks; front matter included."""
    for key in ("title", "situation", "description", "time", "who", "channel"):
        if isinstance(value := page.meta.get(key), str):
            yield page.place, value
    for template in page.templates:
        yield template.place, template.title
        if template.subject:
            yield template.place, _bare(template.subject.text)
        for paragraph in template.body:
            yield paragraph.place, _bare(paragraph.text)
    lines = page.text.split("\n")
    for block in page.blocks:
        if isinstance(block, Fence):
            continue
        for at, line in enumerate(lines[block.start - 1 : block.end]):
            yield Place(page.place.path, block.start + at + page.offset), _bare(line)


def _bare(text: str) -> str:
    return MARKUP.sub("", STAND_IN.sub("0", text))
