"""Where the browser refuses copying or has no clipboard, the words get selected and the keys are named."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogue import Catalogue, playbook_path
from hands import copy_button, field, message, ready
from playwright.sync_api import Browser, Page, Route, expect

Opener = Callable[..., Page]

REMOVED = "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})"
RICH_TEXT_REMOVED = "delete window.ClipboardItem"
TEMPLATE = "own-a-mistake-email"


def forbid_clipboard(page: Page) -> None:
    """Open the page again from a server that forbids it the clipboard."""

    def forbid(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "permissions-policy": "clipboard-write=(), clipboard-read=()"}
        route.fulfill(response=answer, headers=headers)

    page.route("**/", forbid)
    page.reload()
    ready(page)


def remove_clipboard(page: Page) -> None:
    page.add_init_script(REMOVED)
    page.reload()
    ready(page)


@pytest.mark.parametrize("refuse", [forbid_clipboard, remove_clipboard])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "blocked copying. The words are selected – press Ctrl+C"),
        ("fr", "a refusé la copie. Le texte est sélectionné\u00a0: appuyez sur Ctrl+C"),
        ("uk", "не дозволив скопіювати. Текст виділено — натисніть Ctrl+C"),
    ],
)
def test_the_words_are_selected_and_the_keys_named(
    open_page: Opener, catalogue: Catalogue, refuse: Callable[[Page], object], language: str, words: str
) -> None:
    page = open_page(playbook_path("own-a-mistake", language))
    refuse(page)
    copy_button(page, TEMPLATE, "body").click()
    expect(message(page)).to_contain_text(words)
    selected = page.evaluate("getSelection().toString()")
    assert selected.split() == catalogue.words(TEMPLATE, "body", language, {}).split()
    copy_button(page, TEMPLATE, "subject").click()
    subject = page.locator(f"#{TEMPLATE} [data-part=subject]").inner_text()
    assert page.evaluate("getSelection().toString()").strip() == subject


@pytest.mark.parametrize("part", ["all", "body", "subject"])
def test_the_keys_then_copy_exactly_the_words(
    open_page: Opener, browser: Browser, address: str, catalogue: Catalogue, part: str
) -> None:
    page = open_page(playbook_path("own-a-mistake"))
    forbid_clipboard(page)
    field(page, "client").fill("Nadia <O’Brien>")
    copy_button(page, TEMPLATE, part).click()
    expect(message(page)).to_contain_text("Ctrl+C")
    page.keyboard.press("Control+C")
    reader = open_page("/404.html", clipboard=True)
    expected = catalogue.words(TEMPLATE, part, "en", {"client": "Nadia <O’Brien>"})
    assert reader.evaluate("navigator.clipboard.readText()") == expected


def test_a_checklist_is_selected_too(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"))
    forbid_clipboard(page)
    page.locator("[data-copy-checklist]").click()
    expect(message(page)).to_contain_text("Ctrl+C")
    first = page.locator("[data-checklist] label").first.inner_text().strip()
    assert first in page.evaluate("getSelection().toString()")


@pytest.mark.quick
def test_a_link_is_shown_selected(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"))
    forbid_clipboard(page)
    page.get_by_role("button", name="Copy link – Own a mistake").click()
    expect(message(page)).to_contain_text("Ctrl+C")
    assert page.evaluate("document.activeElement.value").endswith("/go/own-a-mistake/")


def test_without_rich_text_the_plain_words_are_copied(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path("own-a-mistake"), clipboard=True)
    page.add_init_script(RICH_TEXT_REMOVED)
    page.reload()
    ready(page)
    copy_button(page, TEMPLATE).click()
    expect(message(page)).to_contain_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == catalogue.words(TEMPLATE, "all", "en", {})
