"""Nothing that a page does, or a reader on it, breaks the page's policy; what an attacker would do, does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from catalogue import LANGUAGES, page_paths, playbook_path
from hands import field, message, ready, template
from playwright.sync_api import Browser, Page, expect
from reading import read_page

SCHEMES = ("light", "dark")
WITNESS = """document.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
  refused(`${location.pathname}: ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`);
});"""

Watched = Callable[..., tuple[Page, list[str]]]


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A page of a browser that was never here, and the list of what is refused on it from then on."""
    opened = []

    def open_(**options: object) -> tuple[Page, list[str]]:
        refused: list[str] = []
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], **options)  # type: ignore[arg-type]
        opened.append(context)
        context.expose_function("refused", lambda told: refused.append(told))
        context.add_init_script(WITNESS)
        page = context.new_page()
        # a worker has no document; what is refused in it stands in the console alone
        page.on("console", lambda said: refused.append(said.text) if "Content Security" in said.text else None)
        page.on("pageerror", lambda error: refused.append(str(error)))
        return page, refused

    yield open_
    for context in opened:
        context.close()


def test_no_page_breaks_its_policy_in_either_scheme(watched: Watched, address: str, pages: list[str]) -> None:
    page, refused = watched(color_scheme="light")
    for path in [*pages, "/go/own-a-mistake/", "/go/own-a-mistake-email/", "/nowhere/"]:
        page.goto(address + path)
        ready(page)
        page.emulate_media(color_scheme="dark")
        page.emulate_media(color_scheme="light")
    assert refused == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_a_reader_does_breaks_it(watched: Watched, address: str, language: str, scheme: str) -> None:
    page, refused = watched(color_scheme=scheme, accept_downloads=True)
    page.goto(address + playbook_path("own-a-mistake", language))
    ready(page)
    page.locator("[data-scheme]").click()
    field(page, "client").fill("<b style='color:red'>Nadia</b>")
    page.locator("[data-checklist] input").first.check()
    write(page)
    call(page)
    search(page)
    page.goto(f"{address}{playbook_path('own-a-mistake', language)}")
    page.emulate_media(media="print")
    page.goto(address + ("/" if language == "en" else f"/{language}/") + "onboarding/team-lead/")
    page.locator("[data-pick-whole]").first.click()
    expect(page.locator("[data-links]")).not_to_have_value("")
    page.goto(f"{address}/go/own-a-mistake-email/")
    page.wait_for_url("**#own-a-mistake-email")
    assert refused == []


def write(page: Page) -> None:
    """Copy, look at it as its reader will, read it in another language, save it, print it."""
    email = template(page, "own-a-mistake-email")
    email.locator("[data-copy=all]").click()
    expect(message(page)).not_to_be_empty()
    email.locator("[data-seen]").click()
    email.locator("[data-seen]").click()
    chosen = email.locator("[data-words-language]")
    for other in LANGUAGES:
        chosen.select_option(other)
        expect(email.locator(f".template__words[lang={other}]").first).to_be_visible()
    page.evaluate("window.print = () => {}")
    for way in ("eml", "print"):
        email.locator("details.more").evaluate("more => { more.open = true }")
        email.locator(f"[data-send={way}]").click()
    page.evaluate("dispatchEvent(new Event('afterprint'))")


def call(page: Page) -> None:
    """One step of the call, its timer, and the rehearsal."""
    phone = template(page, "own-a-mistake-phone")
    for opener in ("[data-open-call]", "[data-open-rehearsal]"):
        phone.locator(opener).click()
        desk = page.locator("dialog.call[open]")
        expect(desk).to_be_visible()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        desk.locator(".call__close").click()
        expect(desk).to_have_count(0)


def search(page: Page) -> None:
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("email")
    expect(page.locator(".md-search-result__item a[href]").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "own-a-mistake/" not in url or "#" in url)
    ready(page)


ATTACKS = {
    "markup": "document.body.insertAdjacentHTML('beforeend', '<p>x</p>')",
    "a script": "document.createElement('script').src = 'x.js'",
    "a worker": "new Worker('assets/x.js')",
    "code": "setTimeout('window.ran = true')",
    "a policy of its own": "trustedTypes.createPolicy('mine', {createHTML: (html) => html})",
    "our mark once more": "trustedTypes.createPolicy('playbooks', {createScriptURL: (address) => address})",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_an_attacker_would_do_is_refused(watched: Watched, address: str, name: str) -> None:
    page, refused = watched()
    page.goto(f"{address}/privacy/")
    ready(page)
    page.locator("[data-md-component=search-query]").click()  # by now our own mark is taken
    page.keyboard.type("a")
    page.wait_for_function("document.querySelector('[data-md-component=search-result]').textContent.trim()")
    page.evaluate(f"() => {{ try {{ {ATTACKS[name]}; }} catch {{ }} }}")
    page.wait_for_timeout(100)
    assert refused
    assert page.evaluate("window.ran") is None


def test_styles_in_tags_are_refused(watched: Watched, address: str) -> None:
    page, refused = watched()
    page.goto(f"{address}/privacy/")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_function("true")
    assert any("style-src" in told for told in refused), refused


def test_what_scripts_of_others_write_cannot_act(watched: Watched, address: str) -> None:
    page, _ = watched()
    page.goto(f"{address}/authors/blocks/")  # has code, which the theme's script serves
    written = page.evaluate(
        """() => {
          const box = document.createElement('div');
          box.innerHTML = '<b onclick="x()">bold</b><script>x()</script><a href="jav&#9;ascript:x()">a</a>'
            + '<iframe srcdoc="x"></iframe><svg><animate attributeName="href"/><path d="M0 0"/></svg>';
          return box.innerHTML;
        }"""
    )
    assert written == '<b>bold</b><a>a</a><svg><path d="M0 0"></path></svg>'


def test_every_page_that_is_built_holds_to_it(site: Path) -> None:
    """No style in a tag, none in a page, no handler; and a policy that allows none of them."""
    for path in page_paths(site):
        html = read_page(site / path.removeprefix("/") / ("index.html" if path.endswith("/") else ""))
        faults = [
            f"{name} of <{element.tag}>"
            for element in html
            for name in element.attributes
            if name == "style" or name.startswith("on")
        ]
        assert faults == [], path
        assert html.all("style") == [], path
        rules = html.one("meta", http_equiv="Content-Security-Policy").get("content")
        assert "unsafe" not in rules, path
        assert "require-trusted-types-for 'script'" in rules, path
        assert not re.search(r"https?:|\*", rules), path
