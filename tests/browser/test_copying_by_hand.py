"""What a reader marks with the mouse and copies with the keys is as clean as what the buttons copy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogue import Catalogue, playbook_path
from hands import TYPE, ready
from playwright.sync_api import Page

Opener = Callable[..., Page]
TEMPLATE = "own-a-mistake-email"
SELECT = """([first, last]) => {
  const range = document.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item.getType(type)).text()));
}"""


def copied_by_hand(page: Page, first: str, last: str) -> tuple[str, str]:
    words = page.locator(f"#{TEMPLATE} [data-words]")
    ends = [words.locator(place).element_handle() for place in (first, last)]
    page.evaluate(SELECT, ends)
    page.keyboard.press("Control+C")
    plain, html = page.evaluate(READ)
    return plain, html


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_whole_template_is_what_its_button_copies(
    open_page: Opener, catalogue: Catalogue, language: str, scheme: str
) -> None:
    page = open_page(playbook_path("own-a-mistake", language), clipboard=True, color_scheme=scheme)
    ready(page)
    page.evaluate(TYPE, {"client": "Nadia", "sender-form": "she"})
    plain, html = copied_by_hand(page, ".template__body > :first-child", ".template__body > :last-child")
    assert plain == catalogue.words(TEMPLATE, "body", language, {"client": "Nadia"}, "she")
    assert "<button" not in html
    assert "style" not in html
    assert "class" not in html
    assert html.count("<p>") == len(plain.split("\n\n"))


def test_a_part_of_a_sentence_is_that_part(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"), clipboard=True)
    ready(page)
    plain, _ = copied_by_hand(
        page, ".template__body > :first-child", ".template__body > :first-child [data-blank]"
    )
    assert plain == "Hello [client’s name]"


def test_a_selection_beyond_a_template_is_the_browsers(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"), clipboard=True)
    ready(page)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    page.keyboard.press("Control+C")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("h1").inner_text()
