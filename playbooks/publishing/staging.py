"""A new site is built beside the old one and takes its place when it is whole: a build that fails,
or is killed, leaves the old site as it was.

The workspace is a hidden folder beside the site, on the same disk, so that the site is moved by
renaming. It holds a lock file while its process lives: what a killed build left is known by the lock
that nobody holds, and is cleared away by the next build.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ENDING = ".building"
OLD_AGE = 3600.0  # seconds after which a workspace without a lock file belongs to nobody
TRIES = 50  # of taking a place that another build takes at the same moment


class Staging:
    """One build into `target`; `folder` in the hidden `workspace` is where it is written meanwhile."""

    def __init__(self, target: Path, keep: bool = False) -> None:
        """Make the workspace. `keep`: begin with a copy of the old site. OSError: nothing can be written there."""
        self.target = Path(os.path.realpath(target))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        clear_away(self.target)
        self.workspace = Path(tempfile.mkdtemp(prefix=_prefix(self.target), suffix=ENDING, dir=self.target.parent))
        atexit.register(self.discard)
        self._lock = _locked(self.workspace / "lock")
        self.folder = self.workspace / self.target.name
        if keep and self.target.is_dir():
            shutil.copytree(self.target, self.folder, symlinks=True, ignore=_links_and_hidden)
        else:
            self.folder.mkdir()
        if self.target.is_dir():
            shutil.copymode(self.target, self.folder)

    def finish(self) -> None:
        """Put the new site in the place of the old one; its hidden files stay, as MkDocs leaves them."""
        old = self.workspace / "old"
        for _ in range(TRIES):
            with contextlib.suppress(FileNotFoundError):
                os.rename(self.target, old)
            try:
                os.rename(self.folder, self.target)
                break
            except OSError:
                if not old.exists():
                    continue  # another build has just taken the place
                if not self.target.exists():
                    os.rename(old, self.target)
                    raise
                shutil.rmtree(old)
        else:
            raise OSError(f"{self.target} cannot be replaced")
        _move_hidden(old, self.target)
        self.discard()

    def merge(self, new: Iterable[str], gone: Iterable[str]) -> None:
        """Move what is new into the site that stands, and take away what is gone from it."""
        for path in gone:
            (self.target / path).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # others are in it
                (self.target / path).parent.rmdir()
        for path in new:
            (self.target / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(self.folder / path, self.target / path)
        self.discard()

    def discard(self) -> None:
        """Take the workspace away; what is not finished is lost."""
        atexit.unregister(self.discard)
        if self._lock:
            self._lock.close()
        shutil.rmtree(self.workspace, ignore_errors=True)


def clear_away(target: Path) -> None:
    """Remove what killed builds left beside a site. One killed while it took its place gives it back."""
    name = re.compile(rf"{re.escape(_prefix(target))}[a-z0-9_]{{8}}{re.escape(ENDING)}")
    for workspace in sorted(path for path in target.parent.iterdir() if name.fullmatch(path.name)):
        if workspace.is_symlink() or not _abandoned(workspace):
            continue
        old = workspace / "old"
        if old.is_dir() and not target.exists():
            with contextlib.suppress(OSError):
                os.rename(old, target)
        _move_hidden(old, target)
        shutil.rmtree(workspace, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}-"


def _move_hidden(old: Path, new: Path) -> None:
    for entry in sorted(old.iterdir()) if old.is_dir() else ():
        if entry.name.startswith(".") and not os.path.lexists(new / entry.name):
            os.rename(entry, new / entry.name)


def _links_and_hidden(folder: str, names: list[str]) -> list[str]:
    """What a new site does not begin with: links could lead out of it, hidden files are moved later."""
    return [name for name in names if name.startswith(".") or os.path.islink(os.path.join(folder, name))]


def _locked(path: Path) -> IO[bytes] | None:
    """The file, open and locked before it has its name; None where this disk knows no locks."""
    draft = path.with_suffix(".new")
    file = draft.open("ab")
    try:
        _take(file)
        draft.rename(path)
    except OSError:
        file.close()
        return None
    return file


def _take(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _abandoned(workspace: Path) -> bool:
    """Whether no living build holds the lock. One whose lock is not made yet is young."""
    lock = workspace / "lock"
    try:
        young = time.time() - workspace.stat().st_mtime < OLD_AGE
        if not lock.is_file():
            return not young
        with lock.open("ab") as file:
            _take(file)
    except OSError:
        return False
    return True
