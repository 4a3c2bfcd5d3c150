"""What changed, for readers: data/changes.yml, from which the feeds are made.

- id: first-edition                 # never changes: feed readers know the entry by it
  date: 2026-11-22                  # written by hand, so that building twice gives the same bytes
  title: {en: …, fr: …, uk: …}
  text: {en: …, fr: …, uk: …}
  ids: [announce-a-delay]           # public ids that it is about, as in data/register.yml
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..languages.typography import typeset
from ..model.identifiers import is_identifier
from ..model.places import Place, Problem
from ..reading.plain_yaml import read_file
from .lines import of_rows


@dataclass(frozen=True)
class Change:
    """One entry of the feeds; texts by language."""

    id: str
    date: datetime.date
    title: Mapping[str, str]
    text: Mapping[str, str]
    ids: tuple[str, ...]
    place: Place


def read_changes(
    path: Path, languages: Sequence[str], shown_path: str
) -> tuple[tuple[Change, ...], list[Problem]]:
    """The changes, newest first, and what is wrong with them. Without the file there are none."""
    source, rows, problems = read_file(path, shown_path)
    if not isinstance(rows, list | None):
        problems.append(Problem(Place(shown_path, 1), "the changes must be a list; begin each with - id: …"))
    changes: dict[str, Change] = {}
    for row, line in zip(rows, of_rows(source), strict=True) if isinstance(rows, list) else ():
        place = Place(shown_path, line)
        faults = list(_faults(row, languages, changes))
        problems += [Problem(place, fault) for fault in faults]
        if not faults:
            changes[row["id"]] = _change(row, place)
    return tuple(sorted(changes.values(), key=lambda change: change.date, reverse=True)), problems


def _faults(row: object, languages: Sequence[str], known: Collection[str]) -> Iterator[str]:
    if not isinstance(row, Mapping) or not is_identifier(str(row.get("id"))):
        yield "a change needs an id of lower-case words joined by -"
        return
    name = row["id"]
    if name in known:
        yield f"the change {name} stands twice"
    if type(row.get("date")) is not datetime.date:
        yield f"the change {name} needs date: year-month-day"
    for key in ("title", "text"):
        texts = row.get(key)
        for language in languages:
            if not (isinstance(texts, Mapping) and texts.get(language)):
                yield f"the change {name} has no {key} in {language}"


def _change(row: Mapping[str, object], place: Place) -> Change:
    def texts(key: str) -> dict[str, str]:
        value = row[key]
        items = value.items() if isinstance(value, Mapping) else ()
        return {str(language): typeset(str(text).strip(), str(language)) for language, text in items}

    ids, date = row.get("ids"), row["date"]
    assert isinstance(date, datetime.date)  # _faults made sure
    names = tuple(str(name) for name in ids) if isinstance(ids, list) else ()
    return Change(str(row["id"]), date, texts("title"), texts("text"), names, place)
