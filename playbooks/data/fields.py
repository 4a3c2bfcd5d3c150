"""The fields that blanks refer to, declared once for the site in data/fields.yml.

- id: client
  kind: name                # text, name, company, long-text, date, time, money, choice, number
  keeper: client            # whose detail it is: sender (remembered) or client (this session)
  label: {en: client’s name, fr: …, uk: …}
  example: {en: Ms Durand, …}
  help: {en: …}
  role: client              # what it means to a rule, see ROLES; most fields have none
  units: {en: {one: day, other: days}, …}      # kind number only; CLDR plural categories
  options: {en: {he: …, she: …, we: …}, …}     # kind choice only
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from ..languages.strings import Strings
from ..languages.typography import typeset
from ..model.identifiers import is_identifier, shown
from ..model.places import Place, Problem
from ..model.words import GENDERS, SPEAKERS
from ..reading.plain_yaml import File, line_of, read_file
from ..reading.shapes import (
    TEXT,
    ByLanguage,
    Choice,
    Fault,
    Key,
    Record,
    Rows,
    Table,
    faults_of,
    is_sound,
    lacking,
    problems_of,
)

# What a field can mean to a rule, and the kinds it can be. Rules ask for roles, never for ids.
ROLES: dict[str, tuple[str, ...]] = {
    "speaker": ("choice",),  # who speaks: options he, she, we, women; no blank shows it, but the words follow it
    "caller": ("choice",),  # who of us makes the call, where we speak: options he, she
    "sender": ("text", "name"),  # the name of who writes or speaks; the browser may fill it in
    "position": ("text",),  # what they are in their company; the same
    "client": ("name",),  # whom the words address
    "project": ("text",),  # what it is about: the title of a saved date
    "phone": ("text",),  # a telephone number
    "promised-date": ("date",),  # the date that was promised first
    "new-date": ("date",),  # the date that is promised now; can be saved to a calendar
    "answer-date": ("date",),  # when the client will know, where there is no new date yet
    "days-late": ("number",),  # how many days lie between the two dates
    "effect": ("text", "long-text"),  # what it means for the client
    "next-step": ("date", "time", "text", "long-text"),  # what happens next, and when
    "notes": ("long-text",),  # what was noted in a call
    "currency": ("choice",),  # the currency of all amounts
}
Kind = Literal["text", "name", "company", "long-text", "date", "time", "money", "choice", "number"]
Keeper = Literal["sender", "client"]
TABLES = {"number": "units", "choice": "options"}  # what a kind needs besides
SHAPE = Rows(
    "the fields must be a list; begin each with - id: …",
    Record(
        "the field {id}",
        {
            "id": Key(TEXT, "a field needs an id", needed=True),
            "kind": Key(
                Choice(get_args(Kind)),
                f"the field {{id}} has the kind “{{value}}”; kinds are {', '.join(get_args(Kind))}",
                needed=True,
            ),
            "keeper": Key(
                Choice(get_args(Keeper)), "the field {id} needs keeper: sender or keeper: client", needed=True
            ),
            "role": Key(
                Choice(tuple(ROLES)), f"the field {{id}} has the role “{{value}}”; roles are {', '.join(ROLES)}"
            ),
            "label": Key(ByLanguage(TEXT), everywhere=True),
            "example": Key(ByLanguage(TEXT), everywhere=True),
            "help": Key(ByLanguage(TEXT), everywhere=True),
            "units": Key(ByLanguage(Table(TEXT, "written {…: …}"))),
            "options": Key(ByLanguage(Table(TEXT, "written {…: …}"))),
        },
        otherwise="a field needs an id",
    ),
)


@dataclass(frozen=True)
class Field:
    """One field; texts by language. `options` by language, then by value."""

    id: str
    kind: Kind
    keeper: Keeper
    label: Mapping[str, str]
    example: Mapping[str, str]
    help: Mapping[str, str]
    units: Mapping[str, Mapping[str, str]]
    options: Mapping[str, Mapping[str, str]]
    role: str | None = None


def with_role(fields: Mapping[str, Field], role: str) -> tuple[str, ...]:
    """The ids of the fields that have a role, in the order of their declaration; none where nobody declares it."""
    return tuple(name for name, field in fields.items() if field.role == role)


def speaking(texts: Mapping[str, Strings], known: Mapping[str, Field]) -> Iterator[Field]:
    """Fields for who speaks, of a site whose words depend on it and that declares none; `texts` by language."""
    for role, options in (("speaker", tuple(SPEAKERS)), ("caller", GENDERS)):
        if with_role(known, role):
            continue

        def each(key: str) -> dict[str, str]:
            return {language: text(f"who.{key}") for language, text in texts.items()}

        rows = {option: each(f"{role}-{option}") for option in options}
        yield Field(
            id=role if role not in known else f"{role}-of-words",
            kind="choice",
            keeper="sender",
            label=each(role),
            example=rows["she"],
            help=each(f"{role}-help"),
            units={},
            options={language: {option: rows[option][language] for option in options} for language in texts},
            role=role,
        )


def read_fields(path: Path, languages: Sequence[str], shown_path: str) -> tuple[dict[str, Field], list[Problem]]:
    """The fields by id, in the order of the file, and what is wrong with the declarations."""
    file = read_file(path, shown_path)
    if file.root is None:
        return {}, list(file.problems)
    if not isinstance(file.value, list | None):
        return {}, [Problem(Place(shown_path, 1), SHAPE.otherwise, "data-shape")]
    fields: dict[str, Field] = {}
    faults: list[Fault] = []
    for node, row in _rows(file):
        found = faults_of(SHAPE.of, node, languages)
        if is_sound(found):
            found += [Fault(line_of(node), sentence) for sentence in _faults(node, row, languages, fields)]
        if is_sound(found):
            fields[row["id"]] = _field(row, languages)
        faults += found
    return fields, problems_of(faults, shown_path)


def _rows(file: File) -> Iterator[tuple[yaml.Node, Any]]:
    nodes = file.root.value if isinstance(file.root, yaml.SequenceNode) else ()
    return zip(nodes, file.value or (), strict=True)


def _faults(
    node: yaml.Node, row: Mapping[str, Any], languages: Sequence[str], known: Mapping[str, Field]
) -> Iterator[str]:
    """What is wrong with the meaning of a row that has its shape."""
    name, kind, role = shown(str(row["id"])), row["kind"], row.get("role")
    if not is_identifier(str(row["id"])):
        yield f"the field id “{name}” must be lower-case words joined by -"
    if row["id"] in known:
        yield f"the field {name} is declared twice"
    if role and kind not in ROLES[role]:
        yield f"the field {name} has the role {role}, so its kind must be {' or '.join(ROLES[role])}"
    if key := TABLES.get(kind):
        table = next((child for inner, child in node.value if inner.value == key), None)
        for language in lacking(table, languages):
            yield f"the field {name} has no {key} in {language}"


def _field(row: Mapping[str, Any], languages: Sequence[str]) -> Field:
    def texts(key: str) -> dict[str, str]:
        given = row.get(key) or {}
        return {lang: typeset(str(given[lang]), lang) for lang in languages if given.get(lang)}

    def tables(key: str) -> dict[str, dict[str, str]]:
        given = row.get(key) or {}
        return {
            lang: {str(name): typeset(str(text), lang) for name, text in given[lang].items()}
            for lang in languages
            if given.get(lang)
        }

    return Field(
        id=row["id"],
        kind=row["kind"],
        keeper=row["keeper"],
        label=texts("label"),
        example=texts("example"),
        help=texts("help"),
        units=tables("units"),
        options=tables("options"),
        role=row.get("role") or None,
    )
