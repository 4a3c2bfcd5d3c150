"""What changed, for readers: data/changes.yml, from which the feeds are made.

- id: first-edition                 # never changes: feed readers know the entry by it
  date: 2026-11-22                  # written by hand, so that building twice gives the same bytes
  title: {en: …, fr: …, uk: …}
  text: {en: …, fr: …, uk: …}
  ids: [announce-a-delay]           # public ids that it is about, as in data/register.yml
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..languages.languages import LANGUAGES
from ..languages.typography import typeset
from ..model.identifiers import IDENTIFIER, is_identifier
from ..model.places import Place, Problem
from ..reading.plain_yaml import line_of, read_file
from ..reading.shapes import (
    DATE,
    TEXT,
    ByLanguage,
    Fault,
    Key,
    ListOf,
    Record,
    Rows,
    Scalar,
    faults_of,
    is_sound,
    problems_of,
)

NAMED = "a change needs an id of lower-case words joined by -"
SHAPE = Rows(
    "the changes must be a list; begin each with - id: …",
    Record(
        "the change {id}",
        {
            "id": Key(Scalar("an id", form=IDENTIFIER), NAMED, needed=True),
            "date": Key(DATE, "the change {id} needs date: year-month-day", needed=True),
            "title": Key(ByLanguage(TEXT), everywhere=True),
            "text": Key(ByLanguage(TEXT), everywhere=True),
            "ids": Key(ListOf(TEXT, "a list of public ids, such as [one, another]")),
        },
        otherwise=NAMED,
    ),
)


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
    file = read_file(path, shown_path)
    if file.root is None:
        return (), list(file.problems)
    if not isinstance(file.value, list | None):
        return (), [Problem(Place(shown_path, 1), SHAPE.otherwise, "data-shape")]
    changes: dict[str, Change] = {}
    faults: list[Fault] = []
    nodes = file.root.value if isinstance(file.root, yaml.SequenceNode) else ()
    for node, row in zip(nodes, file.value or (), strict=True):
        found = faults_of(SHAPE.of, node, languages)
        if is_sound(found) and not is_identifier(row["id"]):
            found.append(Fault(line_of(node), NAMED))  # too long
        if is_sound(found) and row["id"] in changes:
            found.append(Fault(line_of(node), f"the change {row['id']} stands twice"))
        if is_sound(found):
            changes[row["id"]] = _change(row, Place(shown_path, line_of(node)))
        faults += found
    newest = sorted(changes.values(), key=lambda change: change.date, reverse=True)
    return tuple(newest), problems_of(faults, shown_path)


def _change(row: Mapping[str, object], place: Place) -> Change:
    def texts(key: str) -> dict[str, str]:
        value = row[key]
        items = value.items() if isinstance(value, Mapping) else ()
        return {
            str(language): typeset(str(text).strip(), str(language))
            for language, text in items
            if text and language in LANGUAGES
        }

    ids, date = row.get("ids"), row["date"]
    assert isinstance(date, datetime.date)  # its shape
    names = tuple(str(name) for name in ids) if isinstance(ids, list) else ()
    return Change(str(row["id"]), date, texts("title"), texts("text"), names, place)
