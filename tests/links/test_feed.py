"""The feeds by the rules of RFC 4287, and the file they are made of."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from conftest import LANGUAGES
from reading import read, read_page

from playbooks.checks.changes import check
from playbooks.data.changes import read_changes

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
HOST = "https://candour.example/"


def start(language: str) -> str:
    return "" if language == "en" else f"{language}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_valid(site: Path, language: str) -> None:
    feed = ET.parse(site / f"{start(language)}feed.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(ATOM + name)) == 1, name
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [f"{HOST}{start(language)}feed.xml"] == [feed.findtext(f"{ATOM}id")]
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        for name in ("id", "title", "updated"):
            assert len(entry.findall(ATOM + name)) == 1, name
        assert MOMENT.fullmatch(entry.findtext(f"{ATOM}updated", ""))
        assert re.match(r"https://[^ ]+$", entry.findtext(f"{ATOM}id", ""))
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    assert feed.findtext(f"{ATOM}updated") == max(entry.findtext(f"{ATOM}updated", "") for entry in entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_somewhere(site: Path, language: str) -> None:
    feed = ET.parse(site / f"{start(language)}feed.xml").getroot()
    addresses = [link.get("href", "") for link in feed.iter(f"{ATOM}link") if link.get("rel") == "alternate"]
    for content in feed.iter(f"{ATOM}content"):
        assert content.get("type") == "html"
        addresses += [link.get("href") for link in read(content.text or "").all("a")]
    for address in addresses:
        path = address.removeprefix(HOST).partition("?")[0].partition("#")[0]
        assert address.startswith(HOST)
        assert (site / path / "index.html").is_file(), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_name_the_feed_of_their_language(site: Path, language: str) -> None:
    page = read_page(site / start(language) / "privacy" / "index.html")
    assert page.one("link", type="application/atom+xml").get("href") == "../feed.xml"


def test_what_is_wrong_with_the_changes_is_told(tmp_path: Path) -> None:
    path = tmp_path / "changes.yml"
    path.write_text(
        "- id: First\n"
        "- id: second\n  date: soon\n  title: {en: A, fr: B, uk: C}\n  text: {en: A, fr: B}\n"
        "- id: third\n  date: 2026-01-02\n  title: {en: A, fr: B, uk: C}\n  text: {en: A, fr: B, uk: C}\n"
        "  ids: [x]\n",
        "utf-8",
    )
    changes, problems = read_changes(path, LANGUAGES, "data/changes.yml")
    assert [str(problem) for problem in [*problems, *check(changes, {"late"})]] == [
        "data/changes.yml:1: a change needs an id of lower-case words joined by -",
        "data/changes.yml:2: the change second needs date: year-month-day",
        "data/changes.yml:2: the change second has no text in uk",
        "data/changes.yml:6: the change third names x, which is no public id",
    ]
