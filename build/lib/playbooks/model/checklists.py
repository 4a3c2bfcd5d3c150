"""Task lists under a heading, in one language, and the versions of their rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from .places import Place


@dataclass(frozen=True)
class Item:
    """One row of a checklist."""

    id: str
    text: str
    place: Place


@dataclass(frozen=True)
class Checklist:
    """A task list under a heading."""

    id: str
    title: str
    items: tuple[Item, ...]
    place: Place


def version(texts: Iterable[str]) -> str:
    """Eight hexadecimal digits for the texts of one item: they change when it changes in any language."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:8]
