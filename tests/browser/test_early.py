"""What is done on a page before its scripts have arrived counts when they have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from catalogue import Catalogue, playbook_path
from hands import copy_button, field, message, ready, template
from playwright.sync_api import Page, Route, expect

Opener = Callable[..., Page]

DELAY = "announce-a-delay"


@contextmanager
def without_scripts_yet(page: Page, address: str) -> Iterator[None]:
    """Open a page whose scripts are held back as long as the block lasts."""
    held: list[Route] = []
    is_held = True

    def hold(route: Route) -> None:
        if is_held:
            held.append(route)
        else:
            route.continue_()

    page.route("**/assets/**/*.js", hold)
    page.goto(address, wait_until="commit")
    page.locator("footer").wait_for()
    yield
    is_held = False
    for route in held:
        route.continue_()
    ready(page)
    page.unroute("**/assets/**/*.js", hold)


def test_copying_before_the_scripts_are_there(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page("/404.html", clipboard=True)
    with without_scripts_yet(page, page.url.replace("/404.html", playbook_path(DELAY))):
        copy_button(page, f"{DELAY}-email").click()
        copy_button(page, f"{DELAY}-email").click()
    expect(message(page)).to_contain_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == catalogue.words(f"{DELAY}-email", "all", "en", {})


def test_the_first_blank_the_call_and_the_reader_before_the_scripts_are_there(open_page: Opener) -> None:
    page = open_page("/404.html", width=360, height=740)
    address = page.url.replace("/404.html", playbook_path(DELAY))
    with without_scripts_yet(page, address):
        template(page, f"{DELAY}-email").locator("[data-blank=old-date]").first.click()
    expect(field(page, "old-date")).to_be_focused()
    with without_scripts_yet(page, address):
        template(page, f"{DELAY}-phone").locator("[data-open-call]").click()
    expect(page.locator("dialog [data-call-before]")).to_be_visible()
    with without_scripts_yet(page, address):
        template(page, f"{DELAY}-email").locator("[data-words-language]").select_option("uk")
    expect(template(page, f"{DELAY}-email").locator("[data-words]")).to_have_attribute("lang", "uk")
    with without_scripts_yet(page, address):
        template(page, f"{DELAY}-voicemail").locator("details.more summary").click()
    expect(template(page, f"{DELAY}-voicemail").locator("[data-send=link]")).to_be_visible()


def test_ticks_set_before_the_scripts_are_there_last(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    ready(page)
    boxes = page.locator("[data-item]")
    boxes.nth(1).check()
    with without_scripts_yet(page, page.url):
        boxes.nth(0).check()
    expect(page.locator("[data-progress]")).to_contain_text("2 of")
    page.reload()
    ready(page)
    expect(boxes.nth(0)).to_be_checked()


def test_words_typed_into_the_search_before_the_scripts_are_there_are_searched(open_page: Opener) -> None:
    page = open_page("/404.html")
    with without_scripts_yet(page, page.url.replace("404.html", "")):
        page.locator("[data-md-component=search-query]").click()
        page.keyboard.type("delay")
    expect(page.locator("[data-md-component=search-result] a[href]").first).to_be_visible()
