"""A server changes what an edit touches and leaves the rest; what is made on demand is of the latest words."""

from __future__ import annotations

import json
import signal
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import PAGE, Site, snapshot
from .test_failed_build import free_port, read, start


@pytest.fixture
def served(place: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the tiny site is served."""
    folder = tmp_path / "of-servers"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    address = f"http://127.0.0.1:{free_port()}/below/"
    running = start(place, "serve", "--livereload", "--dev-addr", address.split("/")[2])
    try:
        read(address, "</html>")
        yield address
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(20)
    assert list(folder.iterdir()) == []


def shown(folder: Path) -> dict[str, str]:
    (root,) = folder.glob("of-servers/mkdocs_*")
    return snapshot(root)


def edit(place: Site, path: str, old: str, new: str) -> None:
    file = place.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def body(address: str) -> str:
    """The text of the first template, as the catalogue has it."""
    with urllib.request.urlopen(f"{address}catalog.json", timeout=40) as answer:
        return str(json.load(answer)["templates"][1]["body"]["en"])


def test_an_edit_changes_its_own_pages_only(served: str, place: Site, tmp_path: Path) -> None:
    before = shown(tmp_path)
    edit(place, "docs/playbooks/late.md", "Begin at", "Please begin at")
    read(f"{served}playbooks/late/", "Please begin at")
    after = shown(tmp_path)
    changed = {path for path in before if after.get(path) != before[path]}
    assert "playbooks/late/index.html" in changed
    assert not [path for path in changed if path.startswith(("fr/", "uk/", "assets/", "embed/"))]


def test_what_is_made_on_demand_is_of_the_latest_words(served: str, place: Site, tmp_path: Path) -> None:
    assert "Hello {client}" in body(served)
    assert read(f"{served}go/late/", "</html>")
    edit(place, "docs/playbooks/late.md", "Hello {client}, the", "Good morning {client}, the")
    read(f"{served}playbooks/late/", "Good morning")
    assert "Good morning {client}" in body(served)
    assert "Good morning" in read(f"{served}embed/late-voicemail/", "</html>")
    published = place.root.parent / "published"
    assert place.build("--site-dir", str(published)).returncode == 0
    made = {
        path: kind
        for path, kind in snapshot(published).items()  # of what does not tell the address of the site
        if path.startswith("search/") or ("templates/" in path and path.endswith(".txt"))
    }
    assert len(made) > 9
    assert made.items() <= shown(tmp_path).items()


def test_a_page_that_is_taken_away_is_shown_no_more(served: str, place: Site) -> None:
    for tree in ("docs", "docs_fr", "docs_uk"):
        place.write(f"{tree}/later.md", PAGE)
    read(f"{served}later/", "Text.")
    for tree in ("docs", "docs_fr", "docs_uk"):
        (place.root / tree / "later.md").unlink()
    edit(place, "docs/playbooks/late.md", "Begin at", "Please begin at")
    read(f"{served}playbooks/late/", "Please begin at")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{served}later/", timeout=40)
