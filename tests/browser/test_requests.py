"""Pages ask only their own host, find everything they ask for, and leave no cookie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from catalogue import LANGUAGES, playbook_path
from hands import copy_button, field, message, template
from playwright.sync_api import Browser, BrowserContext, Page, expect
from server import Server

Opener = Callable[..., Page]


class Watch:
    """What goes wrong or elsewhere in a browser context."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.faults: list[str] = []
        self.count = 0
        self.root = root
        context.on("request", lambda request: self.ask(request.url))
        context.on("response", lambda answer: self.check(answer.status >= 400, f"{answer.status} {answer.url}"))
        context.on("console", lambda said: self.check(said.type in ("error", "warning"), said.text))
        context.on("weberror", lambda error: self.check(True, str(error.error)))

    def ask(self, url: str) -> None:
        self.count += 1
        self.check(not url.startswith((self.root, "data:", "blob:")), f"asks {url}")

    def check(self, wrong: bool, what: str) -> None:
        if wrong:
            self.faults.append(what)


def test_no_page_asks_another_host_or_for_what_is_not_there(
    site: Path, browser: Browser, pages: list[str]
) -> None:
    server = Server(site)
    with server as url:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        watch = Watch(context, url)
        page = context.new_page()
        found = {}
        for path in pages:
            page.goto(url + path)
            if watch.faults:
                found[path], watch.faults = watch.faults, []
        # Whatever comes late comes on these kinds of pages too.
        for path in ("/", playbook_path("own-a-mistake", "fr"), "/uk/templates/", "/checklists/"):
            page.goto(url + path, wait_until="networkidle")
        assert found == {}
        assert watch.faults == []
        assert watch.count > len(pages)
        assert context.cookies() == []
        context.close()
    assert [line for line in server.log if not line.endswith((" 200", " 304"))] == []


def test_a_watch_notices_another_host_an_error_and_what_is_missing(address: str, browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True)
    watch = Watch(context, address)
    page = context.new_page()
    page.goto(address + "/")
    page.evaluate("fetch('/missing.json')")
    page.evaluate("fetch('http://127.0.0.1:9/elsewhere').catch(() => {})")
    page.evaluate("console.error('something broke')")
    page.wait_for_load_state("networkidle")
    faults = " ".join(watch.faults)
    context.close()
    for words in ("404", "asks http://127.0.0.1:9/elsewhere", "something broke"):
        assert words in faults


def test_what_a_reader_does_asks_no_other_host(site: Path, browser: Browser) -> None:
    with Server(site) as url:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        watch = Watch(context, url)
        page = context.new_page()
        use(page, url)
        assert watch.faults == []
        context.close()


def test_from_a_folder_of_a_host_everything_works_the_same(site: Path, browser: Browser) -> None:
    server = Server(site, base="/sub/path/")
    with server as url:
        assert url.endswith("/sub/path")
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        watch = Watch(context, url)
        page = context.new_page()
        for language in LANGUAGES:
            page.goto(url + playbook_path("own-a-mistake", language), wait_until="networkidle")
            links = page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
            assert [link for link in links if not link.startswith(url + "/")] == []
        use(page, url)
        keys = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert keys
        assert [key for key in keys if "/sub/path/" not in key] == []
        assert watch.faults == []
        context.close()
    assert [line for line in server.log if not line.endswith((" 200", " 304"))] == []


def use(page: Page, url: str) -> None:
    """Search, fill in, copy, send, call, tick, change language."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(url + "/")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("mistake")
    expect(page.locator("[data-md-component=search-result] a[href]").first).to_be_visible()
    page.goto(url + playbook_path("own-a-mistake"))
    field(page, "client").fill("Nadia")
    page.locator("[data-checklist] input").first.check()
    copy_button(page, "own-a-mistake-email").click()
    expect(message(page)).to_contain_text("copied")
    template(page, "own-a-mistake-email").locator("details.more summary").click()
    with page.expect_download():
        page.locator("#own-a-mistake-email [data-send=eml]").click()
    template(page, "own-a-mistake-email").locator("details.more summary").click()
    page.locator("#own-a-mistake-email [data-send=link]").click()
    expect(message(page)).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{url}/go/own-a-mistake-email/"
    template(page, "own-a-mistake-phone").get_by_role("button", name="Start call mode").click()
    page.get_by_role("dialog").get_by_role("button", name="Call anyway").or_(
        page.get_by_role("dialog").get_by_role("button", name="Next", exact=True)
    ).click()
    page.keyboard.press("Escape")
    page.locator("[data-languages] summary").click()
    page.locator("[data-languages] a[hreflang=uk]").click()
    page.wait_for_url(url + playbook_path("own-a-mistake", "uk") + "**")
    expect(field(page, "client")).to_have_value("Nadia")
    expect(page.locator("[data-checklist] input").first).to_be_checked()
    page.goto(f"{url}/go/own-a-mistake-email/")
    page.wait_for_url(f"{url}{playbook_path('own-a-mistake', 'uk')}#own-a-mistake-email")
    page.wait_for_load_state("networkidle")
