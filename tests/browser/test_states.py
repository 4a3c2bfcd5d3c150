"""In every state that a reader can bring a page into, axe finds nothing and nothing is wider than the screen.

Each state is seen in each language; colours and width change from one to the next, so that each of the four pairs
comes with each language. All pairs of all states: `EVERY_STATE=1 pytest tests/browser/test_states.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from catalogue import LANGUAGES
from playwright.sync_api import Page
from scanner import broken
from states import NARROW, STATES, WIDE, State

Opener = Callable[..., Page]

LOOKS = (("light", NARROW), ("dark", WIDE), ("light", WIDE), ("dark", NARROW))
HEIGHT = {NARROW: 740, WIDE: 900}
WIDER = """() => [document.scrollingElement, ...document.querySelectorAll('dialog[open], .md-search__output')]
  .filter((element) => element.clientWidth && element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.className || element.tagName)"""


def seen() -> Iterator[object]:
    """Each state in each language, in one look after the other."""
    for number, state in enumerate(STATES):
        looks = [look for look in LOOKS if look[1] in state.widths]
        for at, language in enumerate(LANGUAGES):
            wanted = looks if os.environ.get("EVERY_STATE") else [looks[(number + at) % len(looks)]]
            for scheme, width in wanted:
                name = f"{state.name}, {language}, {scheme}, {width}"
                yield pytest.param(state, language, scheme, width, id=name)


@pytest.mark.parametrize(("state", "language", "scheme", "width"), list(seen()))
def test_nothing_is_broken_or_wider_than_the_screen(
    open_page: Opener, state: State, language: str, scheme: str, width: int
) -> None:
    page = open_page(
        state.address(language),
        width=width,
        height=HEIGHT[width],
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,
        clipboard=True,
    )
    state.way(page)
    assert broken(page) == []
    assert page.evaluate(WIDER) == []


def test_each_look_comes_with_each_language_and_each_state_with_each_language() -> None:
    cases = [tuple(getattr(case, "values", ())) for case in seen()]
    assert {(language, scheme, width) for _, language, scheme, width in cases} == {
        (language, scheme, width) for language in LANGUAGES for scheme, width in LOOKS
    }
    assert len({(state.name, language) for state, language, _, _ in cases}) == len(STATES) * len(LANGUAGES)
