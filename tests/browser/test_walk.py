"""The way from "what happened?" to words that are sent, on a phone: taps, scrolling and room are counted.

Typing is not counted, nor is Enter on the keyboard that stands there while one types. A native select takes two
taps: to open it and to choose.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from catalogue import LANGUAGES, PLAYBOOKS, Catalogue, playbook_path
from hands import message, ready
from playwright.sync_api import Locator, Page, expect

Opener = Callable[..., Page]

DELAY = "announce-a-delay"
WIDTH, HEIGHT = 360, 740
PHONE: dict[str, Any] = {"width": WIDTH, "height": HEIGHT, "has_touch": True, "is_mobile": True}


class Walk:
    """One reader's thumb: it scrolls to what it taps, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.scrolled = 0.0

    @property
    def screens(self) -> float:
        return self.scrolled / HEIGHT

    def tap(self, target: Locator, taps: int = 1) -> None:
        ready(self.page)
        self.scrolled += target.evaluate(
            """(element) => {
              const before = scrollY;
              const box = element.getBoundingClientRect();
              const edge = innerHeight - 60; // where the bar may stand
              if (box.bottom > edge) scrollBy({ top: box.bottom - edge, behavior: 'instant' });
              else if (box.top < 0) scrollBy({ top: box.top, behavior: 'instant' });
              return Math.abs(scrollY - before);
            }"""
        )
        self.taps += taps
        if taps == 1:
            target.tap()

    def choose(self, select: Locator, value: str) -> None:
        self.tap(select, 2)
        select.select_option(value)

    def fill(self, words: str = "слово") -> None:
        """Answer what the sheet of blanks asks until nothing is left."""
        sheet = self.page.locator("dialog.sheet")
        copy = sheet.locator("[data-step-copy]")
        for _ in range(30):
            quick = sheet.locator("[data-quick] button").first
            if quick.is_visible():
                self.tap(quick)
            else:
                self.page.keyboard.type(words)
                self.page.keyboard.press("Enter")
            if copy.is_visible() and copy.evaluate("e => e === document.activeElement"):
                break
        self.tap(copy)


def start(open_page: Opener, language: str = "fr") -> Walk:
    return Walk(open_page("/" if language == "en" else f"/{language}/", clipboard=True, **PHONE))


def situation(page: Page, playbook: str) -> Locator:
    return page.locator(f'.situations a[href*="{playbook}"]')


def way(page: Page, identifier: str) -> Locator:
    return page.locator(f'a.way[href="#{identifier}"]')


