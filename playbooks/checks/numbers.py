"""Numbers are the same in all languages: one that stands where all twins have another one is a slip.

A language may write a number out, or leave it away where another says more; so a number is told only where it
stands instead of that of the others. Times of day are compared by the hour: 3 pm, 15:00, 15 h.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_

from ..model.outline import Outline
from ..model.places import Problem
from ..model.units import Unit
from .alignment import together
from .drift import Versions

NOT_TEXT = re.compile(r"`+[^`]*`+|\{[^{}]*\}|\]\([^)]*\)|<[^>]*>|https?://\S+")
AFTERNOON = re.compile(r"\b(1[0-2]|[1-9])(?=(?::\d\d)?\s?p\.?m\b)")
FULL_HOUR = re.compile(r"(?<=\d):00\b")
NUMBER = re.compile(r"\d+")


def check(versions: Mapping[str, Versions], outlines: Mapping[tuple[str, str], Outline]) -> Iterator[Problem]:
    """`versions` are the pages by path and language, as `outlines` are."""
    for path, pages in versions.items():
        own = {language: outlines[path, language] for language in pages}
        if len(pages) < 2 or any(outline.differs for outline in own.values()):
            continue
        for group in dict.fromkeys(name for groups in pages.values() for name in groups):
            units = {language: groups[group] for language, groups in pages.items() if group in groups}
            if len(units) < 2 or any(
                _is_declared(own[language], group, found) for language, found in units.items()
            ):
                continue
            for twins in together(group, units):
                yield from _compare(list(twins.values()))


def _is_declared(outline: Outline, group: str, units: Sequence[Unit]) -> bool:
    part = outline.by_name.get(group)
    return bool(part and part.differs) or (bool(units) and outline.is_declared(units[0].place.line))


def _compare(twins: Sequence[Unit]) -> Iterator[Problem]:
    """Between two languages the second one is told; its sentence names the place of the first."""
    numbers = [_numbers(unit.text) for unit in twins]
    if len(twins) < 2 or all(found == numbers[0] for found in numbers):
        return
    for at, unit in list(enumerate(twins))[1 if len(twins) == 2 else 0 :]:
        others = [found for other, found in enumerate(numbers) if other != at]
        instead, wanted = numbers[at] - reduce(or_, others), reduce(and_, others) - numbers[at]
        if instead and wanted:
            twin = next(other for other in twins if other is not unit)
            sentence = f"this says {', '.join(instead)}, but its twin at {twin.place} says {', '.join(wanted)}"
            yield Problem(unit.place, sentence, "other-number")


def _numbers(text: str) -> Counter[str]:
    if not NUMBER.search(text):
        return Counter()
    bare = AFTERNOON.sub(lambda found: str(int(found[0]) % 12 + 12), NOT_TEXT.sub(" ", text))
    return Counter(NUMBER.findall(FULL_HOUR.sub("", bare)))
