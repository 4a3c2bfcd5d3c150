"""Translations that may be behind: what was changed in one language since it was last read against the others.

Nothing here compares words: each paragraph has a state, and the record of agreement (data/agreed/) says which
states belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ..data.agreed import COMMAND, Agreed, Row, Sheet
from ..data.texts import WHOLE
from ..languages.languages import english_name
from ..model.places import Place, Problem
from ..model.units import Groups, Unit
from ..reading.units import ENTRY, is_by_label

Versions = Mapping[str, Groups]  # by language


@dataclass(frozen=True)
class Standing:
    """How one row stands today. `units` are by language, where they are still there; `moved` are the languages
    whose words changed since they were agreed; `behind` says by language whose change was not followed yet.
    `is_new`: no language knows it from before."""

    group: str
    label: str
    units: Mapping[str, Unit]
    moved: tuple[str, ...] = ()
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_new: bool = False

    @property
    def is_current(self) -> bool:
        return not (self.moved or self.behind or self.is_new)


def check(versions: Mapping[str, Versions], agreed: Agreed) -> Iterator[Problem]:
    """Doubts about what may be behind. `versions` are the pages and data files by path and language."""
    yield from agreed.problems
    if agreed.sheets is None:
        return
    for path, pages in versions.items():
        if len(pages) < 2:
            continue
        if path not in agreed.sheets:
            place = Place(_first(pages).place.path, 1)
            what = "file" if is_data(path) else "page"
            sentence = (
                f"nobody has said yet that the languages of this {what} agree; {COMMAND} {place.path} says so"
            )
            yield Problem(place, sentence, "never-agreed", is_doubt=True)
            continue
        yield from _order(pages, agreed.sheets[path])
        for standing in standings(pages, agreed.sheets[path]):
            yield from _doubts_of_data(standing) if is_data(path) else _doubts(standing)


def _first(pages: Versions) -> Unit:
    return next(unit for groups in pages.values() for rows in groups.values() for unit in rows)


def _doubts(standing: Standing) -> Iterator[Problem]:
    for language, others in standing.behind.items():
        unit = standing.units[language]
        changed = " and ".join(str(standing.units[other].place) for other in others)
        sentence = (
            f"this may be out of date: {changed} changed since; if they say the same, {COMMAND} {unit.place.path}"
        )
        yield Problem(unit.place, sentence, "behind", is_doubt=True)
    if not standing.behind and not standing.is_current:
        unit = next(iter(standing.units.values()))
        what = "is new" if standing.is_new else "changed, and so did all that follow it"
        sentence = (
            f"this {standing.label} {what}; once they say the same in all languages, {COMMAND} {unit.place.path}"
        )
        yield Problem(unit.place, sentence, "not-agreed", is_doubt=True)


def is_data(path: str) -> bool:
    """Whether a version is a data file: several languages stand in it, so that a line alone names none."""
    return path.endswith(".yml")


def _doubts_of_data(standing: Standing) -> Iterator[Problem]:
    entry = standing.group.removeprefix(ENTRY)
    what = standing.label if entry == WHOLE else f"{standing.label} of {entry}"
    for language, others in standing.behind.items():
        unit = standing.units[language]
        changed = " and ".join(f"{english_name(other)} at {standing.units[other].place}" for other in others)
        sentence = (
            f"{what} in {english_name(language)} may be out of date: {changed} changed since; "
            f"if they say the same, {COMMAND} {unit.place.path}"
        )
        yield Problem(unit.place, sentence, "behind", is_doubt=True)
    if not standing.behind and not standing.is_current:
        unit = next(iter(standing.units.values()))
        sentence = (
            f"{what} {'is new' if standing.is_new else 'changed in all languages'}; "
            f"once they say the same, {COMMAND} {unit.place.path}"
        )
        yield Problem(unit.place, sentence, "not-agreed", is_doubt=True)


def _order(pages: Versions, sheet: Sheet) -> Iterator[Problem]:
    """Paragraphs of one language that change places, while another stays as it was agreed."""
    for group, rows in sheet.items():
        if is_by_label(group):
            continue
        units = {language: groups[group] for language, groups in pages.items() if group in groups}
        numbers = {language: matched(found, rows, language) for language, found in units.items()}
        swapped = {language: _out_of_place(found) for language, found in numbers.items()}
        still = next((language for language, at in swapped.items() if at is None), None)
        if still is None:
            continue
        for language, at in swapped.items():
            if at is None:
                continue
            unit, row = units[language][at], numbers[language][at]
            twin = (
                units[still][numbers[still].index(row)].place if row in numbers[still] else units[still][0].place
            )
            sentence = f"this {unit.label} stands in another place than its twin at {twin}"
            yield Problem(unit.place, sentence, "other-order")


def _out_of_place(numbers: Sequence[int | None]) -> int | None:
    """The first position whose row was agreed to stand below a row that follows."""
    least = len(numbers) + max((row for row in numbers if row is not None), default=0)
    found = None
    for at in range(len(numbers) - 1, -1, -1):
        row = numbers[at]
        if row is None:
            continue
        if row > least:
            found = at
        least = min(least, row)
    return found


def matched(units: Sequence[Unit], rows: Sequence[Row], language: str, by_label: bool = False) -> list[int | None]:
    """For each unit of a language the row that it is; None for a new one.

    Unchanged words are known by their state, wherever they moved; changed ones by what stands around them.
    """
    known = [(at, row) for at, row in enumerate(rows) if language in row.states]
    if by_label:
        places = {row.label: at for at, row in known}
        return [places.get(unit.label) for unit in units]
    before = [row.states[language] for _, row in known]
    now = [unit.state for unit in units]
    found: list[int | None] = [None] * len(units)
    if before == now:
        return [at for at, _ in known]
    left: list[int] = []
    for kind, start, end, first, _ in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind == "equal":
            for step in range(end - start):
                found[first + step] = known[start + step][0]
        else:
            left += range(start, end)
    for at, state in enumerate(now):  # moved
        if (
            found[at] is None
            and (row := next((number for number in left if before[number] == state), None)) is not None
        ):
            found[at] = known[row][0]
            left.remove(row)
    _by_neighbours(found, [known[number][0] for number in left], units, rows)
    return found


def rows_of(pages: Versions, sheet: Sheet) -> dict[tuple[str, int], int]:
    """The row of the record that each paragraph of a page that is known by its place is, by file and line."""
    found: dict[tuple[str, int], int] = {}
    for language, groups in pages.items():
        for group, units in groups.items():
            rows = sheet.get(group, ())
            for unit, row in zip(units, matched(units, rows, language), strict=True):
                if row is not None and not is_by_label(group):
                    found[unit.place.path, unit.place.line] = row
    return found


def _by_neighbours(found: list[int | None], left: list[int], units: Sequence[Unit], rows: Sequence[Row]) -> None:
    """Give changed units the rows that are left over between those of their neighbours, kind by kind."""
    for at, row in enumerate(found):
        if row is not None:
            continue
        low = max((other for other in found[:at] if other is not None), default=-1)
        high = min((other for other in found[at + 1 :] if other is not None), default=len(rows))
        between = [number for number in left if low < number < high]
        fitting = [number for number in between if rows[number].label == units[at].label] or between
        if fitting:
            found[at] = fitting[0]
            left.remove(fitting[0])


def standings(pages: Versions, sheet: Sheet) -> Iterator[Standing]:
    """How each row of a page stands today, in the order of the first language that has it."""
    names = dict.fromkeys(name for groups in pages.values() for name in groups)
    for group in names:
        rows = sheet.get(group, ())
        found: dict[int, dict[str, Unit]] = {}
        new: dict[tuple[str, int], dict[str, Unit]] = {}
        for language, groups in pages.items():
            units = groups.get(group, ())
            numbers = matched(units, rows, language, is_by_label(group))
            count = 0
            for unit, row in zip(units, numbers, strict=True):
                if row is None:
                    new.setdefault((unit.label, count), {})[language] = unit
                    count += 1
                else:
                    found.setdefault(row, {})[language] = unit
        for row in sorted(found):
            yield _standing(group, rows[row], found[row])
        for (label, _), units_of in new.items():
            yield Standing(group, label, units_of, is_new=True)


def _standing(group: str, row: Row, units: Mapping[str, Unit]) -> Standing:
    moved = tuple(language for language, unit in units.items() if row.states.get(language) != unit.state)
    behind: dict[str, tuple[str, ...]] = {}
    for language in units:
        if language in moved:
            continue
        others = tuple(
            other
            for other in units
            if other != language
            and row.followed(language, other) != units[other].state
            and not (other in moved and _catches_up(row, units, other, language))
        )
        if others:
            behind[language] = others
    return Standing(group, row.label, units, moved, behind)


def _catches_up(row: Row, units: Mapping[str, Unit], language: str, other: str) -> bool:
    """Whether words changed because those of another language had changed before."""
    return other in row.states and row.followed(language, other) != units[other].state