def test_a_ukrainian_email_from_the_french_home_page(open_page: Opener) -> None:
    walk = start(open_page)
    page = walk.page
    email = page.locator(f"#{DELAY}-email")
    walk.tap(situation(page, DELAY))
    walk.tap(way(page, f"{DELAY}-email"))
    walk.choose(email.locator("[data-words-language]"), "uk")
    walk.tap(email.locator("[data-open-blanks]"))
    walk.fill()
    expect(message(page)).to_contain_text("copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "[" not in copied, copied
    assert copied.startswith("Тема: ")
    assert (walk.taps, walk.screens) <= (14, 1), (walk.taps, walk.screens)
    assert walk.screens <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_voicemail_from_the_question_and_from_the_words(open_page: Opener, language: str) -> None:
    voicemail = f"{DELAY}-voicemail"
    walk = start(open_page, language)
    page = walk.page
    walk.tap(situation(page, DELAY))
    walk.tap(way(page, voicemail))
    walk.tap(page.locator(f"#{voicemail} [data-open-blanks]"))
    walk.fill()
    assert "[" not in page.evaluate("navigator.clipboard.readText()")
    assert walk.taps <= 9, walk.taps
    assert walk.screens <= 1, walk.screens


def test_a_call_is_started_in_three_taps(open_page: Opener) -> None:
    walk = start(open_page)
    page = walk.page
    walk.tap(situation(page, DELAY))
    walk.tap(way(page, f"{DELAY}-phone"))
    walk.tap(page.locator(f"#{DELAY}-phone [data-open-call]"))
    expect(page.locator("dialog.call [data-call-words]")).to_be_visible()
    expect(page.locator("dialog.call [data-call-words]")).to_contain_text("Bonjour")
    assert walk.taps == 3
    assert walk.screens <= 0.5, walk.screens


def test_back_to_a_checklist_that_was_begun_in_one_tap(open_page: Opener) -> None:
    walk = start(open_page)
    page = walk.page
    page.goto(page.url + f"playbooks/{DELAY}/")
    walk.tap(page.locator(f"#{DELAY}-checklist label").first)
    page.goto(page.url.split("/playbooks/")[0] + "/")
    walk = Walk(page)
    walk.tap(page.locator("[data-begun] a"))
    page.wait_for_url("**/announce-a-delay/#announce-a-delay-checklist")
    expect(page.locator(f"#{DELAY}-checklist input").first).to_be_in_viewport()
    assert (walk.taps, walk.scrolled) == (1, 0)


def test_the_lead_takes_eight_links(open_page: Opener) -> None:
    walk = Walk(open_page("/onboarding/team-lead/", clipboard=True, **PHONE))
    page = walk.page
    wholes = page.locator("[data-pick-whole]")
    walk.tap(wholes.nth(0))
    walk.tap(wholes.nth(1))
    walk.tap(page.get_by_role("button", name="Copy the links"))
    expect(message(page)).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()").count("/go/") >= 8
    assert walk.taps <= 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_the_words_stand_near_the_top(open_page: Opener, playbook: str, language: str) -> None:
    page = open_page(playbook_path(playbook, language), **PHONE)
    ready(page)
    top = page.locator("[data-template]").first.evaluate("e => e.getBoundingClientRect().top + scrollY")
    assert top / HEIGHT <= 1.5


# How much of the screen the words have while the template covers it: what sticks above and below is taken off.
ROOM = """(block) => {
  const bar = block.querySelector('[data-bar]').getBoundingClientRect();
  const reader = block.querySelector('[data-reader]').getBoundingClientRect();
  const above = Math.max(0, reader.bottom);
  return [bar.height, (Math.min(innerHeight, bar.top) - above) / innerHeight];
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_belongs_to_the_words(open_page: Opener, catalogue: Catalogue, language: str) -> None:
    page = open_page(playbook_path(DELAY, language), clipboard=True, **PHONE)
    ready(page)
    small = []

    def look(state: str) -> None:
        for row in catalogue.templates_of(DELAY):
            block = page.locator(f'[data-template="{row["id"]}"]')
            block.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY + 150)")
            bar, words = block.evaluate(ROOM)
            if bar > 56 or words < 0.8:
                small.append((state, row["id"], round(bar), round(words, 3)))

    look("empty")
    page.evaluate(
        """() => document.querySelectorAll('[data-field]').forEach((control) => {
          if (control.tagName === 'SELECT') control.value = 'she';
          else control.value = { date: '2027-03-01', time: '10:00' }[control.type] ?? 'Word';
          control.dispatchEvent(new Event('input', { bubbles: true }));
        })"""
    )
    look("filled")
    page.locator(f"#{DELAY}-email [data-copy=all]").tap()
    expect(page.locator(f"#{DELAY}-email [data-copy=all]")).to_contain_text("✓")
    look("copied")
    other = "uk" if language != "uk" else "fr"
    page.locator(f"#{DELAY}-email [data-words-language]").select_option(other)
    look("another reader")
    assert small == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_call_desk_keeps_its_words_sideways(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path(DELAY, language), **PHONE)
    ready(page)
    page.locator(f"#{DELAY}-phone [data-open-call]").tap()
    page.set_viewport_size({"width": 740, "height": 360})
    words = page.locator("dialog.call [data-call-words]")
    expect(words).to_be_visible()
    shares = [words.bounding_box()["height"] / 360]
    page.locator("dialog.call .call__steps button:visible").nth(1).tap()
    shares.append(words.bounding_box()["height"] / 360)
    assert min(shares) >= 0.4, shares
