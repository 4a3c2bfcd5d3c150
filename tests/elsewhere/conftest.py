"""The engine as another team gets it: a wheel, in a folder of its own, and sites that `init` writes."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from once import Once

Init = Callable[..., Path]


class Engine:
    """The unpacked wheel; nothing of this repository is on the path of what it runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, module: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=cwd,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def init(self, root: Path, languages: str, name: str = "Desk Words") -> Path:
        done = self.run("playbooks", "init", str(root), "--languages", languages, "--name", name, cwd=root.parent)
        assert done.returncode == 0, done.stdout + done.stderr
        return root

    def check(self, root: Path) -> list[str]:
        done = self.run("playbooks", "check", cwd=root)
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout.splitlines()

    def build(self, root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = self.run("mkdocs", "build", *arguments, cwd=root)
        assert "Traceback" not in done.stderr, done.stderr
        return done


@pytest.fixture(scope="session")
def engine(make_once: Once, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(
        make_once("wheel", lambda folder: unpacked(folder, tmp_path_factory.mktemp("source") / "engine"))
    )


def unpacked(folder: Path, source: Path) -> None:
    """The wheel of what git knows, made from a copy, because a build leaves its traces in the folder."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "playbooks", "pyproject.toml", "setup.py", "README.md", "LICENSE"],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in done.stdout.splitlines():
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    subprocess.run([*command, "--wheel-dir", str(folder), str(source)], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)


@pytest.fixture
def init(engine: Engine, tmp_path: Path) -> Callable[..., Path]:
    return lambda languages, name="Desk Words": engine.init(tmp_path / "site-of-ours", languages, name)
