"""What is wrong with the shape of a data file is told at its line, and what is right is not told at all."""

from __future__ import annotations

import gc
import json
import re
import time
from pathlib import Path

import pytest

from playbooks.checks import spelling
from playbooks.checks.problems import findings, problems
from playbooks.commands.sites import write_site
from playbooks.content import read_content
from playbooks.data.fields import read_fields
from playbooks.project import Project, read_project
from playbooks.reading.patterns import fault

ROOT = Path(__file__).resolve().parent.parent.parent
QUOTED = "must be a text; put yes, no and what holds a colon in quotes"
LIST = "must be a list of texts, such as [one, another]"
NESTED = (
    "tries too many ways to fit, as one repeat (+, * or {…}) stands in another or beside it; write {0,3} or less"
)
FIELD = "- id: a\n  kind: name\n  keeper: client\n  label: {en: A}\n  example: {en: A}\n  help: {en: A}\n"
CHANGE = "- id: a\n  date: 2026-01-02\n  title: {en: A}\n  text: {en: A}\n"
KEYS = "id, kind, keeper, role, label, example, help, units, options"


def field(typed: str, instead: str) -> str:
    assert typed in FIELD
    return FIELD.replace(typed, instead)


# ruff: noqa: E501
WRONG = [
    ("fields.yml", field("keeper", "keepr"), "3: the key `keepr` is not known here; did you mean `keeper`?"),
    ("fields.yml", field("label", "lable"), "4: the key `lable` is not known here; did you mean `label`?"),
    ("fields.yml", field("example", "exmaple"), "5: the key `exmaple` is not known here; did you mean `example`?"),
    (
        "fields.yml",
        re.sub(r"(example: \{en: )[^,}]+", r"\g<1>1,200 euros", FIELD),
        "5: the key `200 euros` is not known here; a text that holds a comma stands in quotes",
    ),
    ("fields.yml", FIELD + "  zzz: 1\n", f"7: the key `zzz` is not known here; known are {KEYS}"),
    ("fields.yml", field("{en: A}\n  ex", "{en: A, ukr: A}\n  ex"), "4: the key `ukr` is not known here; did you mean `uk`?"),
    ("fields.yml", field("help: {en: A}", "help: {en: A, ua: A}"), "6: the key `ua` is not known here; known are de, en, fr, uk"),
    ("fields.yml", field("label: {en: A}", "label: {en: [A]}"), f"4: `label` of the field a in en {QUOTED}"),
    ("fields.yml", field("help: {en: A}", "help:\n    en: no"), f"7: `help` of the field a in en {QUOTED}"),
    ("fields.yml", field("help: {en: A}", "help: A"), "6: `help` of the field a must be written in each language, such as {en: …}"),
    ("fields.yml", FIELD + "  options: {en: {he: yes}}\n", f"7: `he` of `options` of the field a in en {QUOTED}"),
    ("fields.yml", FIELD + "  units: {en: day}\n", "7: `units` of the field a in en must be written {…: …}"),
    ("fields.yml", field("id: a", "id: [a]"), "1: a field needs an id"),
    ("glossary.yml", "- id: a\n  en: {term: A}\n  ukr: {term: A}\n", "3: the key `ukr` is not known here; did you mean `uk`?"),
    ("glossary.yml", "- id: a\n  en:\n    term: A\n    synonims: [b]\n", "4: the key `synonims` is not known here; did you mean `synonyms`?"),
    ("glossary.yml", "- id: a\n  en: {term: A, rejected: b}\n", f"2: `rejected` of the glossary entry a in en {LIST}; put yes and no in quotes"),
    ("glossary.yml", "- id: a\n  en: {term: [A]}\n", f"2: `term` of the glossary entry a in en {QUOTED}"),
    ("glossary.yml", "- en: [a]\n  ukr: [a]\n", "2: the key `ukr` is not known here; did you mean `uk`?"),
    ("glossary.yml", "- en: [a, [b]]\n", f"1: each item of the words that mean the same in en {QUOTED}"),
    ("glossary.yml", "- en: {term: A}\n", "1: a glossary entry needs an id"),
    ("glossary.yml", "- id: a\n  en: {term: A}\n- b\n", "3: the glossary must be a list; begin each entry with - id: …"),
    ("tone.yml", "en: {sorry: [a]}\nukr: {sorry: [a]}\n", "2: the key `ukr` is not known here; did you mean `uk`?"),
    ("tone.yml", "en:\n  sory: [a]\n", "2: the key `sory` is not known here; did you mean `sorry`?"),
    ("tone.yml", "en:\n  first_person: i\n", f"2: `first_person` of en {LIST}"),
    ("tone.yml", "en:\n  first_person: [no]\n", f"2: each item of `first_person` of en {QUOTED}"),
    ("tone.yml", "en:\n  sorry: ['(']\n", "2: en: “(” is not a regular expression (missing ), unterminated subpattern at position 0)"),
    ("tone.yml", "en:\n  vague:\n    - soon\n    - (a+)+$\n", f"4: en: “(a+)+$” {NESTED}"),
    ("tone.yml", "en:\n  vague: [(a|a)*b]\n", f"2: en: “(a|a)*b” {NESTED}"),
    ("tone.yml", "en:\n  vague: [.*.*.*x]\n", f"2: en: “.*.*.*x” {NESTED}"),
    ("tone.yml", "en:\n  vague: ['\\w+\\w+!']\n", f"2: en: “\\w+\\w+!” {NESTED}"),
    ("register.yml", "entries: 0\nidz: []\nids: []\n", "2: the key `idz` is not known here; did you mean `ids`?"),
    ("register.yml", "entries: 1\nids:\n  - {id: a, kind: page, seal: 0, sucessor: b}\n", "3: the key `sucessor` is not known here; did you mean `successor`?"),
    ("register.yml", "entries: 1\nids:\n  - {id: [a], kind: page, seal: 0}\n", "3: `id` of a line must be a single word"),
    ("register.yml", "entries: 1\nids: a\n", "1: the register needs entries: <number> and ids: <list>"),
    ("register.yml", "entries: 1\nids:\n  - a\n", "3: each item of `ids` must be lines of id, kind, seal, successor"),
    ("changes.yml", CHANGE + "  txt: [a]\n", "5: the key `txt` is not known here; did you mean `text`?"),
    ("changes.yml", CHANGE + "  ids: a\n", "5: `ids` of the change a must be a list of public ids, such as [one, another]"),
    ("changes.yml", CHANGE.replace("title: {en: A}", "title: {en: yes}"), f"3: `title` of the change a in en {QUOTED}"),
    ("changes.yml", CHANGE.replace("text: {en: A}", "text: {en: A, ukr: A}"), "4: the key `ukr` is not known here; did you mean `uk`?"),
    ("changes.yml", CHANGE.replace("2026-01-02", "soon"), "1: the change a needs date: year-month-day"),
    ("search.yml", "synonims: {en: [[a, b]]}\n", "1: the key `synonims` is not known here; did you mean `synonyms`?"),
    ("search.yml", "synonyms:\n  en:\n    - a\n", f"3: each item of `synonyms` in en {LIST}"),
    ("search.yml", "pages:\n  playbooks/a:\n    en: a\n", f"3: `playbooks/a` of `pages` in en {LIST}"),
    ("search.yml", "pages:\n  playbooks/a:\n    en: [a]\n    ukr: [a]\n", "4: the key `ukr` is not known here; did you mean `uk`?"),
    ("search.yml", "ignored:\n  en: {a: b}\n", f"2: `ignored` in en {QUOTED}"),
    ("strings/en.yml", "home:\n  qestion: A\n", "2: the engine has no string home.qestion; did you mean home.question?"),
    ("strings/en.yml", "home:\n  question: [A]\n", f"2: `home.question` {QUOTED}"),
    ("strings/en.yml", "home: {question: no}\n", f"1: `home.question` {QUOTED}"),
    ("strings/en.yml", "nav:\n  onboarding:\n", f"2: `nav.onboarding` {QUOTED}"),
]  # fmt: skip


