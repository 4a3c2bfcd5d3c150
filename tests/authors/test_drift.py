"""A translation that is left behind is named, paragraph by paragraph, until somebody says that it was read."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from authors.breaking import ROOT, TREES, copy, problems_of
from playbooks.commands.agreement import agree
from playbooks.content import read_content
from playbooks.model.places import Problem
from playbooks.project import read_project

PAGE = "playbooks/own-a-mistake.md"
EDITS = 10


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of one page in three languages, agreed."""
    copy(tmp_path, (PAGE,))
    shutil.rmtree(tmp_path / "data" / "agreed", ignore_errors=True)
    say_agreed(tmp_path)
    return tmp_path


def say_agreed(root: Path, *paths: str) -> list[str]:
    content = read_content(read_project(root / "mkdocs.yml"))
    return agree(content, [(root / path).resolve() for path in paths] or None)


def doubts(root: Path) -> list[Problem]:
    return [problem for problem in problems_of(root) if problem.is_doubt]


def edit(root: Path, tree: str, number: int, instead: str | None = None) -> None:
    path = root / tree / PAGE
    lines = path.read_text("utf-8").split("\n")
    lines[number - 1] = instead if instead is not None else f"{lines[number - 1]} Anything else?"
    path.write_text("\n".join(lines), "utf-8")


def steps(root: Path, tree: str) -> list[int]:
    lines = (root / tree / PAGE).read_text("utf-8").split("\n")
    return [number for number, line in enumerate(lines, 1) if re.match(r"\d\. \*\*", line)]


def test_an_agreed_site_has_no_doubt(root: Path) -> None:
    assert doubts(root) == []


@pytest.mark.parametrize("tree", TREES.values())
def test_whatever_language_changes_the_paragraphs_of_the_others_are_named(root: Path, tree: str) -> None:
    luck = random.Random(3)
    others = [other for other in TREES.values() if other != tree]
    twins = {other: steps(root, other) for other in TREES.values()}
    for number in luck.sample(range(len(twins[tree])), min(EDITS, len(twins[tree]))):
        before = (root / tree / PAGE).read_bytes()
        edit(root, tree, twins[tree][number])
        named = [(problem.place.path, problem.place.line, problem.code) for problem in doubts(root)]
        assert named == [(f"{other}/{PAGE}", twins[other][number], "behind") for other in sorted(others)]
        (root / tree / PAGE).write_bytes(before)


def test_what_was_read_is_agreed_and_the_rest_stays_behind(root: Path) -> None:
    lines = {tree: steps(root, tree)[2] for tree in TREES.values()}
    edit(root, "docs", lines["docs"])
    edit(root, "docs_fr", lines["docs_fr"])
    assert [str(problem.place) for problem in doubts(root)] == [f"docs_uk/{PAGE}:{lines['docs_uk']}"]
    say_agreed(root, f"docs_fr/{PAGE}")
    (left,) = doubts(root)
    assert str(left.place) == f"docs_uk/{PAGE}:{lines['docs_uk']}"
    assert f"docs/{PAGE}:{lines['docs']}" in left.sentence
    say_agreed(root, f"docs_uk/{PAGE}")
    assert doubts(root) == []


def test_a_form_that_was_agreed_and_is_lost_is_an_error(root: Path) -> None:
    path = root / "docs" / PAGE
    text = path.read_text("utf-8")
    number, line = next((at, line) for at, line in enumerate(text.split("\n"), 1) if "{next-date:on}" in line)
    edit(root, "docs", number, line.replace("{next-date:on}", "{next-date}", 1))
    (lost,) = (problem for problem in problems_of(root) if problem.code == "form-lost")
    assert lost.place.path == f"docs/{PAGE}"
    assert "{next-date} was {next-date:on}" in lost.sentence
    assert 0 <= number - lost.place.line < 3
    say_agreed(root, f"docs/{PAGE}")
    assert "form-lost" not in [problem.code for problem in problems_of(root)]


