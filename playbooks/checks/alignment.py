"""Which piece of one language is the twin of which piece of another, where their numbers differ."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from ..model.outline import Piece

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
