"""A new site: one example playbook in each language, with all that it needs to be built at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from .. import languages
from ..content import read_content
from ..data.register import additions, extended
from ..languages.languages import LANGUAGES
from ..project import read_project
from ..publishing.writing import Folder, WritingError
from .agreement import agree

FOLDER = Path(languages.__path__[0])
TONE = """\
# Phrases that the checks of a template look for. sorry and vague are regular expressions, without
# regard to case; first_person are words that must follow the sender's choice {he|she|we}.
"""
BY_LANGUAGE = ("label", "example", "help", "options")
MAKEFILE = """\
# Each target works from nothing but Python >= 3.11.
PYTHON ?= python3
ENGINE ?= candour-playbooks
RUN := NO_MKDOCS_2_WARNING=1 .venv/bin

.PHONY: serve site check test

serve: .venv/ready
\t$(RUN)/mkdocs serve

site: .venv/ready check
\t$(RUN)/mkdocs build --strict

check: .venv/ready
\t@$(RUN)/python -m playbooks check

test: .venv/ready
\t@$(RUN)/python -m playbooks check --strict --spelling
\t$(RUN)/mkdocs build --strict

.venv/ready: requirements.txt
\t$(PYTHON) -m venv .venv
\t.venv/bin/python -m pip install --quiet --require-hashes -r requirements.txt
\t.venv/bin/python -m pip install --quiet --no-deps $(ENGINE)
\ttouch $@
"""
HOOKS = """\
# pre-commit install; then every commit is checked: https://pre-commit.com
repos:
  - repo: local
    hooks:
      - id: playbooks
        name: playbooks
        entry: .venv/bin/python -m playbooks check
        language: system
        pass_filenames: false
"""
WORKFLOW = """\
# On GitHub: problems stand beside their lines in a pull request, and nothing that has any, or leaves a translation
# behind, is merged.
name: check
on: [push, pull_request]
permissions:
  contents: read
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: make .venv/ready
      - run: .venv/bin/python -m playbooks check --strict --format sarif > check.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: always() && github.event.pull_request.head.repo.fork != true
        with:
          sarif_file: check.sarif
      - run: .venv/bin/python -m playbooks status --format markdown >> "$GITHUB_STEP_SUMMARY"
        if: always()
      - run: make site
"""


def write_site(folder: Path, codes: Sequence[str], name: str) -> list[str]:
    """Write the site into a folder that does not exist or is empty; the files written.

    `codes` are its languages, the default one first. Raises WritingError with a sentence.
    """
    unknown = [code for code in codes if code not in LANGUAGES]
    if unknown or not codes:
        known = ", ".join(sorted(LANGUAGES))
        raise WritingError(f"the language {', '.join(unknown) or '(none)'} is not known; known are {known}")
    if doubled := [code for code in dict.fromkeys(codes) if codes.count(code) > 1]:
        raise WritingError(
            f"the language {', '.join(doubled)} stands twice; name each once, the default one first"
        )
    if not name.strip():
        raise WritingError("the site has no name; write one after --name")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WritingError(f"{folder} is not empty; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    site = Folder(folder.resolve())
    files = dict(_files(codes, name))
    for path, text in files.items():
        site.write(path, text)
    content = read_content(read_project(folder / "mkdocs.yml"))
    lines = additions(content.site, content.register)
    site.write("data/register.yml", extended("", lines, len(lines)))
    agreed = agree(read_content(read_project(folder / "mkdocs.yml")), None)
    # names with a dot before them are never published, so what publishes does not write them
    (folder / ".pre-commit-config.yaml").write_text(HOOKS, "utf-8")
    (folder / ".github" / "workflows").mkdir(parents=True, exist_ok=True)
    (folder / ".github" / "workflows" / "check.yml").write_text(WORKFLOW, "utf-8")
    return [*files, "data/register.yml", *agreed, ".pre-commit-config.yaml", ".github/workflows/check.yml"]


def _files(codes: Sequence[str], name: str) -> Iterator[tuple[str, str]]:
    yield "mkdocs.yml", configuration(codes, name)
    yield "Makefile", MAKEFILE
    yield "requirements.txt", (FOLDER.parent / "commands" / "requirements.txt").read_text("utf-8")
    yield "data/fields.yml", _yaml(_fields(codes))
    yield "data/tone.yml", TONE + "".join(f"\n{code}:\n{_tone(code)}" for code in codes)
    for code in codes:
        if (words := FOLDER / code / "example-words.txt").exists():
            yield f"data/accepted-words-{code}.txt", words.read_text("utf-8")
        example = (FOLDER / code / "example.md").read_text("utf-8")
        yield f"{tree(code, codes)}/playbooks/example.md", example


def tree(code: str, codes: Sequence[str]) -> str:
    """The folder of a language: "docs" for the default one, else "docs_fr"."""
    return "docs" if code == codes[0] else f"docs_{code}"


def configuration(codes: Sequence[str], name: str) -> str:
    """The text of mkdocs.yml."""
    own: dict[str, Any] = {"trees": {code: tree(code, codes) for code in codes[1:]}} if codes[1:] else {}
    rows = [
        {"locale": code, "name": LANGUAGES[code].own_name, "build": True, **({"default": True} if not at else {})}
        for at, code in enumerate(codes)
    ]
    plugins: list[Any] = [{"playbooks": own} if own else "playbooks"]
    theme = {"name": "material"}
    if codes[1:]:
        plugins.append({"i18n": {"docs_structure": "folder", "languages": rows}})
    else:
        theme["language"] = codes[0]
    return _yaml({"site_name": name, "theme": theme, "plugins": plugins})


def _fields(codes: Sequence[str]) -> list[dict[str, Any]]:
    """The blanks of the example, in these languages."""
    rows: list[dict[str, Any]] = yaml.safe_load((FOLDER / "example-fields.yml").read_text("utf-8"))

    texts = {code: yaml.safe_load((FOLDER / code / "example-fields.yml").read_text("utf-8")) for code in codes}

    def spoken(name: str) -> dict[str, Any]:
        """What is said of a blank, by language."""
        keys = [key for key in BY_LANGUAGE if key in texts[codes[0]][name]]
        return {key: {code: texts[code][name][key] for code in codes} for key in keys}

    return [{**row, **spoken(row["id"])} for row in rows]


def _tone(code: str) -> str:
    """The phrases of a language, as lines below its code."""
    return indent((FOLDER / code / "example-tone.yml").read_text("utf-8"), "  ")


def _yaml(data: object) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