def told(root: Path, name: str, text: str) -> list[str]:
    """What the checks say of one file of a site that has nothing else."""
    file = root / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    project = Project(root, {"en": root / "docs"}, root, custom=root)
    return [str(problem) for problem in problems(read_content(project)) if problem.place.path == name]


@pytest.mark.parametrize(("name", "text", "sentence"), WRONG)
def test_a_wrong_shape_is_told_at_its_line(name: str, text: str, sentence: str, tmp_path: Path) -> None:
    assert f"{name}:{sentence}" in told(tmp_path, name, text)


PATTERNS = json.loads((ROOT / "tests/cases/patterns.json").read_text("utf-8"))


@pytest.mark.parametrize("pattern", PATTERNS["taken"])
def test_patterns_that_come_to_an_end_are_taken(pattern: str, tmp_path: Path) -> None:
    assert fault(pattern) == ""
    assert told(tmp_path, "tone.yml", f"en: {{vague: ['{pattern}']}}\n") == []


@pytest.mark.parametrize("pattern", PATTERNS["refused"])
def test_patterns_whose_repeats_share_letters_are_refused(pattern: str) -> None:
    assert fault(pattern) == NESTED


def test_what_is_taken_ends_soon_even_on_a_long_text() -> None:
    for pattern in PATTERNS["taken"]:
        for text in ("a" * 2_000, "a " * 1_000, "a, " * 700, "1" * 2_000):
            start = time.process_time()
            re.search(pattern, text)
            assert time.process_time() - start < 1, (pattern, text[:9])


