from __future__ import annotations

from pathlib import Path

import pytest

from playbooks.data.fields import Field, read_fields

LANGUAGES = ("en", "fr")
GOOD = """\
- id: client
  kind: name
  keeper: client
  label: {en: "client's name", fr: "nom : client"}
  example: {en: Nadia, fr: Nadia}
  help: {en: As you say it., fr: Comme à l'oral., de: ignored}
- id: days
  kind: number
  keeper: client
  label: {en: days, fr: jours}
  example: {en: "3", fr: "3"}
  help: {en: How many., fr: "Combien ?"}
  units: {en: {one: day, other: days}, fr: {one: jour, other: jours}}
"""


def read(path: Path, source: str | bytes) -> tuple[dict[str, Field], list[str]]:
    file = path / "fields.yml"
    file.write_bytes(source if isinstance(source, bytes) else source.encode())
    fields, problems = read_fields(file, LANGUAGES, "data/fields.yml")
    return fields, [str(problem) for problem in problems]


def test_fields_come_in_the_order_of_the_file_with_typeset_texts(tmp_path: Path) -> None:
    fields, problems = read(tmp_path, GOOD)
    assert problems == []
    assert list(fields) == ["client", "days"]
    assert fields["client"].label == {"en": "client’s name", "fr": "nom\u00a0: client"}
    assert fields["client"].help == {"en": "As you say it.", "fr": "Comme à l’oral."}
    assert fields["days"].units["fr"] == {"one": "jour", "other": "jours"}
    assert (fields["client"].kind, fields["client"].keeper) == ("name", "client")


def test_a_site_without_fields_has_none(tmp_path: Path) -> None:
    assert read_fields(tmp_path / "fields.yml", LANGUAGES, "data/fields.yml") == ({}, [])
    assert read(tmp_path, "# nothing yet\n") == ({}, [])


@pytest.mark.parametrize(
    ("typed", "instead", "problem"),
    [
        ("id: days", "id: client", "data/fields.yml:7: the field client is declared twice"),
        (
            "id: days",
            "id: Days_Left",
            "data/fields.yml:7: the field id “Days_Left” must be lower-case words joined by -",
        ),
        ("- id: days", "- idea: days", "data/fields.yml:7: a field needs an id"),
        (
            "kind: number",
            "kind: count",
            "data/fields.yml:7: the field days has the kind “count”; "
            "kinds are text, name, company, long-text, date, time, money, choice, number",
        ),
        (
            "keeper: client\n  label: {en: days",
            "label: {en: days",
            "data/fields.yml:7: the field days needs keeper: sender or keeper: client",
        ),
        (", fr: jours}\n  example", "}\n  example", "data/fields.yml:7: the field days has no label in fr"),
        (", fr: {one: jour, other: jours}", "", "data/fields.yml:7: the field days has no units in fr"),
        (
            "fr: {one: jour, other: jours}",
            "fr: jours",
            "data/fields.yml:13: `units` of the field days in fr must be written {…: …}",
        ),
    ],
)
def test_a_faulty_declaration_is_explained_and_left_out(
    tmp_path: Path, typed: str, instead: str, problem: str
) -> None:
    assert GOOD.count(typed) == 1
    fields, problems = read(tmp_path, GOOD.replace(typed, instead))
    assert problem in problems
    assert list(fields) == ["client"]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (
            "client: {kind: name}\n",
            "data/fields.yml:1: the fields must be a list; begin each with - id: …",
        ),
        (
            GOOD.replace('"Combien ?"', "Combien ?"),
            "data/fields.yml:12: this is not valid YAML; put a text that holds ? in quotes",
        ),
        (b"- id: client\n  label: {en: caf\xe9}\n", "data/fields.yml:2: the file is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(tmp_path: Path, source: str | bytes, problem: str) -> None:
    assert read(tmp_path, source) == ({}, [problem])
