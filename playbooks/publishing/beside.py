"""The files beside the pages are made while MkDocs makes the pages, by processes of their own.

What the last build has made of the same is taken from there (see `kept`). The work is shared out among processes,
which write files into folders of their own in the workspace of the build, from where they are moved, and end; a
process that fails, or cannot be started, is no loss: what it owes is made at the end, here. A build that is killed
leaves processes that end by themselves within seconds.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Collection, Iterator, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path

from .files import works
from .kept import Shelf, folder, pack, unpack
from .standalone import Publication
from .writing import Folder, WritingError

FEW = 8  # pieces of work for which no process is started
MANY = 150  # those for which one is started only to write what is kept
MOST = 4


class Beside:
    """The work of one build. `workspace` is a folder for what processes hand over; None: none are started."""

    def __init__(self, publication: Publication, workspace: Path | None) -> None:
        self.publication = publication
        self.works = list(works(publication))
        cache = folder(publication.content.project.root)
        self.shelves = {kind: Shelf.open(cache, kind) for kind in dict.fromkeys(work.kind for work in self.works)}
        self.missing = [
            number for number, work in enumerate(self.works) if not self.shelves[work.kind].has(work.key)
        ]
        self.made: dict[int, list[str]] = {}
        self.processes: list[BaseProcess] = []
        self.place: Path | None = None
        self.trees: list[Path] = []
        if workspace and (len(self.missing) > FEW or len(self.works) > MANY):
            self._start(workspace)

    def _start(self, workspace: Path) -> None:
        count = min(MOST, max(1, (os.cpu_count() or 1) - 1))
        way = _way()
        start = getattr(multiprocessing.get_context(way), "Process")  # noqa: B009 (of no common type)
        self.place = Path(tempfile.mkdtemp(prefix="beside-", dir=workspace))
        # what has to be made first, so that each has as much of it
        owed = [*self.missing, *sorted(set(range(len(self.works))).difference(self.missing))]
        for first in range(count):
            given = self if way == "fork" else None
            tree = self.place / f"tree-{first}"
            self.trees.append(tree)
            arguments = (self.publication, given, owed[first::count], self.place, tree)
            process = start(target=_make, args=arguments, daemon=True)
            with contextlib.suppress(OSError):
                process.start()
                self.processes.append(process)

    def written(self, site: Folder) -> Iterator[WritingError]:
        """Wait for the processes and move what they have written into the site; why some files are not."""
        for process in self.processes:
            process.join()
        for tree in self.trees:
            if tree.is_dir():
                yield from site.take(tree)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(path, contents) of all other files, in the order of the work."""
        for number, work in enumerate(self.works):
            if not self._is_written(number):
                yield from self.rows(number)
            elif packed := self._handed_over(number):
                self.shelves[work.kind].put(work.key, packed)
            else:
                self.touch(number)
        self.close()

    def _is_written(self, number: int) -> bool:
        return self.place is not None and (self.place / f"{number}.done").exists()

    def rows(self, number: int) -> list[tuple[str, bytes]]:
        """The files of one piece of work."""
        work = self.works[number]
        shelf = self.shelves[work.kind]
        rows = shelf.get(work.key)
        if rows is None:
            packed = self._handed_over(number) or pack(work.make())
            shelf.put(work.key, packed)
            rows = list(unpack(packed))
        self.made[number] = [path for path, _ in rows]
        return rows

    def paths(self, number: int) -> list[str]:
        """Those of its files, once they were asked for."""
        return self.made.get(number, [])

    def touch(self, number: int) -> None:
        """What this build has no need to read is kept for the next."""
        self.shelves[self.works[number].kind].touch(self.works[number].key)

    def close(self, without: Collection[str] = ()) -> None:
        """Keep what was made; of kinds that were not made yet what the last build has left."""
        for kind, shelf in self.shelves.items():
            if kind not in without:
                shelf.close()

    def _handed_over(self, number: int) -> bytes | None:
        with contextlib.suppress(OSError):
            return (self.place / str(number)).read_bytes() if self.place else None
        return None

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.join()
        self.processes = []


def _way() -> str:
    """A copy of this process where that is safe: on Linux, as long as no other thread runs."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if alone else "spawn"


def _make(publication: Publication, given: Beside | None, share: Sequence[int], place: Path, tree: Path) -> None:
    """In another process: the files of each piece of work of the share, and beside them, of what is new, a file
    to keep, which has its name when it is whole."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    beside = given or Beside(publication, None)
    with contextlib.suppress(OSError):
        tree.mkdir()
        site = Folder(tree)
        for number in share:
            work = beside.works[number]
            rows = beside.shelves[work.kind].get(work.key)
            if rows is None:
                packed = pack(work.make())
                draft = place / f"{number}.new"
                draft.write_bytes(packed)
                draft.rename(place / str(number))
                rows = list(unpack(packed))
            with contextlib.suppress(WritingError):  # it is told where the site is written
                for path, data in rows:
                    site.write(path, data)
                (place / f"{number}.done").touch()
