"""Codes of problems: every one that the engine gives is known, and the authors' page shows each."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

import playbooks
from playbooks.checks.codes import CODES
from playbooks.checks.reports import report
from playbooks.model.places import Place, Problem
from playbooks.project import read_project

ROOT = Path(__file__).resolve().parents[2]
ENGINE = Path(str(playbooks.__file__)).parent
TREES = read_project(ROOT / "mkdocs.yml").trees
FOUND = [
    Problem(Place("docs/late.md", 3), "the blank {x} is\nmissing", "lacking-blank"),
    Problem(Place("docs_fr/late.md", 4), "this may be out of date", "behind", is_doubt=True),
]


def given() -> Iterator[str]:
    """The last text of each call that makes a problem, as far as it is written there."""
    for path in ENGINE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and len(node.args) == 3:
                yield from (
                    part.value
                    for part in ast.walk(node.args[2])
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


def test_every_code_that_is_given_is_known() -> None:
    codes = set(given())
    assert len(codes) > 50
    assert {code for code in codes if code not in CODES} <= {"lacking-"}


@pytest.mark.parametrize("tree", TREES.values())
def test_the_page_about_problems_shows_every_code_once(tree: Path) -> None:
    text = (tree / "authors" / "problems.md").read_text("utf-8")
    rows = re.findall(r'(?m)^\| <span id="([\w-]+)">`([\w-]+)`</span> \| .+ \| `.+` \| `.+` \|$', text)
    assert sorted(first for first, _ in rows) == sorted(CODES)
    assert all(first == second for first, second in rows)


def test_lines_of_text_say_where_and_what() -> None:
    assert report(FOUND, "text") == (
        "docs/late.md:3: the blank {x} is missing [lacking-blank]\n"
        "docs_fr/late.md:4: warning: this may be out of date [behind]\n"
    )


def test_json_holds_the_same_in_parts() -> None:
    assert json.loads(report(FOUND, "json"))["problems"][1] == {
        "path": "docs_fr/late.md",
        "line": 4,
        "code": "behind",
        "level": "warning",
        "message": "this may be out of date",
    }


SARIF = {  # as much of SARIF 2.1.0 as a code host needs
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {"required": ["driver"], "properties": {"driver": {"required": ["name", "rules"]}}},
                    "results": {
                        "items": {
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {"level": {"enum": ["error", "warning", "note"]}},
                        }
                    },
                },
            },
        },
    },
}


def test_sarif_leads_to_the_line_and_to_the_page() -> None:
    data = json.loads(report(FOUND, "sarif", "https://words.example/"))
    jsonschema.validate(data, SARIF)
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, problem in zip(run["results"], FOUND, strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == problem.code
        assert rule["helpUri"] == f"https://words.example/authors/problems/#{problem.code}"
        place = result["locations"][0]["physicalLocation"]
        assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == (
            problem.place.path,
            problem.place.line,
        )
