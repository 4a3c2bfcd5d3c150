"""What a build has made and the next one may use again: by a hash of everything that it is made of.

It stands in `.cache/` beside mkdocs.yml, one file for each kind of work. A file is written whole under
another name and then takes its place, so that two builds at once and killed ones leave a sound file; one
that is not sound, or cannot be read, is as none. Where nothing may be written, a build makes all of it anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = ".cache"
FORM = "candour 2"
Row = tuple[str, str | bytes]
Span = tuple[int, int]


def pack(rows: Iterable[Row]) -> bytes:
    """(path, contents) of some files as one piece of bytes."""
    heads, bodies = [], []
    for path, data in rows:
        body = data.encode() if isinstance(data, str) else data
        heads.append([path, len(body)])
        bodies.append(body)
    head = json.dumps(heads).encode()
    return zlib.compress(b"%d\n%s%s" % (len(head), head, b"".join(bodies)), 1)


def unpack(packed: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that were packed, their texts as UTF-8."""
    size, _, rest = zlib.decompress(packed).partition(b"\n")
    at = int(size)
    for path, length in json.loads(rest[:at]):
        yield path, rest[at : at + length]
        at += length


def folder(root: Path) -> Path | None:
    """Where a project keeps such files; None where that is a link, which could lead anywhere, or cannot be."""
    kept = root / FOLDER
    with contextlib.suppress(OSError):
        kept.mkdir(exist_ok=True)
    return None if kept.is_symlink() or not kept.is_dir() else kept


@dataclass
class Shelf:
    """Packed files of one kind by their keys. What this build has not used is forgotten at the end.

    `known` tells where in the file they stand; `made` are those that are new.
    """

    file: Path | None
    known: Mapping[str, Span] = field(default_factory=dict)
    made: dict[str, bytes] = field(default_factory=dict)
    used: dict[str, None] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path | None, name: str) -> Shelf:
        """The shelf as the last build has left it."""
        file = folder / f"{name}.kept" if folder else None
        found: dict[str, Span] = {}
        if file and not file.is_symlink():
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                found = _spans(file)
        return cls(file, found)

    def has(self, key: str) -> bool:
        return key in self.known or key in self.made

    def get(self, key: str) -> list[tuple[str, bytes]] | None:
        """The files of a key; None where there are none, or they are not whole."""
        packed = self.made.get(key) or self._read(key)
        with contextlib.suppress(zlib.error, ValueError):
            if packed:
                rows = list(unpack(packed))
                self.used[key] = None
                return rows
        return None

    def touch(self, key: str) -> None:
        """Keep what stands there for the next build, unread."""
        if self.has(key):
            self.used[key] = None

    def put(self, key: str, packed: bytes) -> None:
        self.made[key] = packed
        self.used[key] = None

    def _read(self, key: str) -> bytes | None:
        span = self.known.get(key)
        with contextlib.suppress(OSError):
            if span and self.file:
                with self.file.open("rb") as file:
                    file.seek(span[0])
                    found = file.read(span[1])
                # another build may have put another file in its place
                return found.removeprefix(key.encode()) if found.startswith(key.encode()) else None
        return None

    def close(self) -> None:
        """Write it, if anything on it has changed."""
        if self.file is None or (self.used.keys() == self.known.keys() and not self.made):
            return
        draft = self.file.with_name(f"{self.file.name}-{os.getpid()}")
        sizes = {
            key: len(key) + len(self.made[key]) if key in self.made else self.known[key][1] for key in self.used
        }
        head = {"form": FORM, "place": _place(self.file.parent), "rows": list(sizes.items())}
        try:
            with draft.open("xb") as out:
                out.write(json.dumps(head).encode() + b"\n")
                for key in self.used:
                    out.write(key.encode() + (self.made.get(key) or self._read(key) or b""))
            draft.replace(self.file)
            self.known = _spans(self.file)
            self.made = {}
        except (OSError, ValueError):
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _spans(file: Path) -> dict[str, Span]:
    """Where each key's bytes begin, and how many they are. ValueError: the file is not one of this place."""
    with file.open("rb") as opened:
        line = opened.readline()
    told = json.loads(line)
    if told["form"] != FORM or told["place"] != _place(file.parent):
        raise ValueError(file)
    found: dict[str, Span] = {}
    at = len(line)
    for key, length in told["rows"]:
        found[str(key)] = (at, int(length))
        at += int(length)
    return found


def _place(folder: Path) -> str:
    """This very folder on this disk: one that came with a repository holds what anybody may have written."""
    told = folder.stat()
    return hashlib.sha256(f"{told.st_dev} {told.st_ino} {folder.resolve()}".encode()).hexdigest()[:16]
