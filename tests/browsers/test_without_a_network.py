"""After one visit, Firefox and WebKitGTK open playbooks, search, call and follow links without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue import Catalogue
from server import Handler, Server

from browsers.drivers import ENTER, ESCAPE, RIGHT, Hand

DELAY, OWN = "announce-a-delay", "own-a-mistake"
SHOWS = "document.querySelector(arguments[0]).textContent.includes(arguments[1])"
LOOK = """(async () => {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  window.isKept = kept.flat().some(({ url }) => url.includes(`/assets/offline/${document.documentElement.lang}-`))
    && navigator.serviceWorker.controller !== null;
})();"""


class Host(Server):
    """A host whose line can be cut, also for connections that are open."""

    def __init__(self, folder: Path) -> None:
        host = self
        self.is_cut = False

        class Line(Handler):
            def do_GET(self) -> None:  # noqa: N802
                if not host.is_cut:
                    return super().do_GET()
                self.close_connection = True
                return self.connection.close()

        super().__init__(folder, handler_class=Line)


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    server = Host(site)
    with server:
        yield server


@pytest.fixture
def kept(hand: Hand, host: Host) -> Iterator[str]:
    """Where the site is, of which the reader has seen one page; since then there is no network."""
    host.is_cut = False
    hand.open(f"{host.url}/playbooks/{DELAY}/")
    hand.wait(f"(() => {{ {LOOK} return window.isKept; }})()")
    host.is_cut = True
    yield host.url
    host.is_cut = False


def test_a_playbook_is_filled_ticked_and_read_in_another_language(
    hand: Hand, kept: str, catalogue: Catalogue
) -> None:
    hand.open(f"{kept}/playbooks/{OWN}/")
    hand.wait("document.querySelector(arguments[0])", '[data-field="client"]')
    hand.type('[data-field="client"]', "Nadia")
    hand.wait(SHOWS, f"#{OWN}-email [data-part=body]", "Nadia")
    hand.click(f"#{OWN}-checklist label")
    hand.open(f"{kept}/playbooks/{OWN}/")
    hand.wait("document.querySelectorAll(arguments[0]).length === 1", f"#{OWN}-checklist input:checked")
    hand.choose(f"#{OWN}-email [data-words-language]", "uk")
    hand.wait("document.querySelector(arguments[0]).lang === 'uk'", f"#{OWN}-email [data-words]")


def test_a_call_is_made(hand: Hand, kept: str) -> None:
    hand.open(f"{kept}/playbooks/{OWN}/")
    hand.click(f"#{OWN}-phone [data-open-call]")
    hand.wait("document.querySelector('dialog.call[open]')")
    hand.type("dialog.call", RIGHT)
    hand.wait("document.querySelector('dialog.call[data-stage=line]')")
    hand.type("dialog.call", ESCAPE)
    hand.wait("!document.querySelector('dialog.call[open]')")


def test_the_search_finds_and_opens(hand: Hand, kept: str) -> None:
    hand.open(f"{kept}/")
    hand.click("[data-md-component=search-query]")
    hand.type("[data-md-component=search-query]", "the client is angry")
    hand.wait("document.querySelector('.md-search-result__item a')")
    hand.type("[data-md-component=search-query]", ENTER)
    hand.wait("location.pathname === '/playbooks/frustrated-client/'")


def test_a_permanent_link_leads_on(hand: Hand, kept: str) -> None:
    hand.go(f"{kept}/go/{OWN}-email/")
    hand.wait("location.pathname + location.hash === arguments[0]", f"/playbooks/{OWN}/#{OWN}-email")


def test_a_page_that_is_not_kept_says_so(hand: Hand, kept: str) -> None:
    hand.go(f"{kept}/fr/playbooks/{OWN}/")
    hand.wait("document.querySelector('[data-not-kept]')?.checkVisibility()")
    assert OWN in hand.run("return document.querySelector('[data-asked]').href")
