"""/go/<id>/ leads to the right element in the reader's language, and without a script to all three."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import LANGUAGES, Opener
from playwright.sync_api import Browser, Page, expect
from reading import read_page
from server import Server

KINDS = ("playbooks", "templates", "checklists")


@pytest.fixture(scope="module")
def catalog(site: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((site / "catalog.json").read_text("utf-8"))
    return data


def rows(catalog: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for kind in KINDS for row in catalog[kind]]


def arrive(page: Page, url: str) -> None:
    page.wait_for_url(url, wait_until="commit", timeout=10_000)


READERS = [("fr", "fr"), ("uk-UA", "uk"), ("en-US", "en"), ("de-DE", "en")]


@pytest.mark.parametrize(("locale", "language"), READERS)
def test_every_id_leads_to_its_element(
    catalog: dict[str, Any], browser: Browser, address: str, locale: str, language: str
) -> None:
    """One of the readers follows each link; all links of an id are read below.

    The pages that they lead to are read as files: to show one for each id would take minutes.
    """
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.route(re.compile(r"/playbooks/"), lambda route: route.fulfill(body="", content_type="text/html"))
    for row in rows(catalog)[READERS.index((locale, language)) :: len(READERS)]:
        page.goto(f"{address}/go/{row['id']}/", wait_until="commit")
        arrive(page, address + row["url"][language])
    context.close()


@pytest.mark.quick
def test_an_id_is_opened_at_its_element(open_page: Opener, address: str) -> None:
    page = open_page("/privacy/", locale="uk")
    page.goto(f"{address}/go/own-a-mistake-checklist/", wait_until="commit")
    arrive(page, f"{address}/uk/playbooks/own-a-mistake/#own-a-mistake-checklist")
    expect(page.locator("#own-a-mistake-checklist")).to_be_in_viewport()


@cache
def what_stands_at(site: Path, path: str) -> tuple[str, frozenset[str]]:
    """The language of a page, and its ids."""
    page = read_page(site / path.lstrip("/") / "index.html")
    return page.one("html").get("lang"), frozenset(element.get("id") for element in page)


@pytest.mark.quick
def test_without_a_script_there_are_three_links(site: Path, catalog: dict[str, Any]) -> None:
    for row in rows(catalog):
        page = read_page(site / "go" / row["id"] / "index.html")
        assert page.one("html").get("lang") == "en"
        assert page.one("meta", name="robots").get("content") == "noindex"
        assert not [
            script for script in page.all("script") if script.text and script.get("type") != "application/json"
        ]
        for language in LANGUAGES:
            link = page.one("a", hreflang=language)
            assert link.get("lang") == language
            assert link.get("href") == f"../..{row['url'][language]}"
            assert row["title"][language] in link.text
            shown, ids = what_stands_at(site, urlsplit(row["url"][language]).path)
            assert (shown, row["id"] in ids) == (language, True), row["id"]


def test_an_address_for_one_language_is_previewed_in_it(site: Path, catalog: dict[str, Any]) -> None:
    for row in rows(catalog):
        for language in LANGUAGES:
            page = read_page(site / "go" / row["id"] / language / "index.html")
            assert page.one("html").get("lang") == language
            assert page.one("meta", property="og:title").get("content") == row["title"][language]
            assert page.one("meta", property="og:url").get("content").endswith(f"/go/{row['id']}/{language}/")


def test_without_a_script_the_words_are_one_click_away(open_page: Opener, address: str) -> None:
    page = open_page("/go/own-a-mistake-email/", java_script_enabled=False)
    page.click("a[hreflang=uk]")
    assert page.url == f"{address}/uk/playbooks/own-a-mistake/#own-a-mistake-email"
    assert page.locator("#own-a-mistake-email [data-part=body]").is_visible()


def test_the_last_choice_on_this_site_goes_before_the_browser(open_page: Opener, address: str) -> None:
    page = open_page("/playbooks/own-a-mistake/", locale="en-GB")
    page.click("[data-languages] summary")
    page.click("[data-languages] a[hreflang=uk]")
    arrive(page, f"{address}/uk/playbooks/own-a-mistake/")
    page.goto(f"{address}/go/own-a-mistake-checklist/")
    arrive(page, f"{address}/uk/playbooks/own-a-mistake/#own-a-mistake-checklist")


@pytest.mark.parametrize("rubbish", ["{", '"de"', "42", '{"a": 1}'])
def test_rubbish_in_the_storage_is_no_choice(open_page: Opener, address: str, rubbish: str) -> None:
    page = open_page("/privacy/", locale="fr-CA")
    page.evaluate("text => localStorage.setItem('playbooks:/:language', text)", rubbish)
    page.goto(f"{address}/go/own-a-mistake/")
    arrive(page, f"{address}/fr/playbooks/own-a-mistake/")


@pytest.mark.quick
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/go/own-a-mistake/#steps", "/fr/playbooks/own-a-mistake/#steps"),
        ("/go/own-a-mistake-email/?from=wiki", "/fr/playbooks/own-a-mistake/?from=wiki#own-a-mistake-email"),
        ("/go/own-a-mistake-email/?lang=uk", "/uk/playbooks/own-a-mistake/#own-a-mistake-email"),
        ("/go/own-a-mistake-email/uk/", "/uk/playbooks/own-a-mistake/#own-a-mistake-email"),
        ("/go/own-a-mistake-email/uk/?from=wiki", "/uk/playbooks/own-a-mistake/?from=wiki#own-a-mistake-email"),
        ("/go/own-a-mistake/?lang=xx", "/fr/playbooks/own-a-mistake/"),
    ],
)
def test_fragment_and_query_are_kept(open_page: Opener, address: str, asked: str, found: str) -> None:
    page = open_page("/privacy/", locale="fr")
    page.goto(address + asked)
    arrive(page, address + found)


def test_going_back_leads_to_where_the_link_was(open_page: Opener, address: str) -> None:
    page = open_page("/privacy/", locale="fr")
    page.goto(f"{address}/go/own-a-mistake/")
    arrive(page, f"{address}/fr/playbooks/own-a-mistake/")
    page.go_back()
    assert page.url == f"{address}/privacy/"


def test_it_works_below_a_path(browser: Browser, site: Path) -> None:
    with Server(site, base="/team/candour/") as url:
        page = browser.new_page(locale="uk")
        page.goto(f"{url}/go/own-a-mistake-phone/")
        arrive(page, f"{url}/uk/playbooks/own-a-mistake/#own-a-mistake-phone")
        page.close()
