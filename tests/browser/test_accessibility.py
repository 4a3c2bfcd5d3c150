"""axe-core finds nothing on any page, in both colour schemes, nor with panel, two columns or call mode open."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
from catalogue import LANGUAGES, page_paths, playbook_path
from hands import fill_panel, ready, template
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
DELAY = "announce-a-delay"
RUN = """async (options) => {
  const {violations} = await axe.run(document, {resultTypes: ['violations'], ...options});
  return violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}"""
# In the other scheme the page is the same; only what depends on colours is looked at again.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

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
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, {})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    if page.locator("[data-scheme]").count():
        expect(page.locator("html")).to_have_css("color-scheme", "dark")
    else:
        page.reload()
        ready(page)
        page.evaluate(AXE)
    found += [f"dark {fault}" for fault in page.evaluate(RUN, COLOURS)]
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
    page.evaluate(AXE)
    assert page.evaluate(RUN, {}) == []


def test_no_permanent_link_has_a_violation(open_page: Opener, site: Path) -> None:
    page = open_for_axe(open_page, "/404.html")
    root = page.url.removesuffix("/404.html")
    # Without its script the page stays and offers the languages.
    page.route("**/*.js", lambda route: route.abort())
    for path in [path for path in page_paths(site) if path.startswith("/go/own-a-mistake")]:
        page.goto(root + path)
        page.evaluate(AXE)
        assert page.evaluate(RUN, {}) == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_filled_words_and_warnings(open_page: Opener, language: str) -> None:
    page = open_for_axe(open_page, playbook_path(DELAY, language))
    fill_panel(page, {"client": "Олена", "new-date": "2020-02-29", "effect": "x"})
    page.locator("[data-checklist] input").first.check()
    template(page, f"{DELAY}-email").locator("details.more summary").click()
    expect(template(page, f"{DELAY}-email").locator("[data-send]").first).to_be_visible()
    assert violations(page) == []


def test_the_sheet_of_blanks_on_a_phone(open_page: Opener) -> None:
    page = open_for_axe(open_page, playbook_path(DELAY), width=360, height=740)
    assert violations(page) == []
    template(page, f"{DELAY}-email").locator("[data-open-blanks]").click()
    expect(page.get_by_role("dialog", name="Fill in the blanks")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_side_by_side(open_page: Opener, language: str) -> None:
    page = open_for_axe(open_page, playbook_path(DELAY, language))
    other = "uk" if language == "en" else "en"
    template(page, f"{DELAY}-email").locator("[data-words-language]").select_option(other)
    template(page, f"{DELAY}-email").locator("[data-beside-toggle]").check()
    expect(page.locator(f"#{DELAY}-email [data-beside]")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_call_mode(open_page: Opener, width: int) -> None:
    page = open_for_axe(open_page, playbook_path(DELAY), width=width, height=740)
    template(page, f"{DELAY}-phone").get_by_role("button", name="Start call mode").click()
    call = page.get_by_role("dialog", name="Call mode")
    expect(call).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("ArrowRight")
    assert violations(page) == []
    call.locator(".call__said").click()
    assert violations(page) == []
    call.locator("[data-branch]").first.click()
    assert violations(page) == []
    while not call.locator("[data-call-after]").is_visible():
        page.keyboard.press("ArrowRight")
    assert violations(page) == []
    page.keyboard.press("Escape")
    template(page, f"{DELAY}-phone").locator("[data-open-rehearsal]").click()
    expect(page.get_by_role("dialog", name="Rehearsal")).to_be_visible()
    page.keyboard.press("ArrowRight")
    assert violations(page) == []


def test_search_with_results(open_page: Opener) -> None:
    page = open_for_axe(open_page, "/")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("delay")
    expect(page.locator("[data-md-component=search-result] a[href]").first).to_be_visible()
    assert violations(page) == []


def test_a_violation_would_be_found(open_page: Opener) -> None:
    page = open_for_axe(open_page, playbook_path(DELAY))
    page.locator("[data-scheme]").evaluate("e => e.removeAttribute('aria-label')")
    page.locator("article p").first.evaluate(
        "e => { e.style.cssText = 'color: light-dark(#000, #333); background: light-dark(#fff, #222)'; }"
    )
    found = violations(page)
    assert any(fault.startswith("button-name: ") for fault in found)
    assert any(fault.startswith("dark color-contrast") for fault in found)
