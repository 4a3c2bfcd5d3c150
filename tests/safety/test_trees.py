"""A tree publishes what its author means to publish: pages and files of a short list of kinds."""

from __future__ import annotations

import json
import os
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from once import Once

from playbooks.project import read_project
from playbooks.reading import drawings, trees

from .conftest import PAGE, Site, snapshot

CASES = yaml.safe_load((ROOT / "tests/cases/files-of-trees.yml").read_text("utf-8"))
FILES: dict[str, str | None] = CASES["files"]
DRAWINGS = json.loads((ROOT / "tests/cases/drawings.json").read_text("utf-8"))
NOT_HERE = re.compile(r" has no (French|Ukrainian) version|is not in data/register.yml")


def shown(path: str) -> str:
    return "".join(sign if sign.isprintable() else "�" for sign in path)


def told(lines: list[str], path: str) -> list[str]:
    """What is said about a file; that a page lacks its twins in other languages does not matter here."""
    start = f"{shown(path)}:1: "
    return [line.removeprefix(start) for line in lines if line.startswith(start) and not NOT_HERE.search(line)]


@dataclass(frozen=True)
class Messy:
    """A site, all its files before it was built, and what was said of them."""

    place: Site
    before: dict[str, str]
    told: list[str]
    status: int
    output: str

    @property
    def root(self) -> Path:
        return self.place.root

    @property
    def site(self) -> Path:
        return self.place.site


@pytest.fixture(scope="module")
def messy(make_once: Once) -> Messy:
    folder = make_once("messy", make_messy)
    return Messy(Site(folder / "of-site"), **json.loads((folder / "seen.json").read_text("utf-8")))


def make_messy(folder: Path) -> None:
    """All files of the table in the English tree, links and other things in all trees; built, not strictly."""
    (folder / "of-site").mkdir()
    place = Site.new(folder / "of-site")
    for path in FILES:
        if not (place.root / "docs" / path).exists():
            place.write(f"docs/{path}", CASES["texts"].get(path, PAGE))
    for tree in ("docs", "docs_fr", "docs_uk"):
        for path, link in LINKS.items():
            link(place, place.root / tree / path)
    before, told, done = snapshot_of_files(place), place.check(), place.build()
    seen = {"before": before, "told": told, "status": done.returncode, "output": done.stderr}
    (folder / "seen.json").write_text(json.dumps(seen), "utf-8")


def snapshot_of_files(place: Site) -> dict[str, str]:
    """Without the site, and without FIFOs being opened."""
    return snapshot(place.root.parent, place.site, place.root / ".cache")


def link(to: Callable[[Site], Path]) -> Callable[[Site, Path], None]:
    return lambda place, path: path.symlink_to(to(place))


