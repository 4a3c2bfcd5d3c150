"""A build that fails, or is killed, leaves the old site as it was."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import ROOT

from playbooks.publishing.staging import Staging

from .conftest import Site, snapshot


def workspaces(place: Site) -> list[Path]:
    return sorted(place.root.glob(".*.building"))


def break_page(place: Site) -> None:
    page = place.root / "docs/index.md"
    page.write_text(page.read_text("utf-8") + "\n[gone](gone.md)\n", "utf-8")


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_a_strict_build_that_fails_changes_no_byte(tool: str, built: Site) -> None:
    break_page(built)
    before = snapshot(built.root, built.root / ".cache")
    assert built.build("--strict", tool=tool).returncode == 1
    assert snapshot(built.root, built.root / ".cache") == before


def test_an_error_changes_no_byte(built: Site) -> None:
    page = built.root / "docs_uk/index.md"
    page.write_text(page.read_text("utf-8").replace("---\n", "---\ntemplate: nowhere.html\n", 1), "utf-8")
    before = snapshot(built.site)
    assert built.build().returncode == 1
    assert snapshot(built.site) == before
    assert workspaces(built) == []


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_a_good_build_takes_its_place_and_keeps_hidden_files(tool: str, built: Site) -> None:
    before = snapshot(built.site)
    assert built.build("--strict", tool=tool).returncode == 0
    del before["old.html"]
    assert snapshot(built.site) == before
    assert workspaces(built) == []


def test_a_build_that_is_not_strict_takes_its_place_with_warnings(built: Site) -> None:
    break_page(built)
    assert built.build().returncode == 0
    assert "gone" in (built.site / "index.html").read_text("utf-8")


def test_a_dirty_build_keeps_what_is_there(built: Site) -> None:
    kept = (built.site / "playbooks/late/index.html").stat().st_mtime_ns
    done = built.build("--dirty")
    assert done.returncode == 0, done.stderr
    assert (built.site / "old.html").read_text("utf-8") == "old"
    assert (built.site / "playbooks/late/index.html").stat().st_mtime_ns == kept


def test_links_in_an_old_site_lead_nowhere(built: Site) -> None:
    shutil.rmtree(built.site / "go")
    (built.site / "go").symlink_to(built.outside)
    before = snapshot(built.outside)
    for option in ("--clean", "--dirty"):
        assert built.build(option).returncode == 0
        assert snapshot(built.outside) == before
    assert not (built.site / "go").is_symlink()


def start(place: Site, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.Popen(
        command, cwd=place.root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def wait_for_workspace(place: Site) -> None:
    end = time.monotonic() + 30
    while not any(path.joinpath("lock").exists() for path in workspaces(place)):
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_is_stopped_changes_no_byte(sent: signal.Signals, built: Site) -> None:
    before = snapshot(built.site)
    running = start(built, "build")
    wait_for_workspace(built)
    running.send_signal(sent)
    assert running.wait(30) != 0
    assert snapshot(built.site) == before
    assert bool(workspaces(built)) == (sent == signal.SIGKILL)
    assert built.build("--strict").returncode == 0
    assert workspaces(built) == []


def test_builds_at_once_do_not_mix(built: Site) -> None:
    (built.site / "old.html").unlink()
    before = snapshot(built.site)
    running = [start(built, "build", "--strict") for _ in range(3)]
    assert [one.wait(120) for one in running] == [0, 0, 0]
    assert snapshot(built.site) == before
    assert workspaces(built) == []


def test_one_killed_while_it_took_its_place_gives_it_back(tmp_path: Path) -> None:
    site, workspace = tmp_path / "site", tmp_path / ".site-abcd1234.building"
    (workspace / "old").mkdir(parents=True)
    (workspace / "lock").touch()
    (workspace / "old" / "index.html").write_text("old", "utf-8")
    other = tmp_path / ".site-b-abcd1234.building"
    other.mkdir()
    Staging(site).discard()
    assert snapshot(tmp_path).keys() == {"site", "site/index.html", other.name}


def test_a_place_where_nothing_can_be_written_is_one_sentence(built: Site) -> None:
    (built.root / "file").touch()
    done = built.build("--site-dir", "file/below")
    assert done.returncode == 1
    assert "the site cannot be written: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_one_sentence(built: Site) -> None:
    """A limit on the size of files stands for the disk: no file of a preview fits."""
    before = snapshot(built.site)
    limited = (
        "import resource, runpy, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "sys.argv = ['mkdocs', 'build']\n"
        "runpy.run_module('mkdocs', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited],
        cwd=built.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "the site cannot be written: " in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert snapshot(built.site) == before
    assert workspaces(built) == []


def test_serving_leaves_the_last_good_site_when_a_rebuild_fails(
    place: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs answers nothing while a rebuild fails; what it has built stays."""
    folder = tmp_path / "of-servers"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    address = f"http://127.0.0.1:{free_port()}/below/"
    running = start(place, "serve", "--livereload", "--dev-addr", address.split("/")[2])
    try:
        read(address, "</html>")
        before = snapshot(folder)
        page = place.root / "docs/index.md"
        text = page.read_text("utf-8")
        page.write_text(text.replace("---\n", "---\ntemplate: nowhere.html\n", 1), "utf-8")
        time.sleep(5)
        assert running.poll() is None
        assert snapshot(folder) == before
        page.write_text(f"{text}\nAnother sentence.\n", "utf-8")
        read(address, "Another sentence.")
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(20)
    assert list(folder.iterdir()) == []


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def read(url: str, holding: str) -> str:
    """The page, once it holds some words."""
    end, text = time.monotonic() + 40, ""
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=10) as answer:
            text = answer.read().decode()
            if holding in text:
                return text
        time.sleep(0.3)
    pytest.fail(f"{url} never held {holding}: {text[:200]}")
