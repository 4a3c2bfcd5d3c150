"""Broken sites and the exact words of `python -m playbooks check` about them.

Each folder of tests/sites is a kind of fault: the site `good`, with the texts of `edits.yml` (file →
pairs of what stands there and what stands there instead; no pairs: the file is missing) and the
folder's own files put over it, gives what stands in `expected.txt`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from commands import playbooks
from once import Once

pytestmark = pytest.mark.quick

SITES = Path(__file__).resolve().parent / "sites"
FAULTS = sorted(path.name for path in SITES.iterdir() if path.is_dir() and path.name != "good")


def run(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    return playbooks(command, "-f", root / "mkdocs.yml")


@pytest.fixture(scope="module")
def good(make_once: Once) -> Path:
    """The site without a fault, its ids registered."""

    def make(root: Path) -> None:
        shutil.copytree(SITES / "good", root, dirs_exist_ok=True)
        done = run("register", root)
        assert done.returncode == 0, done.stdout + done.stderr

    return make_once("good", make)


def spoil(root: Path, fault: Path) -> None:
    edits = fault / "edits.yml"
    for name, pairs in (yaml.safe_load(edits.read_text("utf-8")) if edits.exists() else {}).items():
        if pairs is None:
            (root / name).unlink()
            continue
        text = (root / name).read_text("utf-8")
        for typed, instead in pairs:
            assert text.count(typed) == 1, f"{fault.name}: “{typed}” does not stand once in {name}"
            text = text.replace(typed, instead)
        (root / name).write_text(text, "utf-8")
    files = [path for path in fault.rglob("*") if path.is_file() and path.parent != fault]
    for file in files:
        target = root / file.relative_to(fault)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def test_a_good_site_has_no_problem(good: Path) -> None:
    done = run("check", good)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_shell_gets_the_same_words_and_status(good: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(good, root)
    spoil(root, SITES / "several-problems")
    command = [sys.executable, "-m", "playbooks", "check", "-f", str(root / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == (SITES / "several-problems" / "expected.txt").read_text("utf-8")
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_site_is_told_in_exactly_these_words(fault: str, good: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(good, root)
    spoil(root, SITES / fault)
    done = run("check", root)
    assert done.stdout == (SITES / fault / "expected.txt").read_text("utf-8")
    assert (done.returncode, done.stderr) == (1, "")


def test_a_site_without_pages_is_not_a_good_one(good: Path, tmp_path: Path) -> None:
    shutil.copyfile(good / "mkdocs.yml", tmp_path / "mkdocs.yml")
    for tree in ("docs", "docs_fr", "docs_uk"):
        (tmp_path / tree).mkdir()
    done = run("check", tmp_path)
    assert done.stdout == "docs:1: no page was found in docs/, docs_fr/, docs_uk/\n"
    assert (done.returncode, done.stderr) == (1, "")


def test_a_folder_without_a_site_is_told_how_to_get_one(tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert done.stdout == "mkdocs.yml:1: there is no such file; python -m playbooks init FOLDER writes one\n"
    assert (done.returncode, done.stderr) == (1, "")
