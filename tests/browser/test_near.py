"""What a reader comes near is there before it is used, and what is out of sight costs nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogue import LANGUAGES, playbook_path
from hands import ready, template
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True, "fresh": True}
PANEL_IS_THERE = "() => document.querySelector('dialog.sheet') !== null"
PLACES = (
    "[...document.querySelectorAll('article > *, .template > *, article li')]"
    ".map((e) => Math.round(e.getBoundingClientRect().top + scrollY))"
)
IN_SIGHT = "e => e.checkVisibility({ contentVisibilityAuto: true })"


@pytest.mark.quick
def test_a_page_that_nobody_uses_fetches_no_panel(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"), **PHONE)
    ready(page)
    page.wait_for_timeout(500)
    assert not page.evaluate(PANEL_IS_THERE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_come_to_a_template_fills_it_in_without_a_network(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path("own-a-mistake", language), **PHONE)
    ready(page)
    block = template(page, "own-a-mistake-email")
    block.locator("[data-open-blanks]").scroll_into_view_if_needed()
    page.wait_for_function(PANEL_IS_THERE)
    page.context.set_offline(True)
    block.locator("[data-open-blanks]").tap()
    expect(page.locator("dialog.sheet [data-field]:visible")).to_have_count(1)
    expect(page.locator("dialog.sheet [data-sentence] mark")).to_be_visible()
    page.context.set_offline(False)


@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_moves_when_what_is_out_of_sight_is_left_alone(open_page: Opener, width: int) -> None:
    page = open_page(playbook_path("own-a-mistake", "uk"), **{**PHONE, "width": width})
    ready(page)
    page.wait_for_timeout(200)
    before = page.evaluate(PLACES)
    far = template(page, "own-a-mistake-email-several").locator("[data-part=body] > p").first
    assert far.evaluate(IN_SIGHT)
    template(page, "own-a-mistake-phone").scroll_into_view_if_needed()
    page.wait_for_function(PANEL_IS_THERE)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(200)
    assert not far.evaluate(IN_SIGHT)
    assert page.evaluate(PLACES) == before


def test_what_is_out_of_sight_is_printed_and_copied(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"), **PHONE)
    ready(page)
    template(page, "own-a-mistake-phone").scroll_into_view_if_needed()
    page.wait_for_function(PANEL_IS_THERE)
    page.evaluate("scrollTo(0, 0)")
    far = template(page, "own-a-mistake-email-several").locator("[data-part=body]")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    assert far.locator("p").first.inner_text()[:20] in page.evaluate("String(getSelection())")
    page.emulate_media(media="print")
    assert far.locator("p").first.evaluate(IN_SIGHT)


def test_the_sheet_rises_with_one_field(open_page: Opener) -> None:
    """Not with all of them, of which it would hide all but one when they have been laid out."""
    page = open_page(playbook_path("own-a-mistake"), **PHONE)
    ready(page)
    page.evaluate(
        "() => { const rise = HTMLDialogElement.prototype.showModal;"
        " HTMLDialogElement.prototype.showModal = function () {"
        " window.laid = [...this.querySelectorAll('.field')].filter((row) => !row.hidden).length;"
        " rise.call(this); }; }"
    )
    template(page, "own-a-mistake-email").locator("[data-open-blanks]").tap()
    expect(page.locator("dialog.sheet")).to_be_visible()
    assert page.evaluate("window.laid") == 1
