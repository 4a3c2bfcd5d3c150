"""The cause comes first: what follows from another problem is held back until that one is mended.

A fence that is lost takes templates, links and ids with it, a field that cannot be read every page that uses it.
One fault is one line then, and not fifty; what is held back is told as soon as the cause is mended, if it is still
wrong. Every problem that is held back has a cause of a lower rank, so of several one is always told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..model.blocks import Fence, Tasks, Title
from ..model.pages import Page, Site
from ..model.places import Place, Problem

NEAR = 4  # lines, where neither a block nor a heading says how far a fault reaches
ENTRY = 8  # lines of a data file
GOES_ON = re.compile(r" *(?!\d+\.\s|[-*+|#>`~])\S")  # a line that belongs to the words above it
NAMED = re.compile(r"([\w./-]+\.\w+):(\d+)")

Reach = Literal["file", "below", "around"]
# By rank: the codes of causes, and how far they reach.
RANKS: tuple[tuple[str, Reach], ...] = (
    ("encoding data-file data-yaml file", "file"),
    ("block-open hidden", "below"),
    ("character channel id-missing id-form id-taken id-twice section-order", "around"),
    ("attributes title-twice front-matter front-matter-key unknown-key", "around"),
    ("lacking-heading other-level data-shape", "around"),
    ("lacking-template lacking-checklist lacking-item checklist", "around"),
    ("html markup grammar blank-undeclared script subject register-line other-block untranslated", "around"),
    ("list-swallowed lacking-image form-lost", "around"),
    ("lacking-block other-paragraphs table-cells", "around"),
)
RANK_OF = {code: rank for rank, (codes, _) in enumerate(RANKS) for code in codes.split()}
# What can follow from something else. All other codes are told at once, unless their file cannot be read.
DIFFERENT = (
    "page key heading template checklist item block blank link image",
    "value order level channel number flag paragraphs passages block",
)
FOLLOWING = frozenset(
    [f"lacking-{name}" for name in DIFFERENT[0].split()]
    + [f"other-{name}" for name in DIFFERENT[1].split()]
    + [
        "bold",
        "table-cells",
        "list-swallowed",
        "bad-news",
        "no-sorry",
        "speaker-form",
        "grammar",
        "typing",
        "markup",
    ]
    + ["link", "register-missing", "register-gone", "register-seal", "data-shape", "data-gone"]
    + ["not-agreed", "never-agreed"]
)
BEHIND = "behind"
OF_WORDS = (FOLLOWING - {"link"}) | RANK_OF.keys()  # errors whose mending changes words


def told(found: Iterable[Problem], site: Site) -> Iterator[Problem]:
    """The problems without those that follow from others."""
    problems = list(found)
    causes = _Causes(site, problems)
    return (problem for problem in problems if not causes.explain(problem))


@dataclass(frozen=True)
class _Cause:
    rank: int
    code: str
    reach: Reach
    line: int


class _Causes:
    """What can be a cause, by file."""

    def __init__(self, site: Site, problems: Sequence[Problem]) -> None:
        self.regions = _Regions(site)
        self.by_file: dict[str, list[_Cause]] = {}
        self.errors: dict[str, list[int]] = {}
        for problem in problems:
            if problem.is_doubt:
                continue
            if problem.code in OF_WORDS:
                self.errors.setdefault(problem.place.path, []).append(problem.place.line)
            if (rank := RANK_OF.get(problem.code)) is not None:
                cause = _Cause(rank, problem.code, RANKS[rank][1], problem.place.line)
                self.by_file.setdefault(problem.place.path, []).append(cause)

    def explain(self, problem: Problem) -> bool:
        """Whether the problem follows from another one."""
        own = RANK_OF.get(problem.code)
        places = [problem.place, *_named(problem)]
        if any(self._reaches(cause, place, problem, own) for place in places for cause in self._at(place)):
            return True
        return problem.code == BEHIND and all(self._is_broken(place) for place in places[1:])

    def _at(self, place: Place) -> Sequence[_Cause]:
        return self.by_file.get(place.path, ())

    def _reaches(self, cause: _Cause, place: Place, problem: Problem, own: int | None) -> bool:
        if own is not None and own <= cause.rank:
            return False
        if cause.reach == "file":
            return True
        if cause.reach == "below" and place.line >= cause.line:
            return True
        return problem.code in FOLLOWING and place.line in self.regions.around(
            place.path, cause.line, cause.code == "lacking-heading"
        )

    def _is_broken(self, place: Place) -> bool:
        """Whether an error stands where words changed: what they say once it is mended, nobody knows yet."""
        around = self.regions.words(place.path, place.line)
        return any(line in around for line in self.errors.get(place.path, ()))


def _named(problem: Problem) -> list[Place]:
    """The places that a sentence names."""
    return [Place(path, int(line)) for path, line in NAMED.findall(problem.sentence)]


class _Regions:
    """How far a fault at a line reaches: over its template or checklist, or from its heading to the next."""

    def __init__(self, site: Site) -> None:
        self.pages: Mapping[str, Page] = {page.place.path: page for page in site.pages if not page.given}
        self.known: dict[str, _Lines] = {}

    def around(self, path: str, line: int, lacks_heading: bool = False) -> range:
        """`lacks_heading`: what stands below belongs to a heading that is not there."""
        page = self.pages.get(path)
        if page is None:
            return range(line - ENTRY, line + ENTRY + 1)
        lines = self.known.setdefault(path, _Lines(page))
        return lines.around(line, lacks_heading)

    def words(self, path: str, line: int) -> range:
        """The lines of the words that begin at a line; those of its template, where it stands in one."""
        page = self.pages.get(path)
        return range(line, line + 1) if page is None else self.known.setdefault(path, _Lines(page)).words(line)


@dataclass(frozen=True)
class _Lines:
    page: Page

    @cached_property
    def blocks(self) -> list[range]:
        off = self.page.offset
        return [
            range(block.start + off, block.end + off + 1)
            for block in self.page.blocks
            if isinstance(block, Tasks) or (isinstance(block, Fence) and block.claims_to_be_template)
        ]

    @cached_property
    def text(self) -> list[str]:
        return self.page.text.split("\n")

    @cached_property
    def headings(self) -> list[int]:
        return [block.start + self.page.offset for block in self.page.blocks if isinstance(block, Title)]

    def words(self, line: int) -> range:
        if block := next((block for block in self.blocks if line in block), None):
            return block
        end = line + 1
        while end - self.page.offset <= len(self.text) and GOES_ON.match(self.text[end - self.page.offset - 1]):
            end += 1
        return range(line, end)

    def around(self, line: int, lacks_heading: bool) -> range:
        block = next((block for block in self.blocks if line in block), None)
        if block and not lacks_heading:
            return block
        if lacks_heading or line in self.headings:
            last = self.page.offset + len(self.text) + 1
            below = next((other for other in self.headings if other > line), last)
            return range(line - NEAR if lacks_heading else line, below)
        return range(line - NEAR, line + NEAR + 1)
