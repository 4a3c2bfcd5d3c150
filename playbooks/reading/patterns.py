"""Regular expressions of authors: whether Python understands them, and whether they come to an end.

Python tries every way in which a pattern can fit. Where a repeated part can itself be cut in several ways, as
in (a+)+$, they double with each letter, and one text can keep a computer busy for ever. So the ways are
counted beforehand, as powers of ten, and a pattern with too many is refused; so is one whose repeats can take
the same letters one after the other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from .repeats import ENDLESS, share

MOST = 5.5  # some hundred thousand ways for each letter at which a pattern may begin
LONG, SHORT = 4.0, 1.5  # ways of a repeat without end: over whole texts, and within a word
NESTED = (
    "tries too many ways to fit, as one repeat (+, * or {…}) stands in another or beside it; write {0,3} or less"
)
WIDE = {
    _constants.CATEGORY_SPACE,
    _constants.CATEGORY_NOT_WORD,
    _constants.CATEGORY_NOT_DIGIT,
}


def fault(pattern: str) -> str:
    """How a sentence about the pattern goes on; "" for a good one."""
    try:
        re.compile(pattern)
        tree = _parser.parse(pattern)
    except (re.error, OverflowError) as error:
        return f"is not a regular expression ({error})"
    except RecursionError:
        return "is not a regular expression (too many brackets stand inside each other)"
    return NESTED if _ways(tree) > MOST or share(tree) else ""


def _ways(tree: Iterable[Any]) -> float:
    return math.fsum(_ways_of(kind, value) for kind, value in tree)


def _ways_of(kind: Any, value: Any) -> float:
    """The ways of one part to fit, as a power of ten."""
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        return _ways_of_repeat(*value)
    if kind is _constants.POSSESSIVE_REPEAT:
        return _ways(value[2])
    if kind is _constants.SUBPATTERN:
        return _ways(value[3])
    if kind is _constants.ATOMIC_GROUP:
        return _ways(value)
    if kind in (_constants.ASSERT, _constants.ASSERT_NOT):
        return _ways(value[1])
    if kind is _constants.BRANCH:
        return _ways_of_branch(value[1])
    if kind is _constants.GROUPREF_EXISTS:
        return max(_ways(value[1]), _ways(value[2] or ()))
    return 0.0


def _ways_of_repeat(least: int, most: int, inner: Any) -> float:
    own = (LONG if _is_wide(inner) else SHORT) if most > ENDLESS else math.log10(most - least + 1)
    return own + _ways(inner) * min(most, ENDLESS)


def _ways_of_branch(branches: list[Any]) -> float:
    firsts = [_first(branch) for branch in branches]
    apart = None not in firsts and len(set(firsts)) == len(firsts)
    return max(map(_ways, branches)) + (0.0 if apart else math.log10(len(branches)))


def _first(branch: Any) -> str | None:
    """The letter that a branch begins with; None for one that may begin with several."""
    if not len(branch):
        return None
    kind, value = branch[0]
    return chr(value).casefold() if kind is _constants.LITERAL else None


def _is_wide(tree: Any) -> bool:
    """Whether what is repeated can go on past the end of a word."""
    return not _is_space(tree) and any(_is_wide_part(kind, value) for kind, value in tree)


def _is_space(tree: Any) -> bool:
    """Whether it is one character, a space of some kind."""
    kind, value = tree[0]
    if kind is _constants.IN:
        return all(part == (_constants.CATEGORY, _constants.CATEGORY_SPACE) or _is_space([part]) for part in value)
    return len(tree) == 1 and kind is _constants.LITERAL and chr(value).isspace()


def _is_wide_part(kind: Any, value: Any) -> bool:
    if kind is _constants.LITERAL:
        return chr(value).isspace()
    if kind is _constants.CATEGORY:
        return bool(value in WIDE)
    if kind is _constants.IN:
        return value[0][0] is _constants.NEGATE or _is_wide(value)
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
        return _is_wide(value[2])
    if kind is _constants.SUBPATTERN:
        return _is_wide(value[3])
    if kind is _constants.RANGE:
        return bool(value[0] <= ord(" ") <= value[1])
    return kind not in (_constants.AT,)