def test_a_misspelt_key_leaves_its_row_in_use(tmp_path: Path) -> None:
    (tmp_path / "fields.yml").write_text(FIELD + "  note: B\n", "utf-8")
    fields, found = read_fields(tmp_path / "fields.yml", ("en",), "fields.yml")
    assert (list(fields), len(found)) == (["a"], 1)


def test_our_own_data_has_its_shape() -> None:
    content = read_content(read_project(ROOT / "mkdocs.yml"))
    assert [*content.problems, *content.register.problems] == []


def test_what_init_writes_has_its_shape(tmp_path: Path) -> None:
    write_site(tmp_path / "new", ["en", "fr", "uk", "de"], "New")
    content = read_content(read_project(tmp_path / "new" / "mkdocs.yml"))
    assert problems(content) == []


@pytest.mark.parametrize("codes", [["en", "fr", "uk", "de"], ["de"]])
def test_what_init_writes_is_agreed_spelt_and_checked_for_its_tone(tmp_path: Path, codes: list[str]) -> None:
    write_site(tmp_path / "new", codes, "New")
    content = read_content(read_project(tmp_path / "new" / "mkdocs.yml"))
    assert [*findings(content), *spelling.check(content)] == []
    assert set(content.tones) == set(codes)


def test_the_time_of_reading_fields_grows_with_their_number_alone(tmp_path: Path) -> None:
    """Four times the fields, about four times the seconds of the processor; the best of several, eight the limit.

    What grew with the square would take sixteen times as long. Without the collector of garbage, whose time grows
    with what other tests left behind.
    """

    def taken(count: int) -> float:
        file = tmp_path / "fields.yml"
        file.write_text("".join(FIELD.replace("id: a", f"id: a-{n}") for n in range(count)), "utf-8")
        gc.disable()
        start = time.process_time()
        fields, found = read_fields(file, ("en",), "fields.yml")
        spent = time.process_time() - start
        gc.enable()
        assert (len(fields), found) == (count, [])
        return spent

    taken(200)
    for _ in range(3):  # another process may have had the caches of this one
        if min(taken(3_200) for _ in range(2)) < 8 * min(taken(800) for _ in range(3)):
            return
    pytest.fail("reading fields takes longer than their number says")
