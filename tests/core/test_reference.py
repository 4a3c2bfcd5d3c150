"""The reference for authors names all that the code has, in every language; what that is, the code says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import playbooks
from playbooks.__main__ import main
from playbooks.checks.identifiers import PAGE_META, PLAYBOOK_META
from playbooks.checks.parity import SHARED_META
from playbooks.data import changes, glossary, questions, register, tone
from playbooks.data import fields as blanks
from playbooks.languages import languages
from playbooks.model.channels import CHANNELS
from playbooks.plugin import PlaybooksConfig
from playbooks.project import OPTIONS, read_project
from playbooks.reading import limits
from playbooks.reading.pages import ASKED
from playbooks.rendering.markdown import NAME, PlaybooksExtension

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "playbooks" / "theme"
TREES = read_project(ROOT / "mkdocs.yml").trees
NOT_IN_FILES = {"language", "place", "places", "asked", "problems", "count"}  # what a row has beside its keys


@cache
def tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def keys_read(module: ModuleType) -> Iterator[str]:
    """Texts by which a module asks for values: row.get("id"), row["id"], keys.text("own_name", …)."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            owner, asked = node.func.value, node.args[0]
            rows = {"row", "data", "entry", "values", "keys"}
            if isinstance(owner, ast.Name) and owner.id in rows and node.func.attr not in ("say", "values"):
                yield from _text(asked)
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "row":
            yield from _text(node.slice)


def _text(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def names_of(row: type) -> Iterator[str]:
    yield from (field.name for field in fields(row) if field.name not in NOT_IN_FILES)


def data_keys() -> Iterator[str]:
    yield from (key for module in (blanks, glossary, changes, questions, register) for key in keys_read(module))
    rows = (blanks.Field, glossary.Term, changes.Change, questions.Questions, register.Entry, tone.Tone)
    yield from (name for row in rows for name in names_of(row))
    yield from (*get_args(blanks.Kind), *get_args(blanks.Keeper), *register.KINDS)


def commands() -> Iterator[str]:
    for name, command in main.commands.items():
        yield name
        for parameter in command.params:
            yield from (
                (*parameter.opts,) if parameter.param_type_name == "option" else (parameter.human_readable_name,)
            )


def theme_parts() -> Iterator[str]:
    for path in sorted(THEME.glob("**/*")):
        if path.suffix in (".html", ".xml") and "assets" not in path.parts:
            yield path.relative_to(THEME).as_posix()
    yield from (path.name for path in sorted((THEME / "styles").glob("*.css")))
    yield from re.findall(r"{% block (\w+) %}", (THEME / "main.html").read_text("utf-8"))
    properties = re.findall(r"^\s*(--[\w-]+):", (THEME / "styles" / "ground.css").read_text("utf-8"), re.MULTILINE)
    yield from (name for name in properties if not name.startswith("--md-"))


def language_parts() -> Iterator[str]:
    yield languages.FILE
    yield from keys_read(languages)
    yield from names_of(languages.Forms)
    yield from re.findall(r"[\w-]+\.(?:yml|js|py|txt|md)\b", str(languages.__doc__))


NAMED = {
    "options": (*(name for name, _ in PlaybooksConfig._schema), *OPTIONS),
    "blocks": (*CHANNELS, *PLAYBOOK_META, *PAGE_META, *SHARED_META, ASKED, "draft: true", ".bad-news"),
    "data-files": tuple(data_keys()),
    "roles": (*blanks.ROLES, *(kind for kinds in blanks.ROLES.values() for kind in kinds)),
    "commands": tuple(commands()),
    "theme": tuple(theme_parts()),
    "python": (*playbooks.__all__, NAME, *PlaybooksExtension().config),
    "languages": tuple(language_parts()),
}


def text(page: str, language: str) -> str:
    return (TREES[language] / "authors" / f"{page}.md").read_text("utf-8")


def spans(source: str) -> set[str]:
    """What stands between backticks outside of blocks of code; of read_project(path), the name too."""
    prose = re.sub(r"(?ms)^(`{3,})[^\n]*\n.*?^\1$", "", source)
    found = set(re.findall(r"`([^`\n]+)`", prose))
    return found | {span.partition("(")[0] for span in found}


def lacking(page: str, source: str) -> list[str]:
    return sorted(set(NAMED[page]) - spans(source))


@pytest.mark.parametrize("language", TREES)
@pytest.mark.parametrize("page", NAMED)
def test_a_page_names_all_that_the_code_has(page: str, language: str) -> None:
    assert NAMED[page]
    assert lacking(page, text(page, language)) == []


@pytest.mark.parametrize("language", TREES)
def test_the_limits_of_a_page_are_those_of_the_code(language: str) -> None:
    digits = re.sub(r"(?<=\d)[ ,](?=\d)", "", text("blocks", language))
    for limit in (limits.LINE, limits.PARAGRAPH, limits.LINES):
        assert re.search(rf"\| {limit} ", digits), limit
    for channel in CHANNELS.values():
        for most in filter(None, (channel.most_words, channel.most_seconds)):
            assert re.search(rf"\b{most} ", digits), channel


@pytest.mark.parametrize("page", NAMED)
def test_samples_of_code_and_sentences_of_the_check_are_the_same_in_all_languages(page: str) -> None:
    def samples(language: str) -> list[str]:
        source = text(page, language)
        blocks = [found[0] for found in re.finditer(r"(?ms)^(`{3,})[^\n]*\n.*?^\1$", source)]
        return blocks + [
            span for span in re.findall(r"`([^`\n]+)`", source) if re.match(r"\S+:\d+: |Error: ", span)
        ]

    first, *others = TREES
    assert [language for language in others if samples(language) != samples(first)] == []


@pytest.mark.parametrize("language", TREES)
def test_the_page_for_authors_leads_to_every_page_of_the_reference(language: str) -> None:
    assert [page for page in NAMED if f"]({page}.md)" not in text("index", language)] == []


def test_what_a_page_lacks_would_be_found() -> None:
    role = next(iter(blanks.ROLES))
    source = text("roles", next(iter(TREES)))
    assert lacking("roles", source.replace(f"`{role}`", role)) == [role]


def test_the_example_in_python_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for sample in re.findall(r"(?ms)^```python\n(.*?)^```$", text("python", next(iter(TREES)))):
        exec(compile(sample, "python.md", "exec"), {})
        assert capsys.readouterr().out
