"""An address that leads nowhere: on to what is meant for certain, else a page that says what is near."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import LANGUAGES, Opener, build
from playwright.sync_api import Browser, expect
from reading import read_page
from server import Server

from .conftest import Tiny

SUGGESTED = "[data-part-language={}] [data-nearest] a"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/en/playbooks/own-a-mistake/#steps", "/playbooks/own-a-mistake/#steps"),
        ("/en/", "/"),
        ("/en-GB/templates/", "/templates/"),
        ("/ua/templates/", "/uk/templates/"),
        ("/fr-CA/playbooks/own-a-mistake/", "/fr/playbooks/own-a-mistake/"),
        ("/de/playbooks/own-a-mistake/", "/uk/playbooks/own-a-mistake/"),
        ("/de/", "/uk/"),
        ("/fr/own-a-mistake", "/fr/playbooks/own-a-mistake/"),
        ("/own-a-mistake-email/", "/uk/playbooks/own-a-mistake/#own-a-mistake-email"),
        ("/FR/Playbooks/Own-A-Mistake.html", "/fr/playbooks/own-a-mistake/"),
        ("/fr/go/own-a-mistake-email/", "/fr/playbooks/own-a-mistake/#own-a-mistake-email"),
        ("/en/embed/own-a-mistake-email/", "/embed/own-a-mistake-email/"),
    ],
)
def test_what_is_meant_for_certain_is_opened(open_page: Opener, address: str, asked: str, found: str) -> None:
    page = open_page("/privacy/", locale="uk-UA")
    page.goto(address + asked, wait_until="commit")
    page.wait_for_url(address + found)
    page.go_back()
    assert page.url == f"{address}/privacy/"


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("/playbook/own-mistake/", "/playbooks/own-a-mistake/"),
        ("/playbooks/own-a-mistkae/", "/playbooks/own-a-mistake/"),
        ("/playbooks/announce-delay/", "/playbooks/announce-a-delay/"),
        ("/delay", "/playbooks/announce-a-delay/"),
        ("/go/own-a-mistake-emial/", "/playbooks/own-a-mistake/#own-a-mistake-email"),
        ("/tempaltes/", "/templates/"),
        ("/onboarding/new-comer/", "/onboarding/newcomer/"),
    ],
)
def test_what_is_near_is_suggested_in_every_language(
    open_page: Opener, address: str, asked: str, wanted: str
) -> None:
    page = open_page(asked, locale="en-GB")
    for language in LANGUAGES:
        link = page.locator(SUGGESTED.format(language)).first
        expect(link).to_be_visible()
        start = "" if language == "en" else f"/{language}"
        assert link.evaluate("link => link.href") == address + start + wanted


@pytest.mark.parametrize(
    "asked", ["/xyzzy", "/%E0%A4%A", "/" + "a" * 5000, "/<script>", "/uk/%D0%B0%D0%B1%D0%B2/"]
)
def test_what_is_like_nothing_gives_the_way_home_and_the_first_situations(open_page: Opener, asked: str) -> None:
    page = open_page(asked, locale="fr")
    expect(page.locator("[data-part-language=fr] a")).to_have_count(1 + 4)
    expect(page.locator(SUGGESTED.format("fr")).first).to_have_attribute(
        "href", re.compile("/fr/playbooks/announce-a-delay/$")
    )


@pytest.mark.quick
def test_the_readers_language_comes_first(open_page: Opener) -> None:
    page = open_page("/fr/xyzzy", locale="uk")
    expect(page.locator("[data-not-found] > section").first).to_have_attribute("lang", "fr")
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def test_without_a_script_it_speaks_all_languages(site: Path) -> None:
    page = read_page(site / "404.html")
    parts = page.all("section")
    assert [part.get("lang") for part in parts] == list(LANGUAGES)
    assert [part.one("a").get("href") for part in parts] == ["/", "/fr/", "/uk/"]
    assert page.one("meta", name="robots").get("content") == "noindex"


def test_it_works_below_a_path(browser: Browser, tiny: Tiny) -> None:
    built = build(tiny.root / "site", root=tiny.root)
    assert [part.one("a").get("href") for part in read_page(built / "404.html").all("section")] == [
        "/below/", "/below/fr/", "/below/uk/",
    ]  # fmt: skip
    with Server(built, base="/below/") as url:
        page = browser.new_page(locale="en")
        page.goto(f"{url}/fr/playbooks/latte/")
        link = page.locator(SUGGESTED.format("fr")).first
        expect(link).to_be_visible()
        assert link.evaluate("link => link.href") == f"{url}/fr/playbooks/late/"
        page.goto(f"{url}/en/playbooks/late/", wait_until="commit")
        page.wait_for_url(f"{url}/playbooks/late/", wait_until="commit")
        page.close()
