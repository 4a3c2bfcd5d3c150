"""Twenty thousand of anything are read, checked and rendered in two seconds, or refused with a sentence."""

from __future__ import annotations

import os
import time
from pathlib import Path

import markdown
import pytest
import yaml

from playbooks.checks.problems import problems
from playbooks.content import read_content
from playbooks.project import Project
from playbooks.reading.plain_yaml import UnreadableError, load
from playbooks.rendering.markdown import default_extensions

pytestmark = pytest.mark.quick

MANY = 20_000
SECONDS = 2.0  # of the processor
ON_A_LINE = {
    "spaces in a heading": "# a" + " " * MANY + "b {#a}",
    "marks of a heading": "# " + "#" * MANY + "a",
    "letters in a task line": "- [ ] " + "a" * MANY + " {#a",
    "spaces in a task line": "- [ ] a" + " " * MANY + "{#a",
    "opening brackets": "[" * MANY,
    "closing brackets": "]" * MANY,
    "links that are not closed": "[a](" * MANY,
    "links": "[a](b.md) " * MANY,
    "images": "![a](b.png) " * MANY,
    "braces": "{" * MANY,
    "attributes": "{#a " * MANY,
    "parentheses": "(" * MANY,
    "backticks": "`" * MANY,
    "rows of backticks": "".join("`" * (n % 50) + " " for n in range(MANY // 25)),
    "stars": "*a" * MANY,
    "underscores": "_a" * MANY,
    "bars": "| " * MANY,
    "smaller than": "<" * MANY,
    "tags": "<b>" * MANY,
    "comments": "<!--" * MANY,
    "quotes": '"' * MANY,
    "apostrophes": "'a" * MANY,
    "hyphens": "a - " * MANY,
    "letters": "a" * MANY,
    "ampersands": "&" * MANY,
    "colons": ":" * MANY,
    "backslashes": "\\" * MANY,
    "a fence": "```" + "a" * MANY,
    "a speaker": "```phone {#late-phone title=\"T\"}\n" + "You " * MANY + ":\n```",
    "blanks": "```email {#late-email title=\"T\"}\nSubject: S\n\n" + "{a} " * MANY + "\n```",
    "passages": "```email {#late-email title=\"T\"}\nSubject: S\n\n" + "[[{a}" * MANY + "\n```",
    "a subject": "```email {#late-email title=\"T\"}\nSubject: " + " " * MANY + "a\n```",
}  # fmt: skip
LINES = {
    "headings": "\n".join(f"## a {{#a-{n}}}" for n in range(MANY)),
    "headings without ids": "## a\n" * MANY,
    "task lines": "## a {#late-checklist}\n\n" + "\n".join(f"- [ ] a {{#a-{n}}}" for n in range(MANY)),
    "list items": "- a\n" * MANY,
    "nested list items": "".join("  " * (n % 40) + "- a\n" for n in range(MANY)),
    "quotes": "> a\n" * MANY,
    "rows of a table": "| a | b |\n|---|---|\n" + "| a | b |\n" * MANY,
    "references": "".join(f"[a{n}]: b.md\n" for n in range(MANY)),
    "paragraphs": "a\n\n" * MANY,
    "fences": "```a\n" * MANY,
    "templates": '```email {#late-email title="T"}\nSubject: S\n\nHi.\n```\n' * MANY,
    "empty lines": "\n" * MANY,
}  # fmt: skip
FRONT = {
    "front matter lines": "".join(f"k{n}: v\n" for n in range(MANY)),
    "a title": "title: " + "a" * MANY + "\n",
    "brackets": "title: " + "[" * MANY + "\n",
    "front matter that is not closed": "title: T\n" * MANY,
}


def fits(root: Path, text: str, front: str = "title: T\ndescription: D\n") -> bool:
    """Whether one of three tries is done in time: another process may have had the caches of this one."""
    return any(spent(root / str(one), text, front) < SECONDS for one in range(3))


def spent(root: Path, text: str, front: str = "title: T\ndescription: D\n") -> float:
    """Seconds of the processor for reading, checking and rendering one page."""
    (root / "docs" / "playbooks").mkdir(parents=True)
    (root / "docs" / "playbooks" / "late.md").write_text(f"---\n{front}---\n{text}\n", "utf-8")
    start = time.process_time()
    content = read_content(Project(root, {"en": root / "docs"}, root / "data"))
    problems(content)
    page = content.site.page("playbooks/late.md", "en")
    assert page
    options = {"language": "en", "content": content, "page": page}
    markdown.Markdown(**default_extensions(options)).convert(page.text)
    return time.process_time() - start


@pytest.mark.parametrize("name", [*ON_A_LINE, *LINES])
def test_a_page_takes_no_longer(name: str, tmp_path: Path) -> None:
    assert fits(tmp_path, {**ON_A_LINE, **LINES}[name])


@pytest.mark.parametrize("name", FRONT)
def test_front_matter_takes_no_longer(name: str, tmp_path: Path) -> None:
    assert fits(tmp_path, "Text.", FRONT[name])


def test_aliases_that_multiply_are_refused_at_their_line() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
    )
    start = time.process_time()
    with pytest.raises(UnreadableError) as caught:
        load(bomb)
    assert (caught.value.line, time.process_time() - start < SECONDS) == (1, True)
    assert "aliases" in caught.value.sentence


@pytest.mark.parametrize("file", ["fields", "glossary", "tone", "changes", "search", "register"])
def test_a_data_file_with_a_bomb_is_a_sentence(file: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    rows: list[object] = [["x"] * 10]
    text = yaml.safe_dump({"a": rows}) + "b: &b [x]\nc: [*b]\n"
    (tmp_path / "data" / f"{file}.yml").write_text(text, "utf-8")
    (tmp_path / "docs").mkdir()
    content = read_content(Project(tmp_path, {"en": tmp_path / "docs"}, tmp_path / "data"))
    told = [str(problem) for problem in problems(content) if f"data/{file}.yml" in problem.place.path]
    assert any("aliases" in line for line in told), told


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("glossary", "- id: a\n  en: {term: b, rejected: 5}\n"),
        ("glossary", "- id: a\n  en: {term: [b]}\n"),
        ("tone", "en: {vague: [[5]]}\n"),
        ("tone", "en: {first_person: [1, no]}\n"),
        ("register", "entries: ²\nids: []\n"),
        ("register", "? [a]\n: b\n"),
    ],
)
def test_data_that_are_no_texts_are_a_sentence(file: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "data" / f"{file}.yml").write_text(text, "utf-8")
    content = read_content(Project(tmp_path, {"en": tmp_path / "docs"}, tmp_path / "data"))
    assert [problem for problem in problems(content) if problem.place.path == f"data/{file}.yml"]


@pytest.mark.parametrize("file", ["fields", "glossary", "tone", "changes", "search", "register"])
def test_a_data_file_that_is_a_pipe_is_not_waited_for(file: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "data" / f"{file}.yml")
    content = read_content(Project(tmp_path, {"en": tmp_path / "docs"}, tmp_path / "data"))
    told = [problem for problem in problems(content) if problem.place.path == f"data/{file}.yml"]
    assert [problem.sentence for problem in told] == ["this is neither a file nor absent; take it away"]
