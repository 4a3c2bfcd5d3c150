"""The folder that `mkdocs serve` shows. A build changes in it only what has changed, so that who writes sees a
sentence at once; and what no page asks for when it is opened – the index, exports, permanent links – is made when
somebody asks for it.

No swap of whole folders as in `staging` here: a server answers nothing while it builds, and nobody publishes this.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from threading import RLock

from .beside import Beside
from .files import LATE
from .staging import Staging
from .writing import Folder, WritingError


class Served:
    """What stands in the folder: `built` are the files that MkDocs made, `beside` those of each piece of work."""

    def __init__(self) -> None:
        self.built: set[str] = set()
        self.beside: dict[str, list[str]] = {}
        self.site: Folder | None = None
        self.work: Beside | None = None
        self.waiting: list[int] = []
        self._lock = RLock()  # requests come in threads of their own

    def now(self, work: Beside) -> Iterator[tuple[str, bytes]]:
        """The files to write at once."""
        for number, one in enumerate(work.works):
            if one.key in self.beside:
                work.touch(number)
            elif one.kind not in LATE:
                yield from work.rows(number)

    def finish(self, staging: Staging, work: Beside, authored: frozenset[str]) -> None:
        """Take over what was built, and take away what is made no more."""
        with self._lock:
            new = set(_files(staging.folder))
            known = {path for paths in self.beside.values() for path in paths}
            kept = {one.key: self.beside.get(one.key) or [] for one in work.works}
            stand = {path for paths in kept.values() for path in paths}
            if self.site is None:
                staging.finish()
            else:
                staging.merge(new, sorted((self.built | known) - new - stand))
            self.site, self.work = Folder(staging.target, authored), work
            self.waiting = [
                number for number, one in enumerate(work.works) if one.kind in LATE and not kept[one.key]
            ]
            made = {one.key: work.paths(number) for number, one in enumerate(work.works) if not kept[one.key]}
            self.beside = {key: paths or made.get(key, []) for key, paths in kept.items()}
            self.beside = {key: paths for key, paths in self.beside.items() if paths}
            self.built = new
            work.close({work.works[number].kind for number in self.waiting})

    def catch_up(self) -> bool:
        """Make what waits to be asked for; whether there was anything."""
        with self._lock:
            if self.work is None or self.site is None or not self.waiting:
                return False
            for number in self.waiting:
                for path, data in self.work.rows(number):
                    with contextlib.suppress(WritingError):  # told by a build that publishes
                        self.site.write(path, data)
                self.beside[self.work.works[number].key] = self.work.paths(number)
            self.waiting = []
            self.work.close()
            return True


def _files(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        way = os.path.relpath(place, folder).replace(os.sep, "/")
        yield from (name if way == "." else f"{way}/{name}" for name in names)
