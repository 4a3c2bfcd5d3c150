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

from ..languages.strings import Strings
from ..languages.typography import typeset
from ..model.identifiers import is_identifier, shown
from ..model.places import Place, Problem
from ..model.words import GENDERS, SPEAKERS
from ..reading.plain_yaml import read_file
from .lines import of_rows

# What a field can mean to a rule, and the kinds it can be. Rules ask for roles, never for ids.
ROLES: dict[str, tuple[str, ...]] = {
    "speaker": ("choice",),  # who speaks: options he, she, we, women; no blank shows it, but the words follow it
    "caller": ("choice",),  # who of us makes the call, where we speak: options he, she
    "client": ("name",),  # whom the words address
    "project": ("text",),  # what it is about: the title of a saved date
    "phone": ("text",),  # a telephone number
    "promised-date": ("date",),  # the date that was promised first
    "new-date": ("date",),  # the date that is promised now; can be saved to a calendar
    "answer-date": ("date",),  # when the client will know, where there is no new date yet
    "effect": ("text", "long-text"),  # what it means for the client
    "next-step": ("date", "time", "text", "long-text"),  # what happens next, and when
    "notes": ("long-text",),  # what was noted in a call
    "currency": ("choice",),  # the currency of all amounts
}
Kind = Literal["text", "name", "company", "long-text", "date", "time", "money", "choice", "number"]
Keeper = Literal["sender", "client"]


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
    source, rows, problems = read_file(path, shown_path)
    if not isinstance(rows, list | None):
        return {}, [*problems, Problem(Place(shown_path, 1), "the fields must be a list; begin each with - id: …")]
    fields: dict[str, Field] = {}
    for row, line in zip(rows, of_rows(source), strict=True) if rows else ():
        faults = _faults(row, languages, fields)
        problems += [Problem(Place(shown_path, line), fault) for fault in faults]
        if not faults:
            fields[row["id"]] = _field(row, languages)
    return fields, problems


def _faults(row: object, languages: Sequence[str], known: Mapping[str, Field]) -> list[str]:
    if not isinstance(row, Mapping) or not isinstance(row.get("id"), str):
        return ["a field needs an id"]
    name, faults = shown(row["id"]), []
    if not is_identifier(row["id"]):
        faults.append(f"the field id “{name}” must be lower-case words joined by -")
    if name in known:
        faults.append(f"the field {name} is declared twice")
    if row.get("kind") not in get_args(Kind):
        faults.append(f"the field {name} has the kind “{row.get('kind')}”; kinds are {', '.join(get_args(Kind))}")
    if row.get("keeper") not in get_args(Keeper):
        faults.append(f"the field {name} needs keeper: sender or keeper: client")
    role = row.get("role")
    if role is not None and role not in ROLES:
        faults.append(f"the field {name} has the role “{role}”; roles are {', '.join(ROLES)}")
    elif role is not None and row.get("kind") not in ROLES[role]:
        faults.append(f"the field {name} has the role {role}, so its kind must be {' or '.join(ROLES[role])}")
    wanted = ["label", "example", "help"]
    wanted += {"number": ["units"], "choice": ["options"]}.get(str(row.get("kind")), [])
    for key in wanted:
        texts = row.get(key)
        missing = [lang for lang in languages if not (isinstance(texts, Mapping) and texts.get(lang))]
        faults += [f"the field {name} has no {key} in {lang}" for lang in missing]
    for key in ("units", "options"):
        tables = row.get(key)
        rows = tables.values() if isinstance(tables, Mapping) else [tables]
        if not all(isinstance(table, Mapping) for table in rows if table):
            faults.append(f"the {key} of the field {name} must be written {{…: …}} in each language")
    return faults


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
        role=row.get("role"),
    )
