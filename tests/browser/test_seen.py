"""A letter can be looked at as its reader's program will show it."""

from __future__ import annotations

from collections.abc import Callable

from catalogue import playbook_path
from hands import TYPE, ready, template
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]
TEMPLATE = "own-a-mistake-email"


def test_filled_it_carries_no_mark_of_having_been_a_form(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake", "fr"), width=360, height=740)
    ready(page)
    page.evaluate(TYPE, {"client": "Madame Durand", "sender": "Anne Morel"})
    switch = template(page, TEMPLATE).locator("[data-seen]")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(template(page, TEMPLATE).locator(".template__from")).to_have_text("De\u00a0: Anne Morel")
    blank = template(page, TEMPLATE).locator(".blank.is-filled").first
    assert blank.evaluate("e => [getComputedStyle(e).borderBottomStyle, getComputedStyle(e).backgroundColor]") == [
        "none",
        "rgba(0, 0, 0, 0)",
    ]
    expect(template(page, TEMPLATE).locator(".is-omitted").first).to_be_hidden()
    switch.click()
    expect(template(page, TEMPLATE).locator(".template__from")).to_have_count(0)


def test_what_is_said_aloud_has_no_such_switch(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"))
    expect(template(page, "own-a-mistake-phone").locator("[data-seen]")).to_have_count(0)
    expect(template(page, "own-a-mistake-message").locator("[data-seen]")).to_have_count(1)
