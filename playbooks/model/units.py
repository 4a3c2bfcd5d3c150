"""What is read and translated as one: a paragraph, a step, a row of a checklist, a value of the front matter."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .places import Place

# what may change without anything being said otherwise: spaces, line breaks, marks between sentences, quotes
IGNORED = re.compile(r"[\s.,;:!?…\"'“”„«»‹›’–—\u00a0\u202f]+")


@dataclass(frozen=True)
class Unit:
    """`label` is its kind or its key; `place` its first line."""

    label: str
    text: str
    place: Place

    @cached_property
    def state(self) -> str:
        """Eight hexadecimal digits that change when the words do: not for a sentence cut in two, nor for lines
        broken elsewhere."""
        bare = IGNORED.sub(" ", self.text.casefold()).strip()
        return hashlib.sha256(bare.encode("utf-8", "replace")).hexdigest()[:8]


Groups = Mapping[str, Sequence[Unit]]
"""The units of one language's version of a page by what they stand under, in order."""
