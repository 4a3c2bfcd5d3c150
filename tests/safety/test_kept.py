"""What one build keeps for the next: the same bytes, or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from playbooks.publishing.kept import Shelf, folder, pack, unpack

ROWS = [("go/a/index.html", "<p>é"), ("previews/a.png", b"\x89PNG\n\x00")]
READ = [("go/a/index.html", "<p>é".encode()), ("previews/a.png", b"\x89PNG\n\x00")]


def shelf(root: Path) -> Shelf:
    return Shelf.open(folder(root), "templates")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A project whose last build has kept something."""
    root = tmp_path / "project"
    root.mkdir()
    first = shelf(root)
    first.put("key", pack(ROWS))
    first.put("other", pack(ROWS))
    first.close()
    return root


def test_what_was_packed_comes_out(kept: Path) -> None:
    assert list(unpack(pack(ROWS))) == READ
    assert shelf(kept).get("key") == READ
    assert shelf(kept).get("changed") is None


def test_what_a_build_does_not_use_is_forgotten(kept: Path) -> None:
    second = shelf(kept)
    second.get("key")
    second.close()
    assert shelf(kept).has("key")
    assert not shelf(kept).has("other")
    assert [path.name for path in (kept / ".cache").iterdir()] == ["templates.kept"]


def test_half_a_file_is_as_none(kept: Path) -> None:
    file = kept / ".cache/templates.kept"
    file.write_bytes(file.read_bytes()[:-20])
    assert shelf(kept).get("other") is None
    file.write_bytes(b"\xff not ours")
    assert not shelf(kept).has("key")


def test_what_came_with_a_copy_of_the_project_is_not_trusted(kept: Path) -> None:
    shutil.copytree(kept, kept.parent / "copy")
    assert not shelf(kept.parent / "copy").has("key")


def test_a_link_is_not_followed_and_a_file_in_the_way_is_no_fault(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / ".cache").symlink_to(kept / ".cache")
    assert folder(other) is None
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / ".cache").write_text("a file", "utf-8")
    without = shelf(blocked)
    without.put("key", pack(ROWS))
    without.close()
    assert without.get("key") == READ
