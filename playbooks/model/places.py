"""Where something stands, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A path relative to the project and a line, counted from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, in a sentence for the author, and where. `code` names the kind of fault and never changes.

    `is_doubt`: something may be wrong, and the author is asked to look; nothing fails for it.
    """

    place: Place
    sentence: str
    code: str
    is_doubt: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"
