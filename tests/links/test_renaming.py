"""A playbook is renamed and a template is given up: every old address still leads to the words."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import build
from once import Once
from playwright.sync_api import Browser
from reading import read_page
from server import Server

from .conftest import Tiny

SUCCESSORS = {
    "late": "delay",
    "late-phone": "delay-phone",
    "late-voicemail": "delay-phone",
    "late-email": "delay-email",
    "late-checklist": "delay-checklist",
    "delay-voicemail": "delay-phone",
}


@pytest.fixture(scope="module")
def renamed(make_once: Once) -> Path:
    return make_once("renamed", make_renamed) / "tiny" / "site"


def make_renamed(folder: Path) -> None:
    """The tiny site after `late` became `delay`; then its voicemail, already registered, was given up."""
    tiny = Tiny(folder / "tiny")
    tiny.rename_playbook("late", "delay")
    tiny.run("register")
    for path in sorted(tiny.root.glob("docs*/playbooks/*.md")):
        words = path.read_text("utf-8")
        path.write_text(re.sub(r"```voicemail.*?\n```\n\n", "", words, flags=re.DOTALL), "utf-8")
    text = tiny.register.read_text("utf-8")
    for old, new in SUCCESSORS.items():
        text = re.sub(rf"(\{{id: {old}, .*)\}}", rf"\1, successor: {new}}}", text)
    tiny.register.write_text(text, "utf-8")
    assert tiny.run("check") == (0, "")
    build(tiny.root / "site", root=tiny.root)


@pytest.fixture(scope="module")
def served(renamed: Path) -> Iterator[str]:
    with Server(renamed, base="/below/") as url:
        yield url


def test_a_removal_without_a_successor_fails_the_build(tiny: Tiny) -> None:
    tiny.remove_playbook("late")
    # not --quiet: it silences the warnings that --strict counts
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=tiny.root, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "the playbook late is gone; bring it back, or name its successor: here" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/go/late/", "/playbooks/delay/"),
        ("/go/late-email/", "/playbooks/delay/#delay-email"),
        ("/go/late-voicemail/", "/playbooks/delay/#delay-phone"),
        ("/go/delay-voicemail/", "/playbooks/delay/#delay-phone"),
        ("/playbooks/late/", "/playbooks/delay/"),
        ("/fr/playbooks/late/", "/fr/playbooks/delay/"),
        ("/uk/playbooks/late/", "/uk/playbooks/delay/"),
        ("/fr/playbooks/late/#what-not-to-say", "/fr/playbooks/delay/#what-not-to-say"),
        ("/uk/playbooks/late/#late-email", "/uk/playbooks/delay/#delay-email"),
        ("/playbooks/delay/#delay-voicemail", "/playbooks/delay/#delay-phone"),
        ("/fr/embed/late-email/", "/fr/embed/delay-email/"),
    ],
)
def test_an_old_address_leads_on(browser: Browser, served: str, old: str, new: str) -> None:
    page = browser.new_page(locale="en-GB")
    page.goto(served + old)
    page.wait_for_url(served + new)
    page.close()


def test_an_old_page_leads_on_without_a_script(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/fr/playbooks/late/")
    page.wait_for_url(f"{served}/fr/playbooks/delay/")
    context.close()


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_an_old_page_is_in_its_language(renamed: Path, language: str) -> None:
    start = "" if language == "en" else f"{language}/"
    page = read_page(renamed / start / "playbooks" / "late" / "index.html")
    assert page.one("html").get("lang") == language
    canonical = page.one("link", rel="canonical")
    assert canonical.get("href") == f"https://tiny.example/below/{start}playbooks/delay/"
    assert page.one("meta", name="robots").get("content") == "noindex"


def test_old_files_hold_the_words_of_the_successor(renamed: Path) -> None:
    for name in ("templates/late-email.md", "fr/templates/late-email.txt"):
        assert (renamed / name).read_text("utf-8") == (renamed / name.replace("late-", "delay-")).read_text(
            "utf-8"
        )
