"""The search box as a reader uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from server import Server

from search.conftest import open_search, results, type_words

QUERY = "[data-md-component=search-query]"
META = ".md-search-result__meta"


def requests_of(page: Page) -> list[str]:
    paths: list[str] = []
    page.on("request", lambda request: paths.append(request.url))
    return paths


def of_search(paths: list[str]) -> list[str]:
    """Of all requests those for the search, but for the module that waits for the reader."""
    return [path for path in paths if re.search(r"/search/(?!opening\.js)|search\.css", path)]


def test_nothing_is_fetched_before_the_reader_turns_to_it(open_page, address) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/privacy/", fresh=True)
    paths = requests_of(page)
    page.reload(wait_until="networkidle")
    assert of_search(paths) == []
    open_search(page)
    type_words(page, "cookies")
    assert results(page)
    assert len([path for path in paths if path.endswith("/search/en.json")]) == 1
    assert not [path for path in paths if re.search(r"/(?:fr|uk)\.json$|/stem_(?:uk|fr)-", path)]
    assert not [path for path in paths if "/search/fr-" in path or "/search/uk-" in path]


@pytest.mark.quick
@pytest.mark.parametrize(
    ("start", "words", "path"),
    [
        ("/", "mistakes", "/playbooks/own-a-mistake/"),
        ("/fr/", "echeance depassee", "/fr/playbooks/deadline-missed/"),
        ("/uk/", "затримкою", "/uk/playbooks/announce-a-delay/"),
    ],
)
def test_results_in_the_language_of_the_page(open_page, start: str, words: str, path: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(start)
    open_search(page)
    type_words(page, words)
    found = results(page)
    assert found[0] == path
    assert all(other.startswith(start) for other in found)
    assert page.locator(".md-search-result__item mark").count() > 0


@pytest.mark.quick
def test_kinds_are_said_and_narrow_by_keyboard(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/")
    open_search(page)
    type_words(page, "delay")
    results(page)
    kinds = page.locator(".search-kind").all_inner_texts()
    assert any(kind.startswith("Playbook") for kind in kinds)
    assert any(kind.startswith(("Email · ", "Phone script · ")) for kind in kinds)
    page.get_by_label("Everything").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Email", exact=True)).to_be_checked()
    expect(page.locator(".search-kind").first).to_have_text(re.compile("^Email · "))
    assert all(kind.startswith("Email") for kind in page.locator(".search-kind").all_inner_texts())
    assert page.locator(".md-search-result__link").first.get_attribute("href").split("#")[1].partition("-email")[1]


def test_keyboard(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/")
    page.keyboard.press("/")
    expect(page.locator(QUERY)).to_be_focused()
    type_words(page, "mistake")
    results(page)
    links = page.locator(".md-search-result__link")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(QUERY)).to_be_focused()
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    expect(page.locator(QUERY)).not_to_be_focused()
    page.keyboard.press("s")
    expect(page.locator(QUERY)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/playbooks/own-a-mistake/")


def test_keys_of_the_search_do_not_steal_letters(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/playbooks/own-a-mistake/")
    field = page.locator("[data-field]:visible").first
    field.focus()
    page.keyboard.press("s")
    expect(field).to_be_focused()
    assert not page.locator("#__search").is_checked()


@pytest.mark.quick
def test_words_found_are_marked_on_the_page_and_not_in_its_address(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/uk/")
    open_search(page)
    type_words(page, "помилками")
    results(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/uk/playbooks/own-a-mistake/")
    mark = page.locator("article mark.search-mark")
    expect(mark.first).to_be_attached()
    assert {text.lower()[:6] for text in mark.all_inner_texts()} >= {"помилк"}
    assert "помил" not in page.evaluate("decodeURIComponent(location.href)")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert mark.count() == 0


def test_a_result_on_the_same_page_is_marked_there(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/playbooks/own-a-mistake/")
    open_search(page)
    type_words(page, "own a mistake")
    assert results(page)[0] == "/playbooks/own-a-mistake/"
    page.keyboard.press("Enter")
    expect(page.locator("article mark.search-mark").first).to_be_attached()
    assert not page.locator("#__search").is_checked()


def test_the_number_is_shown_and_announced_in_the_one_live_region(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/")
    open_search(page)
    type_words(page, "debrief")
    results(page)
    number = page.locator(".md-search-result__item").count()
    expect(page.locator(META)).to_have_text(f"{number} results")
    status = page.get_by_role("status")
    expect(status).to_have_count(1)
    expect(status).to_have_text(f"{number} results")
    assert "is-shown" not in (status.get_attribute("class") or "")


def test_another_language_is_hinted_at_and_the_question_goes_along(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/privacy/")
    open_search(page)
    type_words(page, "вибачення")
    hint = page.locator("[data-search-elsewhere] a")
    expect(hint).to_have_count(1)
    expect(page.locator(META)).to_have_text("No results")
    assert "Українська" in hint.inner_text()
    hint.click()
    page.wait_for_url("**/uk/privacy/")
    expect(page.locator(QUERY)).to_have_value("вибачення")
    assert results(page)[0].startswith("/uk/")


def test_the_button_of_narrow_screens_opens_it(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/fr/", width=360, height=740)
    expect(page.locator(QUERY)).to_be_hidden()
    page.click("[data-open-search]")
    expect(page.locator(QUERY)).to_be_focused()
    type_words(page, "remise")
    assert results(page)[0] == "/fr/playbooks/make-amends/"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    kinds = page.locator("[data-search-kinds]")
    assert kinds.evaluate("e => e.clientHeight") <= 60  # one row
    page.get_by_role("button", name="Fermer la recherche").click()
    expect(page.locator(QUERY)).to_be_hidden()


def test_what_was_asked_once_is_answered_offline(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/", fresh=True)
    open_search(page)
    type_words(page, "discount")
    expect(page.locator(META)).to_contain_text("result")
    type_words(page, "delay")
    results(page)
    page.context.set_offline(True)
    type_words(page, "discount")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile("make-amends"))


def test_it_says_that_it_could_not_be_loaded_and_tries_again(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/")
    page.context.route("**/search/en.json", lambda route: route.abort())
    open_search(page)
    type_words(page, "delay")
    expect(page.locator(META)).to_contain_text("could not be loaded")
    page.context.unroute_all()
    page.keyboard.insert_text("s")
    assert results(page)[0] == "/playbooks/announce-a-delay/"


def test_before_typing_it_shows_the_situations_and_the_last_searches(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/")
    open_search(page)
    expect(page.locator(".search-situation")).to_have_count(12)
    type_words(page, "discount")
    results(page)
    expect(page.locator("[data-search-start]")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/playbooks/**")
    open_search(page)
    page.locator(".search-former").click()
    expect(page.locator(QUERY)).to_have_value("discount")
    assert results(page)


def test_a_kind_that_hides_everything_says_so_and_leads_out(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/")
    open_search(page)
    type_words(page, "clipboard")
    results(page)
    page.get_by_label("Voicemail", exact=True).check()
    expect(page.locator(META)).to_contain_text("of this kind")
    page.locator("[data-show-all]").click()
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    type_words(page, "delay")
    page.get_by_label("Voicemail", exact=True).check()
    expect(page.locator(".search-kind").first).to_have_text(re.compile("^Voicemail"))
    type_words(page, "clipboard")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    expect(page.get_by_label("Everything")).to_be_checked()


def test_it_says_that_there_is_more_than_it_shows(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/")
    open_search(page)
    type_words(page, "client")
    expect(page.locator(META)).to_contain_text("first 12 of")


@pytest.mark.parametrize(
    ("start", "words", "never"),
    [("/", "angry", {"made"}), ("/fr/", "remboursement", {"à", "a", "avons", "ait", "aura"})],
)
def test_words_that_only_help_are_not_marked(open_page, start: str, words: str, never: set[str]) -> None:  # type: ignore[no-untyped-def]
    page = open_page(start)
    open_search(page)
    type_words(page, words)
    results(page)
    marked = set(page.locator(".md-search-result mark").all_inner_texts())
    assert marked
    assert not {word.lower() for word in marked} & never


@pytest.fixture(scope="module")
def below(site: Path) -> Iterator[str]:
    with Server(site, base="/some/project/") as url:
        yield url


def test_it_works_below_a_path_and_breaks_no_policy(browser: Browser, below: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{below}/uk/playbooks/")
    open_search(page)
    type_words(page, "знижкою")
    assert results(page)[0] == "/some/project/uk/playbooks/make-amends/"
    page.keyboard.press("Enter")
    page.wait_for_url("**/some/project/uk/playbooks/make-amends/")
    expect(page.locator("article mark.search-mark").first).to_be_attached()
    assert not [error for error in errors if "favicon" not in error], errors
    page.context.close()


def test_enter_before_the_results_opens_the_first_of_them(open_page, address) -> None:  # type: ignore[no-untyped-def]
    page = open_page("/", fresh=True)
    open_search(page)
    type_words(page, "discount")
    page.keyboard.press("Enter")
    page.wait_for_url("**/playbooks/**")
    open_search(page)
    type_words(page, "discount")
    results(page)
    type_words(page, "the client is angry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/playbooks/frustrated-client/**")
