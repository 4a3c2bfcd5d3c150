"""One language of the site in Zensical: the same extension renders the same templates and checklists.

Zensical is what the makers of Material for MkDocs go on with. What it lacks for us stands in README.md.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from once import Once

LAYOUTS = re.compile(r"^template: *(\S+)", re.MULTILINE)
BLOCK = re.compile(r'<(section|div|article|figure)\b[^>]*\bdata-(?:template|checklist)="([\w-]+)"')
TAG = re.compile(r"<[^>]+>")
SPACE = re.compile(r"\s+")


@pytest.fixture(scope="module")
def zensical(make_once: Once) -> Path:
    return make_once("zensical", _build) / "site"


def _build(folder: Path) -> None:
    """A project of one language: its tree, and for each layout that a page names a template that adds nothing."""
    shutil.copytree(ROOT / "docs_fr", folder / "docs")
    theme = folder / "theme"
    theme.mkdir()
    for page in (ROOT / "docs_fr").rglob("*.md"):
        for name in LAYOUTS.findall(page.read_text("utf-8")):
            (theme / name).write_text('{% extends "main.html" %}')
    options = {"language": "fr", "project": str(ROOT / "mkdocs.yml")}
    settings = {
        "site_name": "Candour",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "language": "fr", "custom_dir": "theme"},
        "markdown_extensions": [
            *("attr_list", "def_list", "md_in_html", "pymdownx.superfences", "tables"),
            {"toc": {"toc_depth": "2-3"}},
            {"playbooks.markdown": options},
        ],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    command = [sys.executable, "-m", "zensical", "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


def blocks(page: Path) -> dict[str, str]:
    """The words of each template and checklist of a page."""
    html = page.read_text("utf-8")
    found = {}
    for start in BLOCK.finditer(html):
        depth, at = 0, start.start()
        for tag in re.finditer(rf"<(/?){start[1]}\b", html[at:]):
            depth += -1 if tag[1] else 1
            if depth == 0:
                words = html[at : at + tag.start()]
                break
        body = re.findall(r"<(?:p|li|label)\b[^>]*>(.*?)</(?:p|li|label)>", words, re.DOTALL)
        found[start[2]] = SPACE.sub(" ", " ".join(TAG.sub("", part) for part in body)).strip()
    return found


def test_every_template_and_checklist_has_its_words(zensical: Path, site: Path) -> None:
    pages = sorted((site / "fr/playbooks").glob("*/index.html"))
    compared = 0
    for page in pages:
        ours = blocks(page)
        theirs = blocks(zensical / "playbooks" / page.parent.name / "index.html")
        assert theirs.keys() == ours.keys()
        assert {name for name, words in ours.items() if theirs[name] != words} == set()
        compared += len(ours)
    assert compared > 60


def test_blanks_have_their_labels(zensical: Path) -> None:
    html = (zensical / "playbooks/announce-a-delay/index.html").read_text("utf-8")
    assert "nom du client" in html
    assert 'data-blank="client"' in html
