"""What is said of YAML that cannot be read: the line of the fault, and what to type there."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbooks.languages.strings import strings
from playbooks.reading.pages import read_page
from playbooks.reading.plain_yaml import UnreadableError, load, read_file

pytestmark = pytest.mark.quick


@pytest.mark.parametrize(
    ("source", "line", "advice"),
    [
        ("- id: a\n\tkind: name\n  keeper: client\n", 2, "there is a tab in this line; type spaces"),
        ("- id: a\n  kind:name\n  keeper: client\n", 2, "type a space after the colon: kind: name"),
        ("title: Late\ndescription:x\ntime: y\n", 2, "type a space after the colon: description: x"),
        ("title: Late: again\nd: x\n", 1, 'put a value that holds a colon in quotes: title: "Late: again"'),
        ("label: {en: Late: again, fr: b}\n", 1, 'put a text that holds a colon in quotes: en: "Late: again"'),
        (
            "title: {client} is late\nd: x\n",
            1,
            'a value that begins with { stands in quotes: title: "{client} is late"',
        ),
        ("title: [a] b\nd: x\n", 1, 'a value that begins with [ stands in quotes: title: "[a] b"'),
        ('title: "Late\nd: x\n', 1, 'the quotation mark " is not closed; end the value with "'),
        ("title: 'it's late'\nd: x\n", 1, 'put the whole value in quotes: title: "it\'s late"'),
        ('title: "Late" again\nd: x\n', 1, "put the whole value in quotes: title: '\"Late\" again'"),
        (
            "- id: a\n   kind: name\n  keeper: client\n",
            2,
            "this line begins with 3 spaces; begin it with 2, as the one above it",
        ),
        ("en:\n    a: 1\n  b: 2\n", 3, "this line begins with 2 spaces; begin it with 4, as the one above it"),
        ("title: a\ntitle: b\n", 2, "title: stands twice"),
        ("- id: a\n  label: {en: a, fr: b\n  help: c\n- id: b\n", 2, "the bracket { is not closed; end it with }"),
        ("asked: [a, b\ntitle: c\n", 1, "the bracket [ is not closed; end it with ]"),
        ("title: @home\n", 1, 'a value that begins with @ stands in quotes: title: "@home"'),
        ("title: *a*\n", 1, 'a value that begins with * stands in quotes: title: "*a*"'),
        ("- id: a\n  kind: name\nid: b\n", 3, "a new row of the list begins with a dash: - id: b"),
        ("-id: a\n-id: b\n", 2, "type a space after the dash: - id: …"),
        ("ids:\n  - a\n  -b\n c: d\n", 3, "type a space after the dash: - b"),
        ("title Late\nd: x\n", 1, "type a colon after the key: title: Late"),
        ("title: Late\nd x\ne: y\n", 2, "type a colon after the key: d: x"),
        ('label: {en: "a" fr: "b"}\n', 1, 'type a comma between two texts, after label: {en: "a"'),
        ("title: “Late: x”\n", 1, 'put a value that holds a colon in quotes: title: "“Late: x”"'),
        ("title: | Late\n", 1, 'a value that begins with | stands in quotes: title: "| Late"'),
        (
            "<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n",
            1,
            "a merge was not finished; keep one of the two versions",
        ),
        (
            "- id: a\n\xa0\xa0kind: b\n  keeper: c\n",
            2,
            "this line begins with a no-break space; type ordinary spaces",
        ),
    ],
)
def test_the_line_of_a_fault_and_what_to_type_are_said(source: str, line: int, advice: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        load(source)
    assert (raised.value.line, raised.value.sentence or raised.value.advice) == (line, advice)


def test_a_data_file_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "fields.yml").write_text("- id: a\n  kind:name\n  keeper: client\n", "utf-8")
    (problem,) = read_file(tmp_path / "fields.yml", "data/fields.yml").problems
    assert str(problem) == "data/fields.yml:2: this is not valid YAML; type a space after the colon: kind: name"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("who: yes", 'who: yes is read as true; put it in quotes: who: "yes"'),
        ("title: off", 'title: off is read as false; put it in quotes: title: "off"'),
        ("time: #5", 'what follows # is a comment; put it in quotes: time: "#5"'),
        ("title: {client}", "title: must be a text, not a list; put it in quotes"),
    ],
)
def test_a_value_that_yaml_takes_for_something_else_is_told(line: str, sentence: str) -> None:
    source = f"---\norder: 10\n{line}\n---\n"
    _, (problem,) = read_page(source, "playbooks/late.md", strings("en"), "docs/playbooks/late.md")
    assert str(problem) == f"docs/playbooks/late.md:3: {sentence}"
