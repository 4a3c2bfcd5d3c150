"""Without a network, after one visit; a new build taken whole; one switch that removes all of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from catalogue import Catalogue, playbook_path
from conftest import ROOT, build
from hands import copy_button, field, message, ready, template
from once import Once
from playwright.sync_api import Browser, BrowserContext, Page, expect
from server import Handler, Server

DELAY = "announce-a-delay"
OWN = "own-a-mistake"
WHOLE = """async (language) => {
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      if (url.includes(`assets/offline/${language}-`)) return true;
    }
  }
  return false;
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
CACHES = "async () => (await caches.keys()).length"

New = Callable[..., BrowserContext]


@pytest.fixture
def new(browser: Browser) -> Iterator[New]:
    """A browser in which service workers work."""
    opened: list[BrowserContext] = []

    def open_(**options: Any) -> BrowserContext:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        opened.append(context)
        return context

    yield open_
    for context in opened:
        context.close()


class Host(Server):
    """A host on which another build is published, also for connections that are open."""

    def __init__(self, folder: Path) -> None:
        host = self
        self.folder = folder

        class Published(Handler):
            def translate_path(self, path: str) -> str:
                self.directory = str(host.folder)
                return super().translate_path(path)

        super().__init__(folder, handler_class=Published)

    def publish(self, folder: Path) -> None:
        self.folder = folder


def visit(page: Page, address: str, language: str = "en") -> None:
    """Read a page until all of its language is kept."""
    page.goto(address)
    ready(page)
    kept(page, language)


def until(page: Page, expression: str) -> None:
    """Wait for what a page tells. The policy of pages forbids `wait_for_function`."""
    end = time.monotonic() + 60
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never: {expression}"
        page.wait_for_timeout(50)


def kept(page: Page, language: str = "en") -> None:
    until(page, f"({WHOLE})('{language}')")
    until(page, "document.documentElement.dataset.kept || navigator.serviceWorker.controller")


def other(page: Page, build: str) -> None:
    """Wait until the page is known to be of another build."""
    until(page, f"(document.documentElement.dataset.kept ?? '{build}') !== '{build}'")


@contextmanager
def no_network(context: BrowserContext) -> Iterator[None]:
    context.set_offline(True)
    yield
    context.set_offline(False)


def search(page: Page, words: str) -> str:
    """The title of the first page that is found."""
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(words)
    first = page.locator(".md-search-result__list a[href]").first
    expect(first).to_be_visible()
    return first.inner_text()


def asked_of(server: Server) -> list[str]:
    """What was fetched; browsers look by themselves whether the worker's own script is new."""
    return [line for line in server.log if "/offline.js " not in line]


