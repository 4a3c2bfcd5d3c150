"""A tiny site whose ids are registered, to rename and remove things in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commands import playbooks
from conftest import ROOT

GOOD = ROOT / "tests" / "sites" / "good"
CONFIG = f"""\
INHERIT: {ROOT / "mkdocs.yml"}
site_url: https://tiny.example/below/
watch: []
theme:
  custom_dir: {ROOT / "overrides"}
"""


class Tiny:
    """The site `good` of tests/sites in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.register = root / "data" / "register.yml"
        shutil.copytree(GOOD, root)
        (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
        assert self.run("register") == (0, "data/register.yml: 6 added\n")

    def run(self, command: str) -> tuple[int, str]:
        """Status and output of python -m playbooks."""
        done = playbooks(command, "-f", self.root / "mkdocs.yml")
        return done.returncode, done.stdout + done.stderr

    def replace(self, old: str, new: str, *names: str) -> None:
        """In the files named, or in all pages of all languages."""
        paths = [self.root / name for name in names] or sorted(self.root.glob("docs*/**/*.md"))
        for path in paths:
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    def rename_playbook(self, old: str, new: str) -> None:
        self.replace(old, new)
        for path in sorted(self.root.glob(f"docs*/playbooks/{old}.md")):
            path.rename(path.with_name(f"{new}.md"))

    def remove_playbook(self, name: str) -> None:
        for path in sorted(self.root.glob(f"docs*/playbooks/{name}.md")):
            path.unlink()


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    return Tiny(tmp_path / "tiny")
