"""The only way in which the engine writes, changes or takes away a file that is published.

A file is named by its way from the folder, of the form of `identifiers`; nothing else is written. A link is
never followed, and what MkDocs has written from an author's tree is never replaced.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.identifiers import is_path, shown


class WritingError(Exception):
    """Why something is not written; the text is a sentence for the author."""


@dataclass(frozen=True)
class FilePath:
    """A checked way from the folder to a file: "go/own-a-mistake/index.html"."""

    text: str

    def __post_init__(self) -> None:
        if not is_path(self.text):
            form = "names of files consist of ASCII letters, digits, - _ and dots between them"
            raise WritingError(f"“{shown(self.text)}” is not written: {form}")

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.text.split("/"))


@dataclass(frozen=True)
class Folder:
    """A folder that is written to. `authored` are lower-case paths below it that are an author's."""

    root: Path
    authored: Collection[str] = frozenset()

    def write(self, path: str, data: str | bytes) -> None:
        """Put a file there, folders above it included, in the place of an older one of ours."""
        target = self._place(FilePath(path), make=True)
        if path.lower() in self.authored:
            raise WritingError(f"{path} is not written: an author's file has this address")
        mode = _mode(target)
        if stat.S_ISDIR(mode):
            raise WritingError(f"{path} is not written: there is a folder of this name")
        if mode:
            target.unlink(missing_ok=True)  # and made anew: other names of an old file keep their contents
        with target.open("xb") as file:
            file.write(data.encode() if isinstance(data, str) else data)

    def take(self, tree: Path, below: str = "") -> Iterator[WritingError]:
        """Move here what we have written in a folder on this disk, as `write` would put it; why some is not."""
        for entry in sorted(os.scandir(tree / below), key=lambda entry: entry.name):
            path = f"{below}/{entry.name}" if below else entry.name
            start = path.lower()
            is_folder = entry.is_dir(follow_symlinks=False)
            is_free = not _mode(self.root / path)
            if is_free and not any(own == start or own.startswith(f"{start}/") for own in self.authored):
                os.rename(tree / path, self.root / path)
            elif is_folder:
                yield from self._take_folder(tree, path)
            else:
                yield from self._take_file(tree, path)

    def _take_folder(self, tree: Path, path: str) -> Iterator[WritingError]:
        if not _mode(self.root / path):
            (self.root / path).mkdir()
        if stat.S_ISDIR(_mode(self.root / path)):
            yield from self.take(tree, path)
            return
        for file in sorted(file for file in (tree / path).rglob("*") if file.is_file()):
            yield from self._take_file(tree, file.relative_to(tree).as_posix())

    def _take_file(self, tree: Path, path: str) -> Iterator[WritingError]:
        try:
            self.write(path, (tree / path).read_bytes())
        except WritingError as reason:
            yield reason

    def read(self, path: str) -> str | None:
        """The text of a file there; None without one."""
        target = self._place(FilePath(path))
        return target.read_text("utf-8") if target.is_file() else None

    def remove(self, path: str) -> None:
        """Take a file away, if it is there and no author's, and its folder if nothing else is in it."""
        target = self._place(FilePath(path))
        if path.lower() in self.authored or not target.is_file():
            return
        target.unlink()
        if target.parent != self.root and not any(target.parent.iterdir()):
            target.parent.rmdir()

    def names(self, folder: str) -> Iterator[str]:
        """Paths of the files right below a folder, in their order."""
        place = self._place(FilePath(folder))
        found = sorted(file.name for file in place.iterdir()) if place.is_dir() else []
        for name in found:
            path = f"{folder}/{name}"
            if is_path(path) and path.lower() not in self.authored and not (place / name).is_symlink():
                yield path

    def _place(self, path: FilePath, make: bool = False) -> Path:
        """Where a file stands, after a look at each folder on the way: a link could lead anywhere."""
        place, way = self.root, path.parts
        for number, part in enumerate(way, 1):
            place = place / part
            mode = _mode(place)
            if stat.S_ISLNK(mode):
                raise WritingError(f"{path.text} is not written: {'/'.join(way[:number])} is a link")
            if number < len(way) and make:
                if mode and not stat.S_ISDIR(mode):
                    raise WritingError(f"{path.text} is not written: {'/'.join(way[:number])} is a file")
                if not mode:
                    place.mkdir(exist_ok=True)
        return place


def _mode(place: Path) -> int:
    """What stands there, itself and not what it leads to; 0 for nothing. One call of the system each."""
    try:
        return os.lstat(place).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0
