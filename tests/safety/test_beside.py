"""The files beside the pages are the same, whoever makes them: processes of any kind, or nobody but the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from playbooks.content import read_content
from playbooks.project import read_project
from playbooks.publishing import beside
from playbooks.publishing.bundle import loose, read_modules
from playbooks.publishing.standalone import Publication
from playbooks.publishing.writing import Folder

from .conftest import Site, snapshot

THEME = Path(beside.__file__).parents[1] / "theme"
ENTRIES = ("page.js", "playbook.js", "links/go.js", "links/redirect.js")


def publication(place: Site) -> Publication:
    content = read_content(read_project(place.root / "mkdocs.yml"))
    scripts = loose({**read_modules([THEME]), "embed": ""}, *ENTRIES, "embed")
    made = Publication(content, (THEME,), content.project.address, scripts)
    made.prepare()
    return made


def made(place: Site, folder: Path, workspace: Path | None, *authored: str) -> tuple[dict[str, str], list[str]]:
    """The files in the folder, and why some are not."""
    folder.mkdir()
    site = Folder(folder, frozenset(authored))
    work = beside.Beside(publication(place), workspace)
    assert bool(work.processes) == bool(workspace)
    said = [str(reason) for reason in work.written(site)]
    for path, data in work.files():
        if path not in authored:
            site.write(path, data)
    return snapshot(folder), said


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_processes_write_the_same_files(
    way: str, place: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_way", lambda: way)
    monkeypatch.setattr(beside, "MANY", 0)
    alone, _ = made(place, tmp_path / "alone", None)
    assert len(alone) > 50
    shutil.rmtree(place.root / ".cache")
    assert made(place, tmp_path / "new", tmp_path) == (alone, [])
    assert made(place, tmp_path / "kept", tmp_path) == (alone, [])


def test_a_file_of_an_author_is_not_replaced(place: Site, tmp_path: Path) -> None:
    files, said = made(place, tmp_path / "site", tmp_path, "go/late/index.html")
    assert "go/late/index.html" not in files
    assert "go/late-email/index.html" in files
    assert said == ["go/late/index.html is not written: an author's file has this address"]
