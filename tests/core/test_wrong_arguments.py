"""Commands that are given what they cannot use: a sentence and an exit status, no traceback, nothing written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from commands import playbooks

pytestmark = pytest.mark.quick


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site of two languages, in which the commands are run."""
    root = tmp_path / "site"
    assert playbooks("init", root, "--languages", "en,fr").returncode == 0
    monkeypatch.chdir(root)
    return root


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        ("nope", 2, "No such command 'nope'"),
        ("check -f nope.yml", 1, "nope.yml:1: there is no such file"),
        ("agree", 2, "name files or folders, or --all"),
        ("agree nope.md", 1, "there is no page and no data file at nope.md"),
        ("agree --all -f nope.yml", 1, "nope.yml:1: there is no such file"),
        ("status -f nope.yml", 1, "nope.yml:1: there is no such file"),
        ("register -f nope.yml", 1, "nope.yml:1: there is no such file"),
        ("new A", 1, "“A” is no name of a playbook"),
        ("new ../x", 1, "“../x” is no name of a playbook"),
        ("new example", 1, "playbooks/example.md is in every language already"),
        ("new late -f nope.yml", 1, "nope.yml:1: there is no such file"),
        ("fields client", 2, "unexpected extra argument (client)"),
        ("fields -f nope.yml", 1, "nope.yml:1: there is no such file"),
        ("init .", 1, "is not empty; name a new folder"),
        ("init mkdocs.yml/x", 1, "cannot be read or written: Not a directory"),
        ("init ../x --languages xx", 1, "the language xx is not known; known are de, en, fr, uk"),
        ("init ../x --languages en,fr,en", 1, "the language en stands twice"),
        ("init ../x --name=", 1, "the site has no name; write one after --name"),
        ("host nope", 2, "'nope' is not one of"),
        ("host nginx", 1, "holds no pages; build the site first"),
        ("host nginx --port 99999", 2, "99999 is not in the range"),
        ("compress docs", 1, "docs holds no pages; build the site first"),
        ("compress nope", 2, "'nope' does not exist"),
    ],
)
def test_a_wrong_argument_is_a_sentence(site: Path, arguments: str, status: int, sentence: str) -> None:
    before = files(site)
    done = playbooks(*arguments.split())
    assert sentence in done.stdout + done.stderr
    assert (done.returncode, files(site), os.path.exists("../x")) == (status, before, False)


@pytest.mark.parametrize("text", [b"\xff", b"a: [b\n"])
@pytest.mark.parametrize("name", ["mkdocs.yml", "data/fields.yml"])
def test_a_file_that_cannot_be_read_stops_what_would_write(site: Path, name: str, text: bytes) -> None:
    (site / name).write_bytes(text)
    before = files(site)
    for arguments in ("check", "agree --all", "fields"):
        done = playbooks(*arguments.split())
        assert done.returncode == 1
        assert Path(name).name in done.stdout + done.stderr
    assert files(site) == before


def test_a_field_that_stands_in_the_file_and_is_faulty_is_not_declared_again(site: Path) -> None:
    path = site / "data" / "fields.yml"
    path.write_text(path.read_text("utf-8").replace("keeper: client", "keeper: nobody", 1), "utf-8")
    assert playbooks("fields").stdout == "data/fields.yml: 0 added\n"