def listen(place: Site, path: Path) -> None:
    """A socket. Its address may not be long, so it is bound from its folder."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


LINKS: dict[str, Callable[[Site, Path], None]] = {
    "link.md": link(lambda place: place.outside / "secret.md"),
    "link.png": link(lambda place: place.outside / "secret.png"),
    "link-folder": link(lambda place: place.outside),
    "link-inside.md": link(lambda place: place.root / "docs/index.md"),
    "link-to-folder-inside": link(lambda place: place.root / "docs/playbooks"),
    "link-relative.md": link(lambda place: Path("../../outside/secret.md")),
    "link-broken.md": link(lambda place: Path("nowhere.md")),
    "link-to-itself.md": link(lambda place: Path("link-to-itself.md")),
    "link-to-device.png": link(lambda place: Path("/dev/zero")),
    "link-to-data.pdf": link(lambda place: place.root / "data/fields.yml"),
    "pipe.md": lambda place, path: os.mkfifo(path),
    "pipe.png": lambda place, path: os.mkfifo(path),
    "socket.png": listen,
}


@pytest.mark.parametrize("path", FILES)
def test_each_file_is_published_or_told(path: str, messy: Messy) -> None:
    begins = FILES[path]
    lines = told(messy.told, f"docs/{path}")
    if path == "a b/page.md":
        lines = told(messy.told, "docs/a b")
    if begins is None:
        assert lines == []
        assert (messy.site / trees.published(path)).is_file()
    else:
        assert [line[: len(begins)] for line in lines] == [begins]
        file = messy.site / path
        assert not file.is_file() or file.read_bytes() != (messy.root / "docs" / path).read_bytes()


@pytest.mark.parametrize("path", LINKS)
@pytest.mark.parametrize("tree", ["docs", "docs_fr", "docs_uk"])
def test_links_and_devices_are_told_and_never_opened(tree: str, path: str, messy: Messy) -> None:
    what = "this is a link" if path.startswith("link") else "this is neither a file nor a folder"
    assert [line[: len(what)] for line in told(messy.told, f"{tree}/{path}")] == [what]


def test_the_build_publishes_nothing_of_them_and_writes_nowhere_else(messy: Messy) -> None:
    assert messy.status == 0, messy.output
    assert snapshot_of_files(messy.place) == messy.before
    published, names = list(messy.site.rglob("*")), {name.split(".")[0] for name in LINKS}
    assert not [path for path in published if path.is_symlink() or path.name.split(".")[0] in names]
    assert not [path for path in published if path.suffix == ".md" and "templates" not in path.parts[-2:]
                and path.name != "README.md"]  # fmt: skip
    assert not [path for path in published if path.is_file() and b"secret" in path.read_bytes()]


def test_our_own_files_are_what_they_are_without_an_author(messy: Messy) -> None:
    assert (messy.site / "assets/images/icon.svg").read_bytes() == (
        ROOT / "overrides/assets/images/icon.svg"
    ).read_bytes()
    assert list((messy.site / "assets").rglob("playbook*.js"))
    assert json.loads((messy.site / "catalog.json").read_text("utf-8"))["version"] == 1
    assert "late" in (messy.site / "go/late/index.html").read_text("utf-8")


def test_the_build_says_what_check_says(messy: Messy) -> None:
    output = messy.output
    for line in messy.told:
        assert line in output


def test_a_tree_that_is_a_link_is_told(place: Site) -> None:
    (place.root / "docs_fr").rename(place.root / "elsewhere")
    (place.root / "docs_fr").symlink_to(place.root / "elsewhere")
    assert "docs_fr:1: this folder is a link; put the files themselves here [file]" in place.check()


def test_a_link_without_an_end_stops_the_build_with_a_sentence(place: Site) -> None:
    for name in ("round", "and-round", "and-out"):
        (place.root / "docs" / name).symlink_to("/" if name == "and-out" else place.root / "docs")
    done = place.build()
    assert done.returncode == 1
    assert "has no end, as links in it lead round or out" in done.stderr
    assert "Traceback" not in done.stderr


def test_hidden_files_are_left_out_in_silence(place: Site) -> None:
    for path in (".hidden.html", ".well/x.html", ".DS_Store"):
        place.write(f"docs/{path}", "x")
    assert place.check() == []
    assert place.build("--strict").returncode == 0
    assert not [path for path in place.site.rglob("*") if path.name.startswith(".")]


@pytest.mark.parametrize("ending", ["html", "js", "css", "svgz", "php", "wasm", "xml", "../x", "d ocx", ""])
def test_no_configuration_lets_pass_what_runs(ending: str, place: Site) -> None:
    config = (place.root / "mkdocs.yml").read_text("utf-8")
    place.write("mkdocs.yml", config.replace("[docx]", json.dumps([ending])))
    line = next(n for n, text in enumerate(config.split("\n"), 1) if "downloads:" in text)
    assert [told.split(" cannot")[0] for told in place.check()] == [f"mkdocs.yml:{line}: downloads:"]


def test_kinds_of_the_list_are_those_of_the_authors_page() -> None:
    for tree in ("docs", "docs_fr", "docs_uk"):
        page = (ROOT / tree / "authors/index.md").read_text("utf-8")
        section = page[page.index("{#files}") :]
        assert {kind for kind in trees.KINDS if f"`{kind}`" not in section} == {"pdf"}


def test_twenty_thousand_files_are_looked_at_in_two_seconds(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    for part in range(100):
        (folder / f"{part}").mkdir(parents=True)
        for number in range(200):
            (folder / f"{part}" / f"{number}.png").touch()
    start = time.process_time()
    found = trees.survey({"en": folder}, tmp_path)
    assert time.process_time() - start < 2
    assert (len(found.files["en"]), found.problems) == (20_000, ())


def test_the_trees_of_this_repository_have_nothing_to_tell() -> None:
    project = read_project(ROOT / "mkdocs.yml")
    assert trees.survey(project.trees, project.root).problems == ()


@pytest.mark.parametrize("drawing", DRAWINGS["harmless"])
def test_a_drawing_passes(drawing: str) -> None:
    assert drawings.fault(drawing.encode()) is None


@pytest.mark.parametrize(("drawing", "named"), DRAWINGS["refused"])
def test_what_runs_in_a_drawing_is_named(drawing: str, named: str) -> None:
    fault = drawings.fault(drawing.encode())
    assert fault is not None
    assert named in fault[1]


def test_drawings_without_an_end_are_refused() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg">'
    assert drawings.fault((svg + "<g>" * 20_000).encode()) is not None
    assert drawings.fault((svg + " " * 2_000_000 + "</svg>").encode()) == (1, "it is larger than 1 MB")
    assert drawings.fault(svg.encode("utf-16")) == (1, "it is not UTF-8")
