"""The same commit gives the same bytes, whatever machine, hour or hash seed, and with either generator."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT


def built(target: Path, tool: str, **environment: str) -> dict[str, str]:
    """Every file of the site with the hash of its contents."""
    command = [sys.executable, "-m", tool, "build", "--strict", "--site-dir", str(target)]
    command += ["--config-file", "mkdocs.yml"]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    files = sorted(path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(target).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_builds_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    first = {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert len(first) > 500
    assert built(tmp_path / "again", "mkdocs", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7") == first
    assert built(tmp_path / "properdocs", "properdocs", PYTHONHASHSEED="11") == first