@pytest.mark.parametrize("base", ["/", "/sub/path/"])
def test_after_one_visit_the_playbooks_work_without_a_network(
    site: Path, new: New, catalogue: Catalogue, base: str
) -> None:
    server = Server(site, base=base)
    with server as url:
        context = new(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        visit(page, url + playbook_path(DELAY))
        with no_network(context):
            asked = asked_of(server)
            page.goto(url + playbook_path(OWN))
            ready(page)
            field(page, "client").fill("Nadia")
            copy_button(page, f"{OWN}-email").click()
            expect(message(page)).to_contain_text("copied")
            assert page.evaluate("navigator.clipboard.readText()") == catalogue.words(
                f"{OWN}-email", "all", "en", {"client": "Nadia"}
            )
            page.locator("[data-checklist] input").first.check()
            page.reload()
            ready(page)
            expect(page.locator("[data-checklist] input").first).to_be_checked()
            template(page, f"{OWN}-email").locator("[data-words-language]").select_option("uk")
            expect(template(page, f"{OWN}-email").locator("[data-words]")).to_have_attribute("lang", "uk")
            template(page, f"{OWN}-phone").locator("[data-open-call]").click()
            expect(page.locator("dialog.call")).to_be_visible()
            page.keyboard.press("Escape")
            assert search(page, "deadline has passed")
            page.goto(f"{url}/templates/")
            expect(page.locator("h1")).to_be_visible()
        assert asked_of(server) == asked


def test_call_mode_opens_on_the_very_page_of_the_first_visit(site: Path, new: New) -> None:
    with Server(site) as url:
        context = new()
        page = context.new_page()
        visit(page, url + playbook_path(DELAY))
        until(page, "navigator.serviceWorker.controller !== null")
        with no_network(context):
            template(page, f"{DELAY}-phone").locator("[data-open-call]").click()
            expect(page.locator("dialog.call")).to_be_visible()
            page.keyboard.press("Escape")
            assert search(page, "mistake")


def test_a_page_that_is_not_kept_is_told_in_its_language_with_what_is_there(site: Path, new: New) -> None:
    with Server(site) as url:
        context = new()
        page = context.new_page()
        visit(page, f"{url}/")
        with no_network(context):
            page.goto(url + playbook_path(OWN, "fr"))
            expect(page.locator("html")).to_have_attribute("lang", "fr")
            expect(page.locator("[data-not-kept]")).to_be_visible()
            expect(page.locator("[data-asked]")).to_have_attribute("href", url + playbook_path(OWN, "fr"))
            expect(page.locator("[data-kept-language=en]")).to_be_visible()
            expect(page.locator("[data-kept-language=fr]")).to_be_hidden()
            page.locator("[data-kept-language=en] a").first.click()
            expect(page.locator("html")).to_have_attribute("lang", "en")
        page.goto(url + playbook_path(OWN, "fr"))
        kept(page, "fr")
        with no_network(context):
            page.goto(url + playbook_path(DELAY, "fr"))
            expect(page.locator("html")).to_have_attribute("lang", "fr")
            expect(page.locator("[data-not-kept]")).to_have_count(0)


@pytest.fixture(scope="module")
def second(make_once: Once) -> Path:
    """Another build of the site: other words, another style of calls."""

    def make(folder: Path) -> None:
        for name in ("docs", "docs_fr", "docs_uk", "data", "overrides"):
            shutil.copytree(ROOT / name, folder / name)
        settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("watch: [playbooks]\n", "")
        (folder / "mkdocs.yml").write_text(settings, "utf-8")
        path = folder / "docs" / "playbooks" / f"{DELAY}.md"
        path.write_text(path.read_text("utf-8").replace("\n## ", "\nA zebra came by.\n\n## ", 1), "utf-8")
        styles = folder / "overrides" / "styles"
        styles.mkdir(exist_ok=True)
        own = (ROOT / "playbooks" / "theme" / "styles" / "call.css").read_text("utf-8")
        (styles / "call.css").write_text(f"{own}\n.call {{ --build: second; }}\n", "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder / "site")]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)  # not strict: one language is ahead

    return make_once("second-build", make) / "site"


def call_style(page: Page) -> str:
    template(page, f"{DELAY}-phone").locator("[data-open-call]").click()
    expect(page.locator("dialog.call")).to_be_visible()
    style = page.locator("dialog.call").evaluate("one => getComputedStyle(one).getPropertyValue('--build').trim()")
    page.keyboard.press("Escape")
    return str(style)


def finds_zebra(page: Page) -> bool:
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("zebra")
    expect(page.locator(".md-search-result__meta")).not_to_have_text("")
    page.wait_for_timeout(500)
    return page.locator(".md-search-result__list a[href]").count() > 0


def test_a_new_build_is_taken_at_the_next_visit_and_never_mixed_with_the_old(
    site: Path, second: Path, new: New
) -> None:
    server = Host(site)
    with server as url:
        context = new()
        old = context.new_page()
        visit(old, url + playbook_path(DELAY))
        until(old, "document.documentElement.dataset.kept !== undefined")
        build_of_old = old.evaluate("document.documentElement.dataset.kept")
        server.publish(second)
        fresh = context.new_page()
        fresh.goto(url + playbook_path(DELAY))
        expect(fresh.locator("article")).to_contain_text("zebra")
        other(fresh, build_of_old)
        # the page of the old build, still open, goes on with what belongs to it
        assert call_style(old) == ""
        assert not finds_zebra(old)
        assert call_style(fresh) == "second"
        assert finds_zebra(fresh)
        with no_network(context):
            page = context.new_page()
            page.goto(url + playbook_path(DELAY))
            expect(page.locator("article")).to_contain_text("zebra")
            assert call_style(page) == "second"
            assert finds_zebra(page)
        assert old.evaluate(CACHES) == 2
        # once no page of the old build is open, nothing of it stays
        for one in (old, fresh, page):
            one.close()
        page = context.new_page()
        page.goto(f"{url}/privacy/")
        until(page, f"({CACHES})().then((number) => number === 1)")
        with no_network(context):
            page.goto(url + playbook_path(DELAY))
            expect(page.locator("article")).to_contain_text("zebra")


def file_of(site: Path, path: str) -> bytes:
    """What a build has at an address; where it has nothing, something that no other file is."""
    place = site / path.strip("/")
    place = place / "index.html" if place.is_dir() else place
    return place.read_bytes() if place.is_file() else str(place).encode()


def test_unchanged_files_are_not_fetched_again(site: Path, second: Path, new: New) -> None:
    server = Host(site)
    with server as url:
        context = new()
        page = context.new_page()
        visit(page, f"{url}/")
        server.publish(second)
        server.log.clear()
        page.goto(f"{url}/privacy/")
        before = page.evaluate("document.documentElement.dataset.kept")
        other(page, before)
        paths = {urlsplit(line.split()[1]).path for line in server.log if line.startswith("GET /")}
        assert playbook_path(DELAY) in paths
        # browsers fetch the icon by themselves, past what keeps the site
        asked_by_the_page = {"/privacy/", "/offline.js", "/app.webmanifest", "/assets/images/icon.svg"}
        assert {
            path for path in paths - asked_by_the_page if file_of(site, path) == file_of(second, path)
        } == set()


def test_the_switch_removes_all_and_is_remembered(site: Path, new: New) -> None:
    with Server(site) as url:
        context = new()
        page = context.new_page()
        visit(page, f"{url}/privacy/")
        switch = page.locator("[data-offline-switch]")
        expect(switch).to_be_checked()
        expect(page.locator("[data-offline-state]")).to_contain_text("English")
        switch.uncheck()
        expect(page.locator("[data-offline-state]")).to_have_text("Nothing of this site is kept on this device.")
        until(page, f"({CACHES})().then((number) => number === 0)")
        page.goto(f"{url}/offline/")
        expect(page.locator("[data-offline-switch]")).not_to_be_checked()
        page.wait_for_timeout(2500)  # longer than it takes to begin
        assert page.evaluate(WORKERS) == 0
        assert page.evaluate(CACHES) == 0
        page.locator("[data-offline-switch]").check()
        kept(page)
        expect(page.locator("[data-offline-state]")).to_contain_text("English")


def test_nothing_of_it_comes_before_the_page_is_quiet_and_nothing_where_data_is_spared(
    site: Path, new: New
) -> None:
    server = Server(site)
    with server as url:
        page = new().new_page()
        page.goto(url + playbook_path(OWN), wait_until="networkidle")
        assert len(server.log) <= 7  # with what the panel beside the words says of its fields
        kept(page)
    with Server(site) as url:
        context = new()
        context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
        page = context.new_page()
        page.goto(url + playbook_path(OWN), wait_until="networkidle")
        page.wait_for_timeout(2500)
        assert page.evaluate(WORKERS) == 0


@pytest.mark.parametrize(
    "refusal",
    [
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', {value: undefined})",
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', {get() { throw new Error('no'); }})",
        "if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error('no'))",
        "delete window.caches; Object.defineProperty(window, 'caches', {value: undefined})",
    ],
)
def test_where_it_is_refused_the_page_works_and_says_nothing(site: Path, new: New, refusal: str) -> None:
    with Server(site) as url:
        context = new()
        context.add_init_script(refusal)
        faults: list[str] = []
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page = context.new_page()
        page.goto(url + playbook_path(OWN))
        ready(page)
        field(page, "client").fill("Nadia")
        page.wait_for_timeout(2000)
        page.goto(f"{url}/privacy/")
        expect(page.locator("[data-offline-state]")).not_to_be_empty()
        assert faults == []


def test_a_file_that_does_not_arrive_is_asked_for_at_the_next_visit(site: Path, new: New, tmp_path: Path) -> None:
    broken = shutil.copytree(site, tmp_path / "site")
    (broken / "templates" / "index.html").unlink()
    server = Host(broken)
    with server as url:
        page = new().new_page()
        page.goto(f"{url}/privacy/")
        page.wait_for_timeout(4000)
        assert page.evaluate(f"({WHOLE})('en')") is False
        server.publish(site)
        page.goto(f"{url}/privacy/")
        kept(page)


def test_permanent_links_lead_on_without_a_network(site: Path, new: New) -> None:
    with Server(site, base="/sub/") as url:
        context = new(locale="en-GB")
        page = context.new_page()
        visit(page, f"{url}/fr{playbook_path(DELAY)}", "fr")
        with no_network(context):
            page.goto(f"{url}/go/{OWN}-email/")
            page.wait_for_url(f"**/sub/fr{playbook_path(OWN)}#{OWN}-email")
            expect(template(page, f"{OWN}-email")).to_be_in_viewport()
            page.goto(f"{url}/go/{OWN}/fr/")
            page.wait_for_url(f"**/sub/fr{playbook_path(OWN)}")
            page.goto(f"{url}/go/never-heard-of/")
            expect(page.locator("[data-not-kept]")).to_be_visible()


def test_links_are_picked_without_a_network(site: Path, new: New) -> None:
    with Server(site) as url:
        context = new()
        page = context.new_page()
        visit(page, f"{url}/")
        with no_network(context):
            page.goto(f"{url}/onboarding/team-lead/")
            page.locator("[data-pick-whole]").first.check()
            expect(page.locator("[data-links]")).to_have_value(re.compile("/go/"))


def test_a_site_that_wants_none_of_it_takes_away_what_it_once_kept(site: Path, new: New, make_once: Once) -> None:
    def make(folder: Path) -> None:
        shutil.copytree(ROOT / "tests" / "sites" / "good", folder, dirs_exist_ok=True)
        settings = (folder / "mkdocs.yml").read_text("utf-8")
        assert "playbooks:" in settings
        (folder / "mkdocs.yml").write_text(settings.replace("- playbooks:", "- playbooks:\n      offline: false"))
        build(folder / "site", root=folder)

    without = make_once("not-offline", make) / "site"
    names = {path.relative_to(without).as_posix() for path in without.rglob("*") if path.is_file()}
    assert not [name for name in names if "webmanifest" in name or "assets/offline" in name or "all.json" in name]
    assert "manifest" not in (without / "index.html").read_text("utf-8").split("</head>")[0].split("base-uri")[0]
    server = Host(site)
    with server as url:
        context = new()
        page = context.new_page()
        visit(page, f"{url}/")
        server.publish(without)
        page.goto(f"{url}/playbooks/late/")
        until(page, f"({CACHES})().then((number) => number === 0)")
        until(page, f"({WORKERS})().then((number) => number === 0)")


def test_the_app_has_a_name_icons_and_a_beginning_in_each_language(site: Path, new: New) -> None:
    with Server(site) as url:
        page = new().new_page()
        for root, language in (("", "en"), ("fr/", "fr"), ("uk/", "uk")):
            page.goto(f"{url}/{root}")
            session = page.context.new_cdp_session(page)
            told = session.send("Page.getAppManifest")
            assert told["errors"] == []
            assert told["url"] == f"{url}/{root}app.webmanifest"
            manifest = page.evaluate("(address) => fetch(address).then((answer) => answer.json())", told["url"])
            assert manifest["lang"] == language
            starts = page.evaluate("([to, from]) => new URL(to, from).href", [manifest["start_url"], told["url"]])
            assert starts == f"{url}/{root}"
            for row in [*manifest["icons"], *manifest["shortcuts"]]:
                asked = [row.get("src") or row["url"], told["url"]]
                assert page.evaluate("([to, from]) => fetch(new URL(to, from)).then(({ok}) => ok)", asked)
            session.detach()
            problems = page.context.new_cdp_session(page).send("Page.getInstallabilityErrors")
            assert {row["errorId"] for row in problems["installabilityErrors"]} <= {"in-incognito"}


def test_pages_that_are_files_are_kept_as_such(new: New, make_once: Once) -> None:
    def make(folder: Path) -> None:
        shutil.copytree(ROOT / "tests" / "sites" / "good", folder, dirs_exist_ok=True)
        with (folder / "mkdocs.yml").open("a") as settings:
            settings.write("use_directory_urls: false\n")
        build(folder / "site", root=folder)

    with Server(make_once("offline-files", make) / "site") as url:
        context = new()
        page = context.new_page()
        visit(page, f"{url}/")
        with no_network(context):
            page.goto(f"{url}/playbooks/late.html")
            expect(page.locator("[data-template]").first).to_be_visible()
            page.goto(f"{url}/index.html")
            expect(page.locator("h1")).to_be_visible()
            page.goto(f"{url}/fr/playbooks/late.html")
            expect(page.locator("[data-not-kept]")).to_be_visible()
