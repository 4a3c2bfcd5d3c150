"""What costs much is made once in a run of the tests, whichever of its processes asks first."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

Once = Callable[[str, Callable[[Path], object]], Path]


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run see; each of pytest-xdist has its own inside of it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def turn(file: Path) -> Iterator[None]:
    """Wait until no other process is between these lines; a process that dies goes out of the way."""
    with file.open("a+b") as lock:
        if sys.platform == "win32":
            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def once(shared: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` fills. Others read it; who wants to change something takes a copy.

    What fails is not tried again by each process: they fail with the same words.
    """
    kept = shared / f"once-{name}"
    kept.mkdir(exist_ok=True)
    folder, done, failed = kept / "folder", kept / "done", kept / "failed"
    with turn(kept / "turn"):
        if failed.exists():
            pytest.fail(failed.read_text("utf-8"), pytrace=False)
        if not done.exists():
            folder.mkdir(exist_ok=True)
            try:
                make(folder)
            except (AssertionError, OSError) as error:
                failed.write_text(f"{name}: {error}", "utf-8")
                raise
            done.touch()
    return folder
