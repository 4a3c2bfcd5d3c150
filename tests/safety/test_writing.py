"""Nothing is written outside the site folder, whatever names come from pages and data files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from playbooks.content import read_content
from playbooks.data.register import seal
from playbooks.model import identifiers
from playbooks.model.layout import ours
from playbooks.project import read_project
from playbooks.publishing.bundle import read_modules, scripts
from playbooks.publishing.files import files
from playbooks.publishing.standalone import Publication
from playbooks.publishing.writing import FilePath, Folder, WritingError

from .conftest import Site, snapshot

NAMES: list[str] = json.loads((ROOT / "tests/cases/hostile-names.json").read_text("utf-8"))
# a data file that holds such a character is refused as a whole, at its line
REFUSED = [name for name in NAMES if "\x00" in name]
HOSTILE = [name for name in NAMES if name not in REFUSED]
LANGUAGES = ("en", "fr", "uk")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_no_id_no_address_and_no_file(name: str, tmp_path: Path) -> None:
    assert not identifiers.is_identifier(name)
    assert not identifiers.is_segment(name)
    assert not identifiers.is_address(f"/{name}/")
    for path in (name, f"go/{name}/index.html", f"{name}/x"):
        with pytest.raises(WritingError):
            Folder(tmp_path).write(path, "x")
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("path", ["go/own-a-mistake/index.html", "a", "a_b.c-d/E.txt"])
def test_a_plain_name_is_written(path: str, tmp_path: Path) -> None:
    Folder(tmp_path).write(path, "one")
    Folder(tmp_path).write(path, b"two")
    assert (tmp_path / path).read_text("utf-8") == "two"
    assert FilePath(path).parts == tuple(path.split("/"))


def test_links_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
    (outside / "kept").write_text("kept", "utf-8")
    (inside / "folder").symlink_to(outside)
    (inside / "file").symlink_to(outside / "kept")
    (inside / "twin").hardlink_to(outside / "kept")
    for path in ("folder/kept", "folder/new", "file"):
        with pytest.raises(WritingError, match="is a link"):
            Folder(inside).write(path, "x")
    Folder(inside).write("twin", "x")
    assert (outside / "kept").read_text("utf-8") == "kept"
    assert sorted(path.name for path in outside.iterdir()) == ["kept"]


def test_a_file_of_an_author_stays(tmp_path: Path) -> None:
    folder = Folder(tmp_path, frozenset({"late/index.html"}))
    with pytest.raises(WritingError, match="an author's file"):
        folder.write("Late/index.html", "x")


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    Folder(tmp_path).write("a", "x")
    Folder(tmp_path).write("b/c", "x")
    for path in ("a/b", "b"):
        with pytest.raises(WritingError):
            Folder(tmp_path).write(path, "x")


def test_every_file_of_ours_has_an_address_that_trees_cannot_take(place: Site) -> None:
    content = read_content(read_project(place.root / "mkdocs.yml"))
    theme = (ROOT / "overrides", ROOT / "playbooks" / "theme")
    publication = Publication(content, theme, "https://tiny.example/", scripts(read_modules(theme)))
    for path, _ in files(publication):
        start, _, rest = path.partition("/")
        assert ours(rest if start in LANGUAGES else path, LANGUAGES), path


def quoted(name: str) -> str:
    return json.dumps(name)


def registered(id_: Callable[[str], str], kind: str, successor: Callable[[str], str] | None) -> str:
    """A register whose seals are all right."""
    lines, before = [f"entries: {len(HOSTILE)}", "ids:"], ""
    for number, name in enumerate(HOSTILE):
        own = id_(name) if successor is None else id_(str(number))
        before = seal(before, kind, own)
        led = f", successor: {quoted(successor(name) if successor else 'late')}"
        lines.append(f"  - {{id: {quoted(own)}, kind: {kind}, seal: {before}{led}}}")
    return "\n".join(lines) + "\n"


TEXTS = "{en: T, fr: T, uk: T}"
ROWS: dict[str, tuple[str, str, int]] = {  # kind → file, text, line before the first row
    "ids": ("register", registered(str, "playbook", None), 2),
    "templates": ("register", registered(str, "template", None), 2),
    "addresses": ("register", registered(lambda name: f"/{name}/", "page", None), 2),
    "successors": ("register", registered(lambda n: f"old-{n}" if n.isdigit() else n, "playbook", str), 2),
    "changes": (
        "changes",
        "".join(f"- {{id: {quoted(n)}, date: 2026-01-01, title: {TEXTS}, text: {TEXTS}}}\n" for n in HOSTILE),
        0,
    ),
    "ids of changes": (
        "changes",
        "".join(
            f"- {{id: c-{k}, date: 2026-01-01, title: {TEXTS}, text: {TEXTS}, ids: [{quoted(n)}]}}\n"
            for k, n in enumerate(HOSTILE)
        ),
        0,
    ),
    "fields": (
        "fields",
        "".join(
            f"- {{id: {quoted(n)}, kind: text, keeper: client, label: {TEXTS}, example: {TEXTS}, help: {TEXTS}}}\n"
            for n in HOSTILE
        ),
        0,
    ),
    "pages of the search": (
        "search",
        "pages:\n" + "".join(f"  {quoted(n)}: {{en: [a], fr: [a], uk: [a]}}\n" for n in HOSTILE),
        1,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_with_a_control_character_is_told_at_its_line(name: str, place: Site) -> None:
    place.write("data/register.yml", f"entries: 1\nids:\n  - {{id: {quoted(name)}, kind: playbook, seal: 0}}\n")
    (told,) = [line for line in place.check() if line.startswith("data/register.yml:")]
    assert told == "data/register.yml:3: the character U+0000 cannot stand in a text [data-yaml]"


@pytest.mark.parametrize("kind", ROWS)
def test_each_hostile_row_is_told_at_its_line_and_writes_nothing(kind: str, place: Site) -> None:
    file, text, before = ROWS[kind]
    place.write(f"data/{file}.yml", text)
    assert file == "search" or yaml.safe_load(text)
    told = place.check()
    for number, name in enumerate(HOSTILE, before + 1):
        assert any(line.startswith(f"data/{file}.yml:{number}: ") for line in told), name
    beforehand = snapshot(place.root.parent, place.site, place.root / ".cache")
    done = place.build()
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr
    assert snapshot(place.root.parent, place.site, place.root / ".cache") == beforehand
    ids = {"late", "late-email", "late-phone", "late-voicemail", "late-checklist"}
    assert {path.name for path in (place.site / "go").iterdir()} == ids


@pytest.mark.parametrize("name", ["/go/late/", "/fr/", "/embed/x/", "/search/", "/404/", "/Playbooks/Late/"])
def test_no_old_address_takes_the_place_of_what_is_there(name: str, place: Site) -> None:
    lines = (place.root / "data/register.yml").read_text("utf-8").rstrip("\n").split("\n")
    last = yaml.safe_load(lines[-1])[0]["seal"]
    row = f"  - {{id: {name}, kind: page, seal: {seal(last, 'page', name)}, successor: late}}"
    text = "\n".join([*lines, row]).replace("entries: 6", "entries: 7") + "\n"
    place.write("data/register.yml", text)
    number = len(lines) + 1
    assert [line.split(": ")[0] for line in place.check()] == [f"data/register.yml:{number}"]


@pytest.mark.parametrize("way", ["folder", "file"])
def test_the_register_is_not_written_through_a_link(way: str, place: Site) -> None:
    register = place.root / "data/register.yml"
    text = register.read_text("utf-8").replace("entries: 6", "entries: 5")
    text = "\n".join(text.rstrip("\n").split("\n")[:-1]) + "\n"
    (place.outside / "register.yml").write_text(text, "utf-8")
    if way == "file":
        register.unlink()
        register.symlink_to(place.outside / "register.yml")
    else:
        (place.root / "data").rename(place.root / "data-before")
        (place.root / "data").symlink_to(place.outside)
    before = snapshot(place.outside)
    done = place.playbooks("register")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("data/register.yml:1: ")
    assert snapshot(place.outside) == before


@pytest.mark.parametrize("name", ["a,b", "a}b", "a:b", "a: b", 'a"b', "a'b", "a#b", "[a]"])
def test_the_register_is_never_broken_by_the_name_of_a_page(name: str, place: Site) -> None:
    for tree in ("docs", "docs_fr", "docs_uk"):
        place.write(f"{tree}/{name}.md")
    before = snapshot(place.root / "data")
    assert place.playbooks("register").stdout == "data/register.yml: 0 added\n"
    assert snapshot(place.root / "data") == before
    told = place.check()
    assert len(told) == 3
    assert all("the name of this file" in line for line in told)
