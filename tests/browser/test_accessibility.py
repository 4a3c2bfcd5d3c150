"""axe-core finds nothing on any page, in both colour schemes. What a reader makes of a page: test_states.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from catalogue import LANGUAGES, page_paths, playbook_path
from hands import ready
from playwright.sync_api import Page, expect
from scanner import broken

Opener = Callable[..., Page]

DELAY = "announce-a-delay"
# In the other scheme the page is the same; only what depends on colours is looked at again.
COLOURS: dict[str, object] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

# one page of each, its language in turn
LAYOUTS = [
    "/",
    "/fr/playbooks/",
    "/uk/playbooks/announce-a-delay/",
    "/templates/",
    "/fr/checklists/",
    "/uk/onboarding/",
    "/onboarding/team-lead/",
    "/fr/channels/",
    "/uk/authors/",
    "/nowhere/",
    "/fr/embed/own-a-mistake-email/",
]


def violations(page: Page) -> list[str]:
    """What axe finds (WCAG A and AA, and best practice) in the light scheme, and in the dark one."""
    ready(page)
    found = broken(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    if page.locator("[data-scheme]").count():
        expect(page.locator("html")).to_have_css("color-scheme", "dark")
    else:
        page.reload()
        ready(page)
    found += [f"dark {fault}" for fault in broken(page, COLOURS)]
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return found


def open_for_axe(open_page: Opener, path: str, **options: object) -> Page:
    return open_page(path, bypass_csp=True, color_scheme="light", reduced_motion="reduce", **options)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_violation(open_page: Opener, pages: list[str], language: str) -> None:
    prefixes = {"en": ("/",), "fr": ("/fr/",), "uk": ("/uk/",)}
    others = tuple(p for other, ps in prefixes.items() if other not in (language, "en") for p in ps)
    here = [path for path in pages if path.startswith(prefixes[language]) and not path.startswith(others)]
    page = open_for_axe(open_page, "/404.html")
    root = page.url.removesuffix("/404.html")
    found = {}
    for path in here:
        page.goto(root + path)
        if faults := violations(page):
            found[path] = faults
    assert len(here) >= 20
    assert found == {}


@pytest.mark.quick
@pytest.mark.parametrize("path", LAYOUTS)
def test_a_page_of_each_layout_is_whole(open_page: Opener, path: str) -> None:
    """No error in a script, one heading of the page, and nothing that axe finds in the light scheme."""
    page = open_for_axe(open_page, path)
    ready(page)
    assert page.locator("h1:visible").count() >= 1
    assert broken(page) == []


def test_no_permanent_link_has_a_violation(open_page: Opener, site: Path) -> None:
    page = open_for_axe(open_page, "/404.html")
    root = page.url.removesuffix("/404.html")
    # Without its script the page stays and offers the languages.
    page.route("**/*.js", lambda route: route.abort())
    for path in [path for path in page_paths(site) if path.startswith("/go/own-a-mistake")]:
        page.goto(root + path)
        assert broken(page) == [], path


def test_a_violation_would_be_found(open_page: Opener) -> None:
    page = open_for_axe(open_page, playbook_path(DELAY))
    page.locator("[data-scheme]").evaluate("e => e.removeAttribute('aria-label')")
    page.locator("article p").first.evaluate(
        "e => { e.style.cssText = 'color: light-dark(#000, #333); background: light-dark(#fff, #222)'; }"
    )
    found = violations(page)
    assert any(fault.startswith("button-name: ") for fault in found)
    assert any(fault.startswith("dark color-contrast") for fault in found)
