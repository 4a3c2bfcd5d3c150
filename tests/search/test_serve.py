"""The search while an author writes: `mkdocs serve` has neither gzip nor the address of the published site."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, expect

from search.conftest import open_search, results, type_words

PATIENCE = 90


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where `mkdocs serve` serves the site."""
    address = f"127.0.0.1:{free_port()}"
    log = tmp_path_factory.mktemp("serve") / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=out, stderr=out
        )
        try:
            wait_for(f"http://{address}/", server, log)
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait(10)


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=PATIENCE):
            return
        time.sleep(0.5)
    pytest.fail(log.read_text("utf-8"))


@pytest.mark.parametrize(
    ("start", "words", "path"),
    [
        ("/privacy/", "delays", "/playbooks/announce-a-delay/"),
        ("/uk/", "помилками", "/uk/playbooks/own-a-mistake/"),
    ],
)
def test_it_finds_and_opens(served: str, browser: Browser, start: str, words: str, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda line: refused.append(line.text) if "Content Security" in line.text else None)
    page.goto(served + start)
    open_search(page)
    type_words(page, words)
    assert results(page)[0] == path
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}{path}**")
    expect(page.locator("article mark.search-mark").first).to_be_attached()
    assert not refused
    context.close()
