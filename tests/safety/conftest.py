"""A tiny site in a folder of its own, checked and built in fresh processes as authors do."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import playbooks
from conftest import ROOT
from once import Once

from . import hostile as hostile_site

GOOD = ROOT / "tests" / "sites" / "good"
PAGE = "---\ntitle: T\ndescription: D\n---\nText.\n"
CONFIG = f"""\
INHERIT: {ROOT / "mkdocs.yml"}
site_url: https://tiny.example/below/
watch: []
theme:
  custom_dir: {ROOT / "overrides"}
plugins:
  - playbooks:
      trees: {{fr: docs_fr, uk: docs_uk}}
      downloads: [docx]
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      reconfigure_search: false
      languages:
        - {{locale: en, name: English, default: true, build: true}}
        - {{locale: fr, name: Français, build: true}}
        - {{locale: uk, name: Українська, build: true}}
"""


class Site:
    """`root` is the project; the site is built into `site` inside it, `outside` is a folder beside the project."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.site = self.root / "site"
        self.outside = folder / "outside"

    @classmethod
    def new(cls, folder: Path) -> Site:
        site = cls(folder)
        site.outside.mkdir()
        (site.outside / "secret.md").write_text(PAGE + "secret", "utf-8")
        (site.outside / "secret.png").write_text("secret", "utf-8")
        shutil.copytree(GOOD, site.root)
        (site.root / "mkdocs.yml").write_text(CONFIG, "utf-8")
        assert site.playbooks("register").returncode == 0
        return site

    def run(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def playbooks(self, command: str) -> subprocess.CompletedProcess[str]:
        return playbooks(command, "-f", self.root / "mkdocs.yml")

    def check(self) -> list[str]:
        return self.playbooks("check").stdout.splitlines()

    def build(self, *arguments: str, tool: str = "mkdocs") -> subprocess.CompletedProcess[str]:
        config = ("--config-file", "mkdocs.yml") if tool == "properdocs" else ()
        return self.run(tool, "build", *config, *arguments)

    def write(self, path: str, text: str = PAGE) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file


def snapshot(folder: Path, *without: Path) -> dict[str, str]:
    """Every file, folder and link below a folder, with what it holds; `without` these and what lies in them."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if any(path == left or left in path.parents for left in without):
            continue
        if path.is_symlink():
            kind = f"link to {os.readlink(path)}"
        elif path.is_file():
            kind = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            kind = "other"
        found[os.fsencode(path.relative_to(folder)).decode("utf-8", "replace")] = kind
    return found


@pytest.fixture(scope="module")
def hostile(make_once: Once) -> Path:
    """A site whose every text tries to be markup."""

    def make(root: Path) -> None:
        hostile_site.write(root, hostile=True)
        hostile_site.build(root)

    return make_once("hostile", make) / "site"


@pytest.fixture
def place(tmp_path: Path) -> Site:
    return Site.new(tmp_path)


@pytest.fixture
def built(make_once: Once, tmp_path: Path) -> Site:
    """A site that stands, with hidden files of somebody else and a file that is no longer made."""
    shutil.copytree(make_once("built", build_one), tmp_path, dirs_exist_ok=True, symlinks=True)
    return Site(tmp_path)


def build_one(folder: Path) -> None:
    place = Site.new(folder)
    done = place.build("--strict")
    assert done.returncode == 0, done.stderr
    (place.site / ".git").mkdir()
    (place.site / ".git" / "HEAD").write_text("ref", "utf-8")
    (place.site / ".nojekyll").touch()
    (place.site / "old.html").write_text("old", "utf-8")
