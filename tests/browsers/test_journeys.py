"""The main journeys in Firefox and WebKitGTK, as a reader goes them: fill, copy, send, tick, call, search, another
language, forget and back. Chromium's tests look at each feature; these see that other engines do the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from catalogue import Catalogue
from mail_links import KEEP_MAIL_LINK
from server import Server

from browsers.drivers import ENTER, ESCAPE, RIGHT, Hand

DEBRIEF = "team-debrief"
MAIL = f"#{DEBRIEF}-email"
DELAY = "announce-a-delay"
SHOWS = "document.querySelector(arguments[0]).textContent.includes(arguments[1])"
FORGET = "try { localStorage.clear(); sessionStorage.clear(); } catch {}"


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    with Server(site) as url:
        yield url


@pytest.fixture(autouse=True)
def _a_fresh_reader(hand: Hand, served: str) -> None:
    hand.go(f"{served}/robots.txt")
    hand.run(FORGET)


def blank(name: str) -> str:
    """The field of a blank that is shown beside the words."""
    return f'[data-field="{name}"]'


def test_words_are_filled_and_copied(hand: Hand, served: str, catalogue: Catalogue) -> None:
    hand.open(f"{served}/playbooks/{DEBRIEF}/")
    hand.wait("document.querySelector(arguments[0])?.checkVisibility()", blank("project"))
    hand.type(blank("project"), "R&D “x”")
    hand.type(blank("sender"), "O’Brien")
    hand.wait(SHOWS, f"{MAIL} [data-part=body]", "R&D “x”")
    hand.click(f"{MAIL} [data-copy=all]")
    hand.wait("document.querySelector('[role=status]').textContent.trim()")
    shown = {"project": "R&D “x”", "sender": "O’Brien"}
    subject = catalogue.words(f"{DEBRIEF}-email", "subject", "en", shown)
    body = catalogue.words(f"{DEBRIEF}-email", "body", "en", shown)
    assert hand.pasted() == f"Subject: {subject}\n\n{body}"


def test_a_ukrainian_email_opens_in_the_mail_program(hand: Hand, served: str, catalogue: Catalogue) -> None:
    hand.open(f"{served}/fr/playbooks/{DEBRIEF}/")
    hand.run(KEEP_MAIL_LINK)
    hand.choose(f"{MAIL} [data-words-language]", "uk")
    hand.wait("document.querySelector(arguments[0]).closest('[lang]').lang === 'uk'", f"{MAIL} [data-part=body]")
    hand.click(f"{MAIL} [data-more] summary")
    hand.click(f'{MAIL} [data-send="mail"]')
    hand.wait("document.querySelector('[data-answer] + [data-answer]')")  # there are blanks left
    hand.click("[data-answer] + [data-answer]")
    link = urlsplit(hand.wait("window.mailLink"))
    fields = parse_qs(link.query, strict_parsing=True)
    assert fields["subject"] == [catalogue.words(f"{DEBRIEF}-email", "subject", "uk", {})]
    assert fields["body"] == [catalogue.words(f"{DEBRIEF}-email", "body", "uk", {}).replace("\n", "\r\n")]


def test_ticks_last_and_are_shared_by_the_languages(hand: Hand, served: str) -> None:
    hand.open(f"{served}/playbooks/{DELAY}/")
    box = f"#{DELAY}-checklist li:nth-of-type(2) label, #{DELAY}-checklist label"
    hand.click(box)
    hand.wait("document.querySelectorAll(arguments[0]).length === 1", f"#{DELAY}-checklist input:checked")
    hand.open(f"{served}/uk/playbooks/{DELAY}/")
    hand.wait("document.querySelectorAll(arguments[0]).length === 1", f"#{DELAY}-checklist input:checked")


def test_a_call_from_the_first_line_to_what_comes_after(hand: Hand, served: str) -> None:
    hand.open(f"{served}/playbooks/{DELAY}/")
    hand.click(f"#{DELAY}-phone [data-open-call]")
    hand.wait("document.querySelector('dialog.call[open]')")
    for _ in range(60):
        if hand.run("return document.querySelector('[data-call-after]')?.checkVisibility()"):
            break
        hand.type("dialog.call", RIGHT)
    else:
        pytest.fail("the call has no end")
    hand.type("dialog.call", ESCAPE)
    hand.wait("!document.querySelector('dialog.call[open]')")


@pytest.mark.parametrize(
    ("start", "typed", "path"),
    [
        ("/", "the client is angry", "/playbooks/frustrated-client/"),
        ("/fr/", "échéance dépassée", "/fr/playbooks/deadline-missed/"),
        ("/uk/", "затримкою", "/uk/playbooks/announce-a-delay/"),
    ],
)
def test_the_search_finds_and_opens(hand: Hand, served: str, start: str, typed: str, path: str) -> None:
    hand.open(served + start)
    hand.click("[data-md-component=search-query]")
    hand.type("[data-md-component=search-query]", typed)
    hand.wait("document.querySelector('.md-search-result__item a')")
    hand.type("[data-md-component=search-query]", ENTER)
    hand.wait("location.pathname === arguments[0]", path)


def test_a_place_in_one_language_leads_to_the_same_in_another(hand: Hand, served: str) -> None:
    hand.open(f"{served}/playbooks/{DELAY}/#{DELAY}-email")
    link = 'a[hreflang="uk"]'
    hand.run("document.querySelector('details:has(a[hreflang=uk])')?.setAttribute('open', '')")
    hand.click(link)
    hand.wait("location.pathname === arguments[0]", f"/uk/playbooks/{DELAY}/")
    assert hand.run("return document.documentElement.lang") == "uk"


def test_what_is_forgotten_does_not_come_back_with_the_history(hand: Hand, served: str) -> None:
    hand.open(f"{served}/playbooks/{DEBRIEF}/")
    hand.wait("document.querySelector(arguments[0])?.checkVisibility()", blank("project"))
    hand.type(blank("project"), "A secret name")
    hand.wait(
        "document.querySelector(arguments[0]).textContent.includes('A secret name')", f"{MAIL} [data-part=body]"
    )
    hand.click("[data-forget]")
    hand.wait("!document.querySelector(arguments[0]).value", blank("project"))
    hand.open(f"{served}/privacy/")
    hand.back()
    hand.wait("location.pathname.endsWith(arguments[0])", f"/{DEBRIEF}/")
    hand.wait("document.querySelector(arguments[0])", blank("project"))
    assert hand.run("return document.querySelector(arguments[0]).value", blank("project")) == ""
    assert "A secret name" not in hand.run("return document.body.innerText")


def test_what_was_typed_survives_the_way_to_another_page_and_back(hand: Hand, served: str) -> None:
    hand.open(f"{served}/playbooks/{DEBRIEF}/")
    hand.wait("document.querySelector(arguments[0])?.checkVisibility()", blank("project"))
    hand.type(blank("project"), "Spring")
    hand.wait(SHOWS, f"{MAIL} [data-part=body]", "Spring")
    hand.open(f"{served}/fr/playbooks/{DEBRIEF}/")
    hand.wait(SHOWS, f"{MAIL} [data-part=body]", "Spring")
    hand.back()
    hand.wait("document.querySelector(arguments[0])?.value === 'Spring'", blank("project"))
