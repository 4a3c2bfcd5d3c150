"""Texts that look like markup read as typed, wherever they are shown.

Two sites of the same form are built, one with hostile texts and one with harmless ones. Every page of
both must have the same elements with the same attributes, and each harmless text must have its hostile
twin in the same place, letter for letter.
"""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from once import Once
from playwright.sync_api import Browser
from reading import Element, read, read_page
from server import Server

from playbooks.languages.typography import typeset
from safety.hostile import CASES, HARMLESS, LANGUAGES, build, write

VECTOR = CASES["vector"]
# what the texts decide besides what is shown: the version of an item, the hashes of the policy
FINGERPRINTS = {"data-version", "data-items"}


@pytest.fixture(scope="module")
def harmless(make_once: Once) -> Path:
    def make(root: Path) -> None:
        write(root, hostile=False)
        build(root)

    return make_once("harmless", make) / "site"


def forms(language: str) -> set[str]:
    """How the vector may read: as typed or typeset, whole or without what a fence cannot hold."""
    typed = {
        VECTOR,
        VECTOR.replace("{", "").replace("}", ""),
        VECTOR.replace('"', "").replace("{", "").replace("}", ""),
    }
    return typed | {typeset(text, language) for text in typed}


def twin(text: str, language: str) -> re.Pattern[str]:
    """What stands in the hostile site for a text of the harmless one."""
    either = "|".join(map(re.escape, sorted(forms(language), key=len, reverse=True)))
    return re.compile(f"(?:{either})".join(map(re.escape, text.split(HARMLESS))), re.DOTALL)


# a file of texts that differ has a name that differs
NAMED_BY_CONTENT = re.compile(r"-[0-9a-f]{8}\.js$")


def shown(page: Element) -> Iterator[tuple[str, str, str]]:
    """(tag, attribute or "", value) of a page in order; text by the element that holds it."""
    for element in page:
        yield element.tag, "<>", ""
        for name, value in sorted(element.attributes.items()):
            if name not in FINGERPRINTS and element.get("http-equiv") != "Content-Security-Policy":
                yield element.tag, name, NAMED_BY_CONTENT.sub(".js", value)
        if "data-kind" in element.attributes:
            continue  # how long it takes to say them
        data = element.tag == "script" and "json" in element.get("type")
        for child in element.children:
            if isinstance(child, str) and child.strip() and not data:
                yield element.tag, "", child


def html_pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def language_of(path: str) -> str:
    return path[:2] if path.startswith(("fr/", "uk/")) else "en"


def test_every_page_has_the_same_elements_and_the_text_as_typed(hostile: Path, harmless: Path) -> None:
    names = html_pages(harmless)
    assert html_pages(hostile) == names
    assert {"index.html", "404.html", "go/late/index.html", "fr/embed/late-phone/index.html"} <= set(names)
    wrong = []
    for name in names:
        good, bad = list(shown(read_page(harmless / name))), list(shown(read_page(hostile / name)))
        languages = LANGUAGES if name.startswith("go/") or "offline/" in name else (language_of(name),)
        if [row[:2] for row in good] != [row[:2] for row in bad]:
            wrong.append(f"{name}: other elements")
            continue
        for (tag, attribute, want), (_, _, got) in zip(good, bad, strict=True):
            if not any(twin(want, language).fullmatch(got) for language in languages):
                wrong.append(f"{name}: <{tag} {attribute}> {got!r} for {want!r}")
    assert not wrong, "\n".join(wrong[:20])


def test_data_in_pages_is_the_same_as_json(hostile: Path) -> None:
    """No text ends the script element that holds it."""
    for name in html_pages(hostile):
        for script in read_page(hostile / name).all("script"):
            if "json" in script.get("type"):
                json.loads(script.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_beside_the_pages_hold_the_text_as_typed(hostile: Path, language: str) -> None:
    start = "" if language == "en" else f"{language}/"
    title, label = (typeset(f"{place} {VECTOR}", language) for place in ("title", "label"))
    catalogue = json.loads((hostile / "catalog.json").read_text("utf-8"))
    assert catalogue["playbooks"][0]["title"][language] == title
    assert catalogue["fields"][0]["label"][language] == label
    (table,) = (hostile / "exports").glob(f"*-{language}.csv")
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8"))))
    assert {row[5] for row in rows[1:]} == {title}
    plain = (hostile / f"{start}templates/late-email.txt").read_text("utf-8")
    assert typeset(f"words of an email {VECTOR}", language) in plain
    feed = ET.parse(hostile / f"{start}feed.xml").getroot()
    content = read(feed.findtext(".//{http://www.w3.org/2005/Atom}content", ""))
    assert content.one("p").text == typeset(f"change text {VECTOR}", language)
    assert content.one("a").text == title
    assert {element.tag for element in content} == {"", "div", "p", "ul", "li", "a"}
    ET.parse(hostile / "sitemap.xml")


def test_nothing_runs_and_nothing_is_fetched_elsewhere(hostile: Path, browser: Browser) -> None:
    with Server(hostile) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        dialogs: list[str] = []
        requests: list[str] = []
        errors: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        for path in ("/", "/fr/", "/playbooks/", "/templates/", "/checklists/", "/nowhere/", "/embed/late-email/"):
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            assert VECTOR.split(" {{")[0].split('"')[0] in page.inner_text("body") or path == "/nowhere/"
        page.goto(f"{address}/playbooks/late/")
        page.fill("[data-field=client]", VECTOR)
        assert VECTOR in page.inner_text("#late-phone [data-blank=client]")
        page.click("#late-phone [data-open-call]")
        page.wait_for_selector("dialog.call[open]")
        if page.is_visible("dialog.call [data-call-before]"):
            page.keyboard.press("ArrowRight")
        assert "costs < 5 <img src=x" in page.inner_text(".call__words")
        page.keyboard.press("Escape")
        page.goto(f"{address}/")
        page.fill("[data-md-component=search-query]", "costs")
        page.wait_for_selector(".md-search-result__list li")
        assert "R&D costs < 5 <img src=x onerror=alert(1)>" in page.inner_text(".md-search-result__list")
        assert not page.query_selector("img[src=x]")
        context.close()
        assert (dialogs, errors) == ([], [])
        assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
        assert [url for url in requests if url.endswith("/x")] == []
