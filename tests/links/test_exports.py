"""The exports, read back with parsers that know nothing of what wrote them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from conftest import LANGUAGES
from reading import read

from playbooks.publishing.exports.markdown import escaped
from playbooks.publishing.exports.text_expander import COLUMNS, harmless

REQUIRED = ("name", "title", "description", "version", "author")  # espanso's package specification
VARIABLE = re.compile(r"\{\{\s*(\w+)(?:\.(\w+))?\s*\}\}")
FIELD = re.compile(r"\[\[(.*?)\]\]")
FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")


@pytest.fixture(scope="module")
def templates(site: Path) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in json.loads((site / "catalog.json").read_text("utf-8"))["templates"]}


def folder(site: Path, language: str) -> Path:
    return site / "exports" / "espanso" / f"candour-{language}"


def matches(site: Path, language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((folder(site, language) / "package.yml").read_text("utf-8"))[
        "matches"
    ]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_espanso_manifest_is_complete(site: Path, language: str) -> None:
    manifest = yaml.safe_load((folder(site, language) / "_manifest.yml").read_text("utf-8"))
    assert set(REQUIRED) <= set(manifest)
    assert manifest["name"] == folder(site, language).name
    assert re.fullmatch(r"[a-z0-9-]+", manifest["name"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", manifest["version"])
    assert (folder(site, language) / "README.md").read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_variable_of_a_match_is_a_field_of_its_form(site: Path, language: str) -> None:
    for match in matches(site, language):
        used = VARIABLE.findall(match["replace"])
        forms = {var["name"]: var for var in match.get("vars", [])}
        for name, field in used:
            assert forms[name]["type"] == "form"
            assert field in FIELD.findall(forms[name]["params"]["layout"])
        for form in forms.values():
            names = FIELD.findall(form["params"]["layout"])
            assert len(names) == len(set(names)) == len({field for _, field in used})
            for field, control in form["params"].get("fields", {}).items():
                assert field in names
                assert set(control) <= {"type", "multiline", "default", "values"}
        rest = VARIABLE.sub("", match["replace"]).replace("\\{\\{", "").replace("\\}\\}", "")
        assert not re.search(r"\{\{|\}\}|\[\[|\]\]|\{\w+\|", rest), match["trigger"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_trigger_opens_another(site: Path, language: str) -> None:
    triggers = {match["trigger"] for match in matches(site, language)}
    assert [(a, b) for a in triggers for b in triggers if a != b and b.startswith(a)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_matches_that_share_a_trigger_can_be_told_apart(site: Path, language: str) -> None:
    labels = [(match["trigger"], match["label"]) for match in matches(site, language)]
    assert len(labels) == len(set(labels))
    words = [
        (match["trigger"], json.dumps(match, sort_keys=True).replace(match["label"], ""))
        for match in matches(site, language)
    ]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_package_holds_every_template(site: Path, templates: dict[str, Any], language: str) -> None:
    triggers = {match["trigger"] for match in matches(site, language)}
    wanted = {f":{language}/{name}:" for name in templates}
    subjects = {f":{language}/{name}/subject:" for name, row in templates.items() if "subject" in row}
    assert triggers == wanted | subjects


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_strict_csv(site: Path, templates: dict[str, Any], language: str) -> None:
    data = (site / "exports" / f"candour-{language}.csv").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert text.endswith('"\r\n')
    assert text.count("\r\n") == len(rows), "lines end with CR LF, and nothing else has one"
    named = [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]
    assert {row["url"].partition("#")[2] for row in named} == set(templates)
    assert len({row["abbreviation"] for row in named}) == len(named)
    assert [value for row in rows for value in row if FORMULA.match(value)] == []
    for row in named:
        assert row["content"].count("{") == 0
        assert row["url"].endswith(templates[row["url"].partition("#")[2]]["url"][language])


@pytest.mark.parametrize("value", ["=1+1", "+33", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_formula_becomes_text(value: str) -> None:
    assert harmless(value) == "'" + value
    assert harmless("Hello") == "Hello"


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_reads_back_to_the_words(site: Path, templates: dict[str, Any], language: str) -> None:
    start = site if language == "en" else site / language
    for name, row in templates.items():
        source = (start / "templates" / f"{name}.md").read_text("utf-8")
        plain = (start / "templates" / f"{name}.txt").read_text("utf-8")
        page = read(markdown.markdown(source))
        assert page.one("h1").text == row["title"][language]
        assert page.one("a").get("href").endswith(row["url"][language])
        words = [paragraph.text for paragraph in page.all("p")][1:]
        assert "\n\n".join(words) + "\n" == plain, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_text_holds_nothing_to_choose(site: Path, templates: dict[str, Any], language: str) -> None:
    start = site if language == "en" else site / language
    for name in templates:
        text = (start / "templates" / f"{name}.txt").read_text("utf-8")
        assert not re.search(r"[{}|]|\[\[|\]\]", text), name
        assert not re.search(r"[ \t]$|\n\n\n", text, re.MULTILINE), name


@pytest.mark.parametrize(
    "words",
    [
        "# no heading", "1. no list", "12) neither", "- nor this", "+ nor this", "> no quotation", "*a* _b_ `c`",
        "[a](b)", "<b>a</b>", "a\nb", "a & b &amp; c", "~~a~~", "C:\\path", "a | b", "===", "---", "!", "![a](b)",
    ],
)  # fmt: skip
def test_no_character_of_the_words_is_markup(words: str) -> None:
    page = read(markdown.markdown(escaped(words), extensions=["extra"]))
    assert page.text.strip() == words
    assert [element.tag for element in page if element.tag] in (["p"], ["p", "br"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_emptied_passage_leaves_no_trace(site: Path, language: str) -> None:
    emptied = 0
    for match in matches(site, language):
        words = re.sub(r"\{\{blanks\.passage_\d+\}\}", "", match["replace"])
        emptied += words != match["replace"]
        assert not re.search(r"[ \t]$|\n\n\n|\s\Z", words, re.MULTILINE), match["trigger"]
    assert emptied > 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_for_excel_is_the_same_with_a_mark(site: Path, language: str) -> None:
    plain, excel = (site / "exports" / f"candour-{language}{twin}.csv" for twin in ("", "-excel"))
    assert excel.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
