"""A file that does not arrive: the page reads and the rest works, and the reader is told what to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from catalogue import LANGUAGES, playbook_path
from hands import field, message, ready, template
from playwright.sync_api import Browser, Page, expect

PLAYBOOK = "own-a-mistake"
TOLD = {
    "en": "Reload the page",
    "fr": "Rechargez la page",
    "uk": "Перезавантажте сторінку",
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that was never here."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["page", "playbook"])
def test_the_words_are_there_and_the_reader_is_told(page: Page, address: str, name: str, language: str) -> None:
    page.context.route(f"**/assets/scripts/{name}-*.js", lambda route: route.abort())
    page.goto(address + playbook_path(PLAYBOOK, language))
    expect(message(page)).to_contain_text(TOLD[language])
    expect(template(page, f"{PLAYBOOK}-email").locator("[data-part=body]")).to_be_visible()
    page.locator("[data-dismiss]").click()
    expect(message(page)).to_be_empty()


@pytest.mark.parametrize("name", ["call", "box"])
def test_what_is_fetched_later_is_asked_for_again(page: Page, address: str, name: str) -> None:
    page.goto(address + playbook_path(PLAYBOOK))
    ready(page)
    page.context.route(f"**/assets/scripts/{name}-*.js", lambda route: route.abort())
    is_call = name == "call"
    way = page.locator(f"#{PLAYBOOK}-phone [data-open-call]" if is_call else "[data-md-component=search-query]")
    way.click()
    expect(message(page)).to_contain_text(TOLD["en"])
    field(page, "client").fill("Nadia")
    expect(template(page, f"{PLAYBOOK}-email")).to_contain_text("Nadia")
    page.context.unroute_all()
    way.click()
    if is_call:
        expect(page.locator("dialog.call[open]")).to_be_visible()
    else:
        page.keyboard.type("delay")
        expect(page.locator("[data-md-component=search-result] a[href]").first).to_be_visible()
