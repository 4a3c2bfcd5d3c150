"""The whole path without a mouse: only Tab, Enter, Space, arrows and letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogue import LANGUAGES, Catalogue, playbook_path
from hands import message, ready, template
from playwright.sync_api import Page, Route, expect

Opener = Callable[..., Page]

DELAY = "announce-a-delay"


def tab_to(page: Page, selector: str, most: int = 150) -> None:
    """Press Tab until the element has the focus, which must be seen."""
    ready(page)
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            break
    else:
        raise AssertionError(f"Tab does not reach {selector}")
    visible = page.evaluate(
        """() => {
          const element = document.activeElement;
          // a ring may stand around the whole row, or around the box of the search
          const places = [element, element.closest('label'), element.closest('form')].filter(Boolean);
          const rings = places.some((place) => getComputedStyle(place).outlineStyle !== 'none');
          const box = element.getBoundingClientRect();
          return [rings, box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight];
        }"""
    )
    assert visible == [True, True], f"the focus on {selector} is not seen: {visible}"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))


def test_the_first_tab_stop_skips_to_the_content(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')"), focused(page)


def test_the_second_leads_to_the_words_of_a_playbook(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the words")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#words")).to_be_in_viewport()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-open-call]')"):
            break
    else:
        raise AssertionError(focused(page))


def test_from_the_question_to_the_words_in_two_choices(open_page: Opener) -> None:
    page = open_page("/")
    tab_to(page, 'article a[href*="own-a-mistake"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/own-a-mistake/")
    tab_to(page, 'a[href="#own-a-mistake-email"]')
    page.keyboard.press("Enter")
    expect(template(page, "own-a-mistake-email")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#own-a-mistake-email')"), focused(page)


def test_a_page_is_found_by_the_search(open_page: Opener) -> None:
    page = open_page("/")
    tab_to(page, "[data-md-component=search-query]")
    page.keyboard.type("delay")
    results = page.locator("[data-md-component=search-result] a[href]")
    expect(results.first).to_be_visible()
    tab_to(page, "[data-md-component=search-result] a[href]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/playbooks/**")


def test_passing_by_the_search_does_not_open_it_afterwards(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    waiting: list[Route] = []
    page.route("**/scripts/box-*.js", lambda route: waiting.append(route))
    with page.expect_request("**/scripts/box-*.js"):
        tab_to(page, "[data-md-component=search-query]")
    tab_to(page, "[data-languages] summary", 5)
    with page.expect_response("**/scripts/box-*.js"):
        waiting[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-languages] summary")).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_language_is_changed_and_the_page_stays(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    tab_to(page, "[data-languages] summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-languages] a[hreflang=uk]", 5)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/uk/playbooks/{DELAY}/**")
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    tab_to(page, "[data-languages] summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("[data-languages]")).not_to_have_attribute("open", "")
    expect(page.locator("[data-languages] summary")).to_be_focused()


@pytest.mark.quick
def test_a_template_is_filled_turned_into_french_and_copied(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(DELAY), clipboard=True)
    name = f"{DELAY}-voicemail"
    tab_to(page, f"#{name} [role=button][data-blank=client]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-field=client]")).to_be_focused()
    page.keyboard.type("Nadia")
    page.reload()
    tab_to(page, f"#{name} [data-words-language]")
    page.keyboard.type("F")
    expect(template(page, name).locator("[data-words]")).to_have_attribute("lang", "fr")
    tab_to(page, f"#{name} [data-copy=all]")
    page.keyboard.press("Enter")
    expect(message(page)).to_contain_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == catalogue.words(
        name, "all", "fr", {"client": "Nadia"}
    )


def test_a_checklist_is_ticked_and_started_again(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    tab_to(page, "[data-checklist] input[type=checkbox]")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("[data-progress]")).to_contain_text("2 of")
    tab_to(page, "[data-checklist] [data-reset]", 20)
    page.keyboard.press("Enter")
    expect(page.locator("[data-progress]")).to_contain_text("0 of")


def test_the_ways_of_sending_open_and_close(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    tab_to(page, f"#{DELAY}-email details.more summary")
    page.keyboard.press("Enter")
    expect(page.locator(f"#{DELAY}-email [data-send=mail]")).to_be_visible()
    tab_to(page, f"#{DELAY}-email [data-send=mail]", 3)
    page.keyboard.press("Escape")
    expect(page.locator(f"#{DELAY}-email [data-send=mail]")).to_be_hidden()
    expect(page.locator(f"#{DELAY}-email details.more summary")).to_be_focused()


def test_branches_of_a_script_fold_and_unfold(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    tab_to(page, f"#{DELAY}-phone details.branch summary")
    branch = page.locator(f"#{DELAY}-phone details.branch").first
    expect(branch.locator("p").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(branch.locator("p").first).to_be_hidden()
    page.keyboard.press("Enter")
    expect(branch.locator("p").first).to_be_visible()


SEARCH_NAME = {
    "en": "Open the search with a single key (/, s or f)",
    "fr": "Ouvrir la recherche avec une seule touche (/, s ou f)",
    "uk": "Відкривати пошук однією клавішею (/, s або f)",
}


def opens_the_search(page: Page, key: str) -> bool:
    """Whether a key alone, pressed while no field has the focus, opens the search; it is closed again."""
    page.keyboard.press(key)
    opened = page.locator("#__search").is_checked()
    page.keyboard.press("Escape")
    return opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_that_open_the_search_are_turned_off_and_on_again(open_page: Opener, language: str) -> None:
    root = "/" if language == "en" else f"/{language}/"
    page = open_page(f"{root}accessibility/")
    site = page.url.removesuffix(f"{root}accessibility/")
    switch = page.get_by_role("switch", name=SEARCH_NAME[language])
    expect(switch).to_be_checked()
    assert opens_the_search(page, "s")
    other = page.context.new_page()
    other.goto(f"{site}/playbooks/{DELAY}/")
    ready(other)
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).not_to_be_checked()
    page.locator("h1").click()
    # on this page, in a tab that was open, on pages to come, also where the theme's own script runs
    assert not any(opens_the_search(page, key) for key in "/sf")
    assert not any(opens_the_search(other, key) for key in "/sf")
    page.goto(f"{site}/authors/")
    assert not any(opens_the_search(page, key) for key in "/sf")
    page.goto(f"{site}{root}offline/")
    expect(switch).not_to_be_checked()
    switch.check()
    page.locator("h1").click()
    assert all(opens_the_search(page, key) for key in "/sf")


def test_where_nothing_can_be_kept_the_switch_of_the_keys_says_so(open_page: Opener) -> None:
    page = open_page("/404.html")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }")
    page.goto(page.url.replace("/404.html", "/accessibility/"))
    expect(page.get_by_role("switch", name=SEARCH_NAME["en"])).to_be_disabled()
    expect(page.get_by_text("so the keys stay on")).to_be_visible()
