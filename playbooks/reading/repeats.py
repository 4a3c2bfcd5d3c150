r"""Repeats of a regular expression that can share the same letters, as in \w+\w+ or a.*a.*b.

Where two repeats without end stand so that each can take what the other takes, a text can be cut between them at
each of its letters, and a third doubles the work again: a long word keeps a computer busy for minutes. So each
repeat is followed through the pattern until something stands between that it cannot take itself, as the space
in \w+ \w+. Letters are those of the pattern and some of each kind; more than these no pattern can tell apart
that authors write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from re import _constants  # type: ignore[attr-defined]
from typing import Any

ENDLESS = 100  # a repeat up to here counts as without end
SAMPLE = "aZéя0_ \n\t-.,'’…!"
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)

Letters = frozenset[str]


@dataclass(frozen=True)
class Between:
    """What must be read on the way: in each of these rows one way, in a way all of its sets."""

    ways: tuple[tuple[Between | Letters, ...], ...]

    def fits(self, common: Letters) -> bool:
        """Whether letters that both repeats take can be read here."""
        return any(
            all(part.fits(common) if isinstance(part, Between) else bool(part & common) for part in way)
            for way in self.ways
        )


@dataclass(frozen=True)
class Boundary(Between):
    r"""\b: letters and others must both be among what is read."""

    def fits(self, common: Letters) -> bool:
        return len({_is_of_word(letter) for letter in common}) == 2


@dataclass(frozen=True)
class Repeat:
    """One without end: what it takes, and what must be read before another one begins."""

    letters: Letters
    between: tuple[Between, ...]

    def meets(self, other: Repeat) -> bool:
        common = self.letters & other.letters
        return bool(common) and all(row.fits(common) for row in (*self.between, *other.between))

    def after(self, row: Between) -> Repeat:
        return replace(self, between=(*self.between, row))


class SharedError(Exception):
    """Two repeats can take the same letters."""


def share(tree: Iterable[Any]) -> bool:
    """Whether two repeats of a parsed pattern can take the same letters one after the other."""
    parts = list(tree)
    try:
        _follow(parts, [], frozenset(SAMPLE) | frozenset(_letters_in(parts)))
    except SharedError:
        return True
    return False


def _follow(tree: Iterable[Any], open_: Sequence[Repeat], sample: Letters) -> list[Repeat]:
    """The repeats that can still take what follows a sequence; `open_` are those before it."""
    found = list(open_)
    for kind, value in tree:
        if kind in REPEATS:
            found = _follow_repeat(value, found, sample)
        elif kind is _constants.BRANCH:
            made = [repeat for way in value[1] for repeat in _follow(way, found, sample)[len(found) :]]
            found = [repeat.after(_read([(kind, value)], sample)) for repeat in found] + made
        elif kind is _constants.SUBPATTERN:
            found = _follow(value[3], found, sample)
        elif kind in (_constants.ASSERT, _constants.ASSERT_NOT):
            _follow(value[1], [], sample)
        elif kind is _constants.ATOMIC_GROUP:
            _follow(value, [], sample)
            found = [repeat.after(_read(value, sample)) for repeat in found]
        elif kind is _constants.POSSESSIVE_REPEAT:
            _follow(value[2], [], sample)
            found = [repeat.after(_read(value[2], sample)) for repeat in found] if value[0] else found
        elif kind is _constants.GROUPREF_EXISTS:
            made = [repeat for way in value[1:] for repeat in _follow(way or (), found, sample)[len(found) :]]
            found += made
        else:
            found = [repeat.after(_read([(kind, value)], sample)) for repeat in found]
    return found


def _follow_repeat(value: tuple[int, int, Any], open_: list[Repeat], sample: Letters) -> list[Repeat]:
    least, most, inner = value
    read = _read(inner, sample)
    own = [Repeat(_all(inner, sample), (read,))] if most > ENDLESS else []
    for repeat in own:
        if any(before.meets(repeat) for before in open_):
            raise SharedError
    once = _follow(inner, open_, sample)
    if most > 1 and len(once) > len(open_):
        _follow(inner, once, sample)  # what stands at the end of a round meets what begins the next
    passed = [repeat.after(read) for repeat in open_] if least else list(open_)
    return passed + once[len(open_) :] + own


def _read(tree: Iterable[Any], sample: Letters) -> Between:
    """What must be read where a sequence is passed."""
    way: list[Between | Letters] = []
    for kind, value in tree:
        if kind is _constants.AT:
            word = value in (_constants.AT_BOUNDARY, _constants.AT_NON_BOUNDARY)
            way.append(Boundary(()) if word else frozenset("\n"))
        elif kind is _constants.BRANCH:
            way.append(Between(tuple(row for branch in value[1] for row in _read(branch, sample).ways)))
        elif kind is _constants.SUBPATTERN:
            way.append(_read(value[3], sample))
        elif kind is _constants.ATOMIC_GROUP:
            way.append(_read(value, sample))
        elif kind in (*REPEATS, _constants.POSSESSIVE_REPEAT):
            way += [_read(value[2], sample)] if value[0] else []
        elif (letters := _one(kind, value, sample)) is not None:
            way.append(letters)
    return Between((tuple(way),))


def _all(tree: Iterable[Any], sample: Letters) -> Letters:
    """Every letter that stands for something in a sequence."""
    found: Letters = frozenset()
    for kind, value in tree:
        letters = _one(kind, value, sample)
        if letters is not None:
            found |= letters
        for inner in _inner(kind, value):
            found |= _all(inner, sample)
    return found


def _inner(kind: Any, value: Any) -> Iterator[Any]:
    """The sequences that a part holds."""
    if kind in (*REPEATS, _constants.POSSESSIVE_REPEAT):
        yield value[2]
    elif kind is _constants.SUBPATTERN:
        yield value[3]
    elif kind is _constants.ATOMIC_GROUP:
        yield value
    elif kind is _constants.BRANCH:
        yield from value[1]
    elif kind is _constants.GROUPREF_EXISTS:
        yield from (way for way in value[1:] if way)
    elif kind in (_constants.ASSERT, _constants.ASSERT_NOT):
        yield value[1]


def _letters_in(tree: Iterable[Any]) -> Iterator[str]:
    """The letters that a pattern names, small and capital."""
    for kind, value in tree:
        if kind in (_constants.LITERAL, _constants.NOT_LITERAL):
            yield from _cases(chr(value))
        elif kind is _constants.IN:
            yield from _letters_in(part for part in value if part[0] is not _constants.NEGATE)
        elif kind is _constants.RANGE:
            yield from (letter for end in value for letter in _cases(chr(end)))
        for inner in _inner(kind, value):
            yield from _letters_in(inner)


def _one(kind: Any, value: Any, sample: Letters) -> Letters | None:
    """The letters that a part of one character takes, whatever their case; None for another part."""
    if kind is _constants.ANY:
        return sample - {"\n"}
    if kind is _constants.NOT_LITERAL:
        return sample - _cases(chr(value))
    if kind is _constants.IN:
        takes = frozenset(letter for part in value for letter in _one(part[0], part[1], sample) or ())
        return sample - takes if value[0][0] is _constants.NEGATE else takes
    if kind is _constants.LITERAL:
        return sample & _cases(chr(value))
    if kind is _constants.RANGE:
        return frozenset(one for one in sample if any(value[0] <= ord(case) <= value[1] for case in _cases(one)))
    if kind is _constants.CATEGORY:
        return frozenset(letter for letter in sample if _is_of(value, letter))
    return None


def _cases(letter: str) -> Letters:
    return frozenset(case for case in (letter, letter.lower(), letter.upper()) if len(case) == 1)


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _is_of(category: Any, letter: str) -> bool:
    return {
        _constants.CATEGORY_DIGIT: letter.isdecimal(),
        _constants.CATEGORY_NOT_DIGIT: not letter.isdecimal(),
        _constants.CATEGORY_SPACE: letter.isspace(),
        _constants.CATEGORY_NOT_SPACE: not letter.isspace(),
        _constants.CATEGORY_WORD: _is_of_word(letter),
        _constants.CATEGORY_NOT_WORD: not _is_of_word(letter),
    }.get(category, True)
