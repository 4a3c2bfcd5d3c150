"""What of the trees of authors is published: pages, and files of a short list of kinds below them.

Everything else is a problem, is not published, and is not even opened: links, devices, pages of HTML,
scripts, styles. Hidden files are left out in silence, as MkDocs does. No file takes an address of ours,
or one that another file has.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model import layout
from ..model.identifiers import is_segment, shown
from ..model.places import Place, Problem
from . import drawings

PAGE = "md"
MOST_FOLDERS = 10
MOST_FILES = 100_000
OTHER_PAGES = ("markdown", "mdown", "mkdn", "mkd")  # MkDocs takes them for pages, our checks do not
_KINDS = """
    png jpg jpeg gif webp avif ico svg pdf woff2 woff ttf otf
"""
KINDS = frozenset(_KINDS.split())
_NEVER = """
    html htm xhtml xht shtml mht mhtml hta js mjs cjs jsx ts css less scss wasm swf xml xsl xslt xsd
    rss atom rdf svgz svgx php php3 php4 php5 php7 php8 phtml phar asp aspx jsp cgi pl py rb sh md
    markdown mdown mkdn mkd htaccess webmanifest appcache map
"""
NEVER = frozenset(_NEVER.split())


@dataclass(frozen=True)
class Trees:
    """By language: paths of all files that are published, from the root of their tree, and what is wrong."""

    files: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]

    def pages(self, language: str) -> tuple[str, ...]:
        return tuple(path for path in self.files[language] if path.endswith(f".{PAGE}"))


def survey(trees: Mapping[str, Path], root: Path, downloads: Collection[str] = ()) -> Trees:
    """Look at every file of every tree. `root` is the project; `downloads` are more endings that may pass."""
    files: dict[str, tuple[str, ...]] = {}
    problems = list(_downloads(root, downloads))
    for number, (language, tree) in enumerate(trees.items()):
        start = tree.relative_to(root).as_posix() if tree.is_relative_to(root) else str(tree)
        taken = _Taken(trees if len(trees) > 1 else (), default=number == 0)
        for path, fault in _files(tree, downloads):
            line, sentence = fault or (1, taken.fault(path))
            if sentence:
                name = "".join(sign if sign.isprintable() else "�" for sign in f"{start}/{path}".rstrip("/"))
                problems.append(Problem(Place(name, line), sentence, "file"))
            else:
                taken.add(path)
        files[language] = tuple(sorted(taken.files.values(), key=lambda path: Path(path).parts))
    return Trees(files, tuple(problems))


def is_endless(tree: Path) -> bool:
    """Whether links make a tree hold more than any author writes: MkDocs follows them before it asks us."""
    seen = 0
    for _, folders, files in os.walk(tree, followlinks=True):
        seen += len(folders) + len(files)
        if seen > MOST_FILES:
            return True
    return False


def published(path: str) -> str:
    """The file of the site, from the root of its language, that a file of a tree becomes."""
    if not path.endswith(f".{PAGE}"):
        return path
    folder, _, name = path.removesuffix(f".{PAGE}").rpartition("/")
    parts = [folder, name if name != "index" else "", "index.html"]
    return "/".join(filter(None, parts))


def never(ending: str) -> bool:
    """Whether no configuration can name this ending among the downloads: browsers or servers run such files."""
    return not (ending.isascii() and ending.isalnum()) or ending.lower() in NEVER or len(ending) > 10


def _downloads(root: Path, downloads: Collection[str]) -> Iterator[Problem]:
    source = root / "mkdocs.yml"
    lines = source.read_text("utf-8", "replace").split("\n") if source.is_file() else []
    line = next((number for number, text in enumerate(lines, 1) if text.strip().startswith("downloads:")), 1)
    for ending in filter(never, downloads):
        sentence = (
            f"downloads: cannot name “{shown(ending)}”: browsers or servers run such files, or it is no ending"
        )
        yield Problem(Place("mkdocs.yml", line), sentence, "settings")


Fault = tuple[int, str]


def _files(tree: Path, downloads: Collection[str]) -> Iterator[tuple[str, Fault | None]]:
    """(path, what is wrong with the file itself) in the order of names, index pages and small letters first."""
    if tree.is_symlink():
        yield "", (1, "this folder is a link; put the files themselves here")
        return
    folders = [tree]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(
                os.scandir(folder), key=lambda entry: (not entry.name.startswith("index."), entry.name.swapcase())
            )
        except FileNotFoundError:
            entries = []
        except OSError as error:
            entries = []
            yield folder.relative_to(tree).as_posix(), (1, f"this folder cannot be read: {error.strerror}")
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = Path(entry.path).relative_to(tree).as_posix()
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode) and is_segment(entry.name):
                folders.append(Path(entry.path))
            else:
                yield path, _fault(Path(entry.path), mode, downloads)


def _fault(path: Path, mode: int, downloads: Collection[str]) -> Fault | None:
    """What is wrong with a file by its kind and its name; only drawings are opened."""
    if stat.S_ISLNK(mode):
        return 1, "this is a link; put the file itself here"
    if not is_segment(path.name):
        kind = "folder" if stat.S_ISDIR(mode) else "file"
        return 1, f"the name of this {kind} may hold only the letters a to z, digits, - _ and dots between them"
    if not stat.S_ISREG(mode):
        return 1, "this is neither a file nor a folder; take it away"
    if not os.access(path, os.R_OK):
        return 1, "this file cannot be read; its permissions forbid it"
    ending = path.suffix.removeprefix(".")
    if ending == PAGE:
        if path.name == "README.md":
            beside = path.with_name("index.md")
            said = f"there is {beside.name} beside it" if beside.exists() else f"name it {beside.name}"
            return 1, f"README.md is not published; {said}"
        return None
    if ending.lower() in (PAGE, *OTHER_PAGES):
        return 1, f"a page ends in .{PAGE}, not in .{ending}"
    return _kind(path, [suffix.removeprefix(".").lower() for suffix in path.suffixes], downloads)


def _kind(path: Path, endings: list[str], downloads: Collection[str]) -> Fault | None:
    if bad := next((ending for ending in endings if ending in NEVER), None):
        return 1, f"files with .{bad} in their name are not published: browsers or servers run them"
    ending = endings[-1] if endings else ""
    if ending not in KINDS and (ending not in downloads or never(ending)):
        what = f"files that end in .{ending} are" if ending else "a file without an ending is"
        return 1, f"{what} not published; mkdocs.yml can name more endings: downloads: [{ending or 'docx'}]"
    if ending == "svg":
        with path.open("rb") as file:
            data = file.read(drawings.LARGEST + 1)
        if fault := drawings.fault(data):
            return fault[0], f"this drawing is not published: {fault[1]}"
    return None


class _Taken:
    """The addresses that files of one tree have, and those that no file can get."""

    def __init__(self, languages: Collection[str], default: bool) -> None:
        self.languages = languages
        self.default = default
        self.files: dict[str, str] = {}
        self.folders: dict[str, str] = {}

    def add(self, path: str) -> None:
        low = published(path).lower()
        self.files[low] = path
        for folder in _folders(low):
            self.folders.setdefault(folder, path)

    def fault(self, path: str) -> str:
        """What is wrong with the address that a file would get, "" if nothing."""
        target = published(path)
        if taken := layout.ours(target, self.languages):
            return f"this has an address of ours, {taken}; give it another name"
        if self.default and self.languages and layout.looks_like_language(target):
            folder = target.split("/")[0]
            return f"the folder {folder}/ would be taken for a language; give it another name"
        if target.count("/") > MOST_FOLDERS:
            return f"this stands in more than {MOST_FOLDERS} folders; move it up"
        low = target.lower()
        if low in self.files:
            return f"this gets the same address as {self.files[low]}; give one of them another name"
        above = next((self.files[folder] for folder in _folders(low) if folder in self.files), None)
        if other := above or self.folders.get(low):
            return f"the addresses of this and of {other} are a file and a folder of one name; rename one"
        return ""


def _folders(path: str) -> Iterator[str]:
    """All folders above a path."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
