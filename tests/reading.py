"""A small reader of HTML: elements with attributes, and what text a person sees in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element; `attributes` of an attribute without a value is ""."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @cached_property
    def whole(self) -> list[Element]:
        """The element itself and all elements in it, in the order of the page."""
        inner = (child.whole for child in self.children if isinstance(child, Element))
        return [self, *chain.from_iterable(inner)]

    def __iter__(self) -> Iterator[Element]:
        return iter(self.whole)

    def all(self, tag: str = "", **attributes: str | None) -> list[Element]:
        """Elements by tag and attributes: all("a", hreflang="fr"); None asks only that it is there."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [element for element in self if element.tag == (tag or element.tag) and element.has(wanted)]

    def has(self, wanted: Mapping[str, str | None]) -> bool:
        here = self.attributes
        return all(name in here and value in (None, here[name]) for name, value in wanted.items())

    def one(self, tag: str = "", **attributes: str | None) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} × {tag} {attributes}"
        return found[0]

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def text(self) -> str:
        """Everything that is written in it, <br> as a line break."""
        if self.tag == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        depth = next((n for n in range(len(self.open) - 1, 0, -1) if self.open[n].tag == tag), None)
        if depth is not None:
            del self.open[depth:]

    def handle_data(self, data: str) -> None:
        siblings = self.open[-1].children
        last = siblings[-1] if siblings else None
        # a line break in the source after <br> is no second one
        after_break = isinstance(last, Element) and last.tag == "br"
        siblings.append(data.removeprefix("\n") if after_break else data)


def read(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def read_page(path: Path) -> Element:
    return read(path.read_text("utf-8"))


def paragraphs(html: str) -> str:
    """The words of rich text in paragraphs, as they would stand in plain text."""
    return "\n\n".join(paragraph.text for paragraph in read(html).all("p"))
