"""Which piece of one language is the twin of which piece of another, where their numbers differ."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from ..model.outline import Piece
from ..model.units import Unit
from ..reading.units import is_by_label

T = TypeVar("T")
GAP = 1.0  # what a piece without a twin costs
KIND = 1.2  # less than two gaps: a step that became a paragraph is still the twin of a step
SIGNS = re.compile(r"\]\([^)\s]+\)|\{[^{}|]*\}|`[^`]*`|\d+|[?!]")


def aligned(
    own: Sequence[T], other: Sequence[T], cost: Callable[[T, T], float]
) -> list[tuple[int | None, int | None]]:
    """Pairs of positions in order; None where a side has nothing. The cheapest of all ways to pair them."""
    best = [[GAP * (row + column) for column in range(len(other) + 1)] for row in range(len(own) + 1)]
    for row, mine in enumerate(own, 1):
        for column, theirs in enumerate(other, 1):
            best[row][column] = min(
                best[row - 1][column - 1] + cost(mine, theirs),
                best[row - 1][column] + GAP,
                best[row][column - 1] + GAP,
            )
    pairs: list[tuple[int | None, int | None]] = []
    row, column = len(own), len(other)
    while row or column:
        if row and column:
            together = best[row - 1][column - 1] + cost(own[row - 1], other[column - 1])
            if math.isclose(best[row][column], together):
                row, column = row - 1, column - 1
                pairs.append((row, column))
                continue
        if row and math.isclose(best[row][column], best[row - 1][column] + GAP):
            row -= 1
            pairs.append((row, None))
        else:
            column -= 1
            pairs.append((None, column))
    return pairs[::-1]


def unlike(own: Piece, other: Piece) -> float:
    """How little two pieces of two languages look like twins: kind, length, and what no language translates."""
    found = KIND if own.shape != other.shape else 0.0
    ratio = math.log((len(own.text) + 20) / (len(other.text) + 20))
    mine, theirs = set(SIGNS.findall(own.text)), set(SIGNS.findall(other.text))
    apart = len(mine ^ theirs) / max(len(mine | theirs), 1)
    return found + min(abs(ratio), 1.0) * 0.5 + apart * 0.5 + (0.3 if own.bold != other.bold else 0.0)


def together(name: str, units: Mapping[str, Sequence[Unit]]) -> Iterator[dict[str, Unit]]:
    """The units of all languages, twin by twin."""
    if is_by_label(name):
        for label in dict.fromkeys(unit.label for found in units.values() for unit in found):
            yield {lang: unit for lang, found in units.items() for unit in found if unit.label == label}
        return
    if len({len(found) for found in units.values()}) == 1:
        for row in zip(*units.values(), strict=True):
            yield dict(zip(units, row, strict=True))
        return
    longest = max(units, key=lambda language: len(units[language]))
    columns = {
        language: [own for own, other in aligned(found, units[longest], _units_unlike) if other is not None]
        for language, found in units.items()
    }
    for at in range(len(units[longest])):
        yield {lang: units[lang][own] for lang, column in columns.items() if (own := column[at]) is not None}


def _units_unlike(own: Unit, other: Unit) -> float:
    longer, shorter = sorted((len(own.text) + 20, len(other.text) + 20), reverse=True)
    return (0.0 if own.label == other.label else 1.2) + min(longer / shorter - 1, 1.0) * 0.5
