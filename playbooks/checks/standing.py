"""How far the languages of each page follow each other: for the command and for the page about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..content import Content
from ..model.places import Place
from .drift import Versions, is_data, standings
from .versions import Cut

WORDS = {"open": "not agreed"}


@dataclass(frozen=True)
class PageStanding:
    """One page or data file. `counts` are by language the paragraphs that may be behind, None where the language
    lacks the page; `behind` says where they stand and what changed; `open` are paragraphs that wait for an
    agreement. `is_known`: somebody has agreed to this page once."""

    path: str
    counts: Mapping[str, int | None]
    behind: Sequence[tuple[Place, Sequence[Place]]] = ()
    open: Sequence[Place] = ()
    is_known: bool = True

    def state(self, language: str) -> Literal["missing", "open", "behind", "current"]:
        """The standing of one language; open: nobody has agreed to the page yet."""
        count = self.counts[language]
        if count is None:
            return "missing"
        if not self.is_known:
            return "open"
        return "behind" if count else "current"

    def word(self, language: str) -> str:
        """The standing of one language in a word or two."""
        state = self.state(language)
        return f"{self.counts[language]} behind" if state == "behind" else WORDS.get(state, state)

    def as_data(self) -> dict[str, Any]:
        return {
            "path": self.path,
            "languages": {language: self.word(language) for language in self.counts},
            "behind": [
                {"path": place.path, "line": place.line, "changed": list(map(str, reasons))}
                for place, reasons in self.behind
            ],
            "open": [{"path": place.path, "line": place.line} for place in self.open],
        }


def of_site(content: Content) -> list[PageStanding]:
    """All pages that authors wrote, in the order of the site, then the data files."""
    sheets = content.agreed.sheets or {}
    found = []
    for path, pages in Cut(content.site, content.data_texts).all_versions.items():
        rows = list(standings(pages, sheets[path])) if path in sheets else []
        behind = [
            (row.units[language].place, [row.units[other].place for other in others])
            for row in rows
            for language, others in row.behind.items()
        ]
        waiting = [next(iter(row.units.values())).place for row in rows if not row.is_current and not row.behind]
        counts = {
            language: sum(language in row.behind for row in rows) if language in pages else None
            for language in content.site.languages
        }
        found.append(
            PageStanding(_shown(pages) if is_data(path) else path, counts, sorted(behind), waiting, path in sheets)
        )
    return found


def _shown(versions: Versions) -> str:
    """A data file as problems name it; of files of one language each, their folder."""
    files = {unit.place.path for groups in versions.values() for units in groups.values() for unit in units}
    return files.pop() if len(files) == 1 else f"{files.pop().rpartition('/')[0]}/"