def test_who_changed_everything_is_asked_once(root: Path) -> None:
    for tree in TREES.values():
        edit(root, tree, steps(root, tree)[0])
    assert [problem.code for problem in doubts(root)] == ["not-agreed"]
    say_agreed(root, "docs", "docs_fr", "docs_uk")
    assert doubts(root) == []


def test_lines_broken_elsewhere_and_a_sentence_cut_in_two_leave_nobody_behind(root: Path) -> None:
    path = root / "docs" / PAGE
    text = path.read_text("utf-8")
    place = text.index(", ", text.index("## When to use it"))
    path.write_text(f"{text[:place]}. {text[place + 2].upper()}{text[place + 3 :]}", "utf-8", newline="\r\n")
    assert [str(problem) for problem in problems_of(root) if problem.code != "register-gone"] == [
        str(problem) for problem in problems_of(root) if problem.code not in ("register-gone", "behind")
    ]


def test_a_site_where_nobody_has_agreed_is_asked_for_nothing(root: Path) -> None:
    shutil.rmtree(root / "data" / "agreed")
    edit(root, "docs", steps(root, "docs")[0])
    assert doubts(root) == []


def test_a_data_file_that_is_gone_is_told_until_it_is_meant(root: Path) -> None:
    (root / "data" / "tone.yml").unlink()
    assert "data-gone" in [problem.code for problem in problems_of(root)]
    say_agreed(root, "data")
    assert "data-gone" not in [problem.code for problem in problems_of(root)]


FIELD = """- id: late
  kind: text
  keeper: client
  label:
    en: "what is late"
    fr: "ce qui est en retard"
    uk: "що запізнюється"
  example: {en: the site, fr: le site, uk: сайт}
"""


@pytest.mark.parametrize("words", ["what is late", "en retard", "що запізнюється", "le site"])
def test_a_text_of_a_data_file_names_those_of_the_other_languages(root: Path, words: str) -> None:
    path = root / "data" / "fields.yml"
    path.write_text(f"{path.read_text('utf-8')}\n{FIELD}", "utf-8")
    say_agreed(root, "data")
    assert doubts(root) == []
    text = path.read_text("utf-8")
    path.write_text(text.replace(words, f"{words} Y"), "utf-8")
    lines = path.read_text("utf-8").split("\n")
    changed = next(number for number, line in enumerate(lines, 1) if f"{words} Y" in line)
    named = [(problem.place.line, problem.code) for problem in doubts(root)]
    labels = [
        number for number, line in enumerate(lines, 1) if line.startswith("    ") and number > len(lines) - 7
    ]
    twins = [changed, changed] if words == "le site" else [number for number in labels if number != changed]
    assert named == [(line, "behind") for line in twins]
    assert all(f"data/fields.yml:{changed} changed" in problem.sentence for problem in doubts(root))
    say_agreed(root, "data/fields.yml")
    assert doubts(root) == []


def test_agreeing_to_one_file_leaves_the_record_of_all_others_as_it_is(root: Path) -> None:
    path = root / "overrides" / "strings" / "fr.yml"
    path.write_text(path.read_text("utf-8").replace("auteurs", "auteures"), "utf-8")
    assert [problem.place.path.split("/")[-1] for problem in doubts(root)] == ["en.yml", "uk.yml"]
    assert say_agreed(root, "overrides/strings/fr.yml", "overrides/strings/en.yml") == [
        "data/agreed/strings.yml.txt"
    ]
    assert [problem.place.path.split("/")[-1] for problem in doubts(root)] == ["uk.yml"]


def test_the_command_shows_who_is_behind(root: Path) -> None:
    edit(root, "docs", steps(root, "docs")[1])
    command = [sys.executable, "-m", "playbooks", "status", "-f", str(root / "mkdocs.yml")]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert re.search(rf"{PAGE} +current +1 behind +1 behind", text)
    data = json.loads(subprocess.run([*command, "--format", "json"], capture_output=True, check=True).stdout)
    assert data["pages"][0]["languages"] == {"en": "current", "fr": "1 behind", "uk": "1 behind"}


def test_the_record_of_this_site_is_of_this_form() -> None:
    assert read_content(read_project(ROOT / "mkdocs.yml")).agreed.problems == ()
