"""Without JavaScript everything reads, and nothing is offered that would not work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogue import LANGUAGES, Catalogue, playbook_path
from hands import template
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]

DELAY = "announce-a-delay"


@pytest.mark.quick
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_read_with_each_blank_as_its_label(
    open_page: Opener, catalogue: Catalogue, language: str
) -> None:
    page = open_page(playbook_path(DELAY, language), java_script_enabled=False)
    labels = {name: f"[{catalogue.label(name, language)}]" for name in catalogue.fields}
    for row in catalogue.templates_of(DELAY):
        body = template(page, row["id"]).locator("[data-part=body]")
        expect(body).to_be_visible()
        shown = " ".join(body.inner_text().split())
        assert shown == " ".join(catalogue.words(row["id"], "body", language, labels).split())
        for sign in "{}|":
            assert sign not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_needs_the_script_is_not_shown(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path(DELAY, language), java_script_enabled=False)
    controls = page.locator(
        "button, select, progress, [data-field], [data-progress], [data-search-kinds], [data-more]"
    )
    assert controls.count() > 20
    shown = [
        control.evaluate("e => e.outerHTML.slice(0, 120)") for control in controls.all() if control.is_visible()
    ]
    assert shown == []


def test_checklists_can_be_read_and_ticked(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(DELAY), java_script_enabled=False)
    for item in catalogue.checklists[f"{DELAY}-checklist"]["items"]:
        box = page.get_by_role("checkbox", name=item["text"]["en"])
        box.check()
        expect(box).to_be_checked()


def test_the_other_languages_are_links(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), java_script_enabled=False)
    for language, words in (("uk", "Українська"), ("fr", "Français"), ("en", "English")):
        page.locator("[data-languages] summary").click()
        page.get_by_role("link", name=words, exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert page.url.endswith(playbook_path(DELAY, language))


def test_branches_of_a_script_are_open_and_fold(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), java_script_enabled=False)
    branch = page.locator(f"#{DELAY}-phone details.branch").first
    expect(branch.locator("p").first).to_be_visible()
    branch.locator("summary").click()
    expect(branch.locator("p").first).to_be_hidden()


def test_home_leads_to_the_words_in_two_clicks(open_page: Opener) -> None:
    page = open_page("/", java_script_enabled=False)
    page.locator('article a[href*="own-a-mistake"]').first.click()
    page.locator('a[href="#own-a-mistake-email"]').first.click()
    expect(template(page, "own-a-mistake-email")).to_be_in_viewport()
