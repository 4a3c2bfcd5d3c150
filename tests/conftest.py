"""Real sites, built in fresh processes; a real browser that opens them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from catalogue import Catalogue, page_paths
from contexts import Contexts, patient
from get_browser import ADVICE, find
from once import Once, once, shared_folder
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from server import Server

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "fr", "uk")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",
]


def build(target: Path, tool: str = "mkdocs", root: Path = ROOT) -> Path:
    """Build the site strictly with mkdocs or properdocs, in a process of its own."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", tool, "build", "--strict", "--site-dir", str(target)]
    if tool == "properdocs":
        command += ["--config-file", "mkdocs.yml"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """make_once(name, make): the folder that `make` fills, once for all processes of this run."""
    return partial(once, shared_folder(tmp_path_factory))


@pytest.fixture(scope="session")
def site(make_once: Once) -> Path:
    """The site of this repository."""
    return make_once("site", lambda folder: build(folder / "site")) / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, without a slash at the end."""
    with Server(site) as url:
        yield url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.fail(ADVICE)
    running = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield running
    running.close()


@pytest.fixture(scope="session")
def catalogue(site: Path) -> Catalogue:
    """What the site publishes as catalog.json."""
    return Catalogue(site)


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """The addresses of all pages that stay where they are: permanent links lead on at once.

    Frames are made by one template: those of one playbook stand for the others.
    """
    paths = [path for path in page_paths(site) if not path.startswith("/go/")]
    return [path for path in paths if "/embed/" not in path or "/embed/own-a-mistake-" in path]


Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def contexts(browser: Browser, address: str) -> Iterator[Contexts]:
    kept = Contexts(browser, address)
    yield kept
    kept.close()


@pytest.fixture
def open_page(contexts: Contexts, address: str) -> Iterator[Opener]:
    """Open a page of the site: open_page("/fr/", width=360, color_scheme="dark", …).

    Options go to the browser context. `clipboard=True` grants reading and writing; `fresh=True` gives a
    browser that has never been here, with no file of the site in its cache.
    Any error in a script fails the test.
    """
    opened: list[tuple[BrowserContext, dict[str, Any], bool]] = []
    errors: list[str] = []

    def open_(
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        clipboard: bool = False,
        fresh: bool = False,
        **options: Any,
    ) -> Page:
        options["viewport"] = {"width": width, "height": height}
        page = contexts.open(options, fresh=fresh)
        if options.get("java_script_enabled", True):
            patient(page)
        opened.append((page.context, options, fresh))
        if clipboard:
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address + path)
        return page

    yield open_
    for context, options, fresh in opened:
        if fresh or "storage_state" in options:
            context.close()
        else:
            contexts.give_back(context, options)
    assert not errors, errors
