"""What is in the index files of the built site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from node import run

from playbooks.content import read_content
from playbooks.languages.languages import LANGUAGES as KNOWN
from playbooks.model.channels import CHANNELS
from playbooks.model.plain import plain
from playbooks.project import read_project
from playbooks.search.tokens import cut

ROOT = Path(__file__).parents[2]
LANGUAGES = ["en", "fr", "uk"]
TOKENS = "const cut = m.cutter(rows[0]); return rows.slice(1).map((text) => cut(text).split(' ').filter(Boolean));"
CUT = {
    "en": {
        "The client\u2019s follow-up": "the client followup follow up",
        "Don't — it's late: 5 000 €!": "dont it late 5 000",
        "a--b - c\u2010d": "ab a b cd c d",
        "na\u00efve cafe\u0301, w\u00adords": "naive cafe words",
        "": "",
        "?! …": "",
    },
    "fr": {
        "L\u2019échéance, qu'un Œil": "echeance un oeil",
        "aujourd\u02bchui, jusqu`à lundi": "aujourdhui a lundi",
        "rendez-vous d'avant-vente": "rendezvous rendez vous avantvente avant vente",
    },
    "uk": {
        "П\u2019ять хвилин, обʼє\u0301кт": "пять хвилин обєкт",
        "Ґанок і\u0308жака": "ганок їжака",
        "клiєнт, sms-розсилка": "клієнт sмsрозсилка sms розсилка",
        "по-друге": "подруге по друге",
    },
}


def cutting(language: str) -> dict[str, Any]:
    search = KNOWN[language].search
    assert search
    return search.data()


def index(site: Path, language: str) -> dict[str, Any]:
    return json.loads((site / "search" / f"{language}.json").read_text("utf-8"))  # type: ignore[no-any-return]


def pieces(site: Path, language: str, kind: str) -> list[str]:
    folder = site / "search" / index(site, language)["at"]
    found = sorted(folder.glob(f"{kind}-*.txt"), key=lambda path: int(path.stem.rpartition("-")[2]))
    return [path.read_text("utf-8") for path in found]


def documents(site: Path, language: str) -> list[dict[str, str]]:
    names = ("location", "kind", "title", "text")
    pages = [json.loads(text) for text in pieces(site, language, "texts")]
    return [dict(zip(names, row, strict=True)) for page in pages for row in page]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_is_in_the_site(site: Path, language: str) -> None:
    for document in documents(site, language):
        path, _, fragment = document["location"].partition("#")
        page = (site / path / "index.html").read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in page, document["location"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_raw_utf_8_in_one_language(site: Path, language: str) -> None:
    text = (site / "search" / f"{language}.json").read_text("utf-8")
    assert "\\u" not in text + "".join(pieces(site, language, "texts"))
    prefix = {"en": "", "fr": "fr/", "uk": "uk/"}[language]
    locations = [document["location"] for document in documents(site, language)]
    assert all(location.startswith(prefix) for location in locations)
    assert prefix or not any(location.startswith(("fr/", "uk/")) for location in locations)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_plain(site: Path, language: str) -> None:
    for document in documents(site, language):
        if "authors/" in document["location"]:  # tells of these signs
            continue
        assert not any(sign in document["text"] for sign in ("](", "**", "[[", "{:", "|\n")), document
        assert document["kind"] in {"playbook", "page", *CHANNELS, "checklist"}


def test_templates_and_checklists_can_be_found(site: Path) -> None:
    catalog = json.loads((site / "catalog.json").read_text("utf-8"))
    for language in LANGUAGES:
        kinds = {document["location"]: document["kind"] for document in documents(site, language)}
        for template in catalog["templates"]:
            assert kinds[template["url"][language].removeprefix("/")] == template["channel"]
        for checklist in catalog["checklists"]:
            assert kinds[checklist["url"][language].removeprefix("/")] == "checklist"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_cut_in_the_browser_as_here(site: Path, language: str) -> None:
    found = documents(site, language)
    texts = [document[key] for document in found for key in ("title", "text")]
    texts += CUT[language]
    here = [cut(text, language) for text in texts]
    assert run("search/words.js", TOKENS, [cutting(language), *texts]) == here
    known = {line.partition(" ")[0] for piece in pieces(site, language, "places") for line in piece.split("\n")}
    assert known >= {word for document in found for word in cut(document["text"], language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_cut(language: str) -> None:
    for text, words in CUT[language].items():
        assert cut(text, language) == words.split(), text


def test_nothing_is_left_of_the_theme_s_index(site: Path) -> None:
    assert not (site / "search" / "search_index.json").exists()


def test_pages_have_questions_in_every_language() -> None:
    content = read_content(read_project(ROOT / "mkdocs.yml"))
    asked = {
        language: {page.path for page in content.site.pages_of(language) if page.asked} for language in LANGUAGES
    }
    assert asked["en"] == asked["fr"] == asked["uk"]
    assert {page.path for page in content.site.playbooks("en")} <= asked["en"]


def test_questions_are_for_the_search_only(site: Path) -> None:
    page = next(page for page in read_content(read_project(ROOT / "mkdocs.yml")).site.pages_of("en") if page.asked)
    phrase = max(page.asked, key=len)
    holding = [path.relative_to(site).as_posix() for path in site.rglob("*.*") if phrase in _text(path)]
    assert holding == []  # their words stand in the index, each by itself


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.suffix in (".html", ".json", ".xml", ".txt", ".csv") else ""


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**Bold** and *soft* `code`", "Bold and soft code"),
        ("See [the page](a.md#b).", "See the page."),
        ("1. One\n2. Two", "One\nTwo"),
        ("| a | b |\n|---|:-:|\n| c | d |", "a — b\nc — d"),
        ("Title {#id .flag}", "Title"),
        ("<b>x</b> <!-- no -->y", "x y"),
        ("2 * 3 * 4, snake_case_name", "2 * 3 * 4, snake_case_name"),
    ],
)
def test_plain(source: str, text: str) -> None:
    assert plain(source, "en") == text
