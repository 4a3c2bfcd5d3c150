"""The pieces into which a page of Markdown is cut: every line stands in exactly one of them.

Line numbers count from 1 in the text of the page, without its front matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from .channels import CHANNELS


@dataclass(frozen=True)
class Fence:
    """A fenced block: `attributes` as written, `lines` between the fences, `closed` or not."""

    start: int
    end: int
    word: str
    attributes: str | None
    lines: tuple[str, ...]
    closed: bool

    @property
    def is_template(self) -> bool:
        return self.word in CHANNELS

    @property
    def claims_to_be_template(self) -> bool:
        """A known channel, or an unknown word that carries an id."""
        return self.is_template or (self.attributes is not None and "#" in self.attributes)


@dataclass(frozen=True)
class Title:
    """A heading."""

    start: int
    end: int
    level: int
    text: str
    id: str | None


@dataclass(frozen=True)
class Task:
    """A row; `nested`: it is indented below another one; `ticked`: it begins with [x]."""

    line: int
    text: str
    id: str | None
    nested: bool = False
    ticked: bool = False


@dataclass(frozen=True)
class Tasks:
    """A task list; `heading` is the one right above it, if any."""

    start: int
    end: int
    items: tuple[Task, ...]
    heading: Title | None


@dataclass(frozen=True)
class Line:
    """Any other line."""

    start: int
    end: int
    text: str


Block = Fence | Title | Tasks | Line
