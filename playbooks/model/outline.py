"""The shape of a page: what stands under each heading, piece by piece, whatever the words are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .places import Place

Kind = Literal[
    "paragraph", "step", "item", "row", "quotation", "sample", "template", "checklist", "term", "heading"
]
NAMES: Mapping[str, str] = {
    "row": "table row",
    "item": "list item",
    "sample": "block of code",
    "term": "definition",
}


@dataclass(frozen=True)
class Piece:
    """A paragraph, a step of a numbered list, an item of another list, a row of a table and so on.

    `depth` counts the lists that it stands in; `cells` those of a row; `bold`: it opens with bold words.
    `images` are the addresses of its images, `end` is its last line.
    """

    kind: Kind
    text: str
    place: Place
    end: int
    depth: int = 0
    cells: int = 0
    bold: bool = False
    images: tuple[str, ...] = ()

    @property
    def shape(self) -> tuple[str, int]:
        """What its twins in other languages share."""
        return self.kind, self.depth

    @property
    def name(self) -> str:
        """How sentences call it."""
        name = NAMES.get(self.kind, self.kind)
        return f"{name} inside a list item" if self.depth else name


@dataclass(frozen=True)
class Part:
    """What stands under one heading, up to the next one. `name` is the heading's id, or its number "#2" where
    it has none, and "" before the first. `differs` is the author's reason why the languages differ here."""

    name: str
    place: Place
    pieces: tuple[Piece, ...] = ()
    differs: str = ""


@dataclass(frozen=True)
class Outline:
    """All parts of a page. `differs` is the author's reason why the whole page differs; `unexplained` are the
    places where a difference is declared without a reason. `excused` are the first lines of templates right
    above which one is declared: for their blanks alone."""

    parts: tuple[Part, ...]
    differs: str = ""
    unexplained: tuple[Place, ...] = ()
    excused: frozenset[int] = frozenset()

    @property
    def by_name(self) -> dict[str, Part]:
        """The first part of each name."""
        found: dict[str, Part] = {}
        for part in self.parts:
            found.setdefault(part.name, part)
        return found

    def is_declared(self, line: int) -> bool:
        """Whether the template that begins there differs on purpose."""
        return bool(self.differs) or line in self.excused
