"""Checklists: ticks, progress, what is kept and shared, and storage that does not work."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from catalogue import Catalogue, playbook_path
from hands import copied_by, message, ready
from playwright.sync_api import Locator, Page, Route, expect
from reading import read

Opener = Callable[..., Page]

PLAYBOOK = "own-a-mistake"
CHECKLIST = f"{PLAYBOOK}-checklist"

REFUSED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('refused', 'SecurityError'); },
});"""
ABSENT = "Object.defineProperty(window, 'localStorage', {value: null});"
FULL = """Storage.prototype.setItem = function () {
  throw new DOMException('full', 'QuotaExceededError');
};"""
RUBBISH = ["{not json", "null", "[]", '"words"', "17", '{"x": 3}', '{"%s": 1}', '{"%s": {"a": "b"}}', ""]


def boxes(page: Page) -> Locator:
    return page.locator(f'[data-checklist="{CHECKLIST}"] input[type=checkbox]')


def progress(page: Page) -> Locator:
    return page.locator(f'[data-checklist="{CHECKLIST}"] [data-progress]')


def ticked(page: Page) -> list[bool]:
    ready(page)
    return [box.is_checked() for box in boxes(page).all()]


@pytest.mark.quick
@pytest.mark.parametrize(("language", "of"), [("en", "of"), ("fr", "sur"), ("uk", "з")])
def test_ticks_are_counted_in_words_and_as_a_bar(
    open_page: Opener, catalogue: Catalogue, language: str, of: str
) -> None:
    page = open_page(playbook_path(PLAYBOOK, language))
    total = len(catalogue.checklists[CHECKLIST]["items"])
    expect(progress(page)).to_have_text(f"0 {of} {total}")
    for number in range(3):
        boxes(page).nth(number).check()
    expect(progress(page)).to_have_text(f"3 {of} {total}")
    assert page.locator(f"#{CHECKLIST} progress").evaluate("bar => [bar.value, bar.max]") == [3, total]
    boxes(page).nth(1).uncheck()
    expect(progress(page)).to_have_text(f"2 {of} {total}")


def test_what_was_kept_under_the_name_of_the_site_is_taken_over(open_page: Opener) -> None:
    page = open_page(playbook_path(PLAYBOOK))
    boxes(page).nth(2).check()
    page.locator("[data-field=client]").fill("Nadia")
    there = ticked(page)
    former = page.evaluate(
        """() => [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage).map((key) => {
          const former = key.replace('playbooks:', 'candour:');
          storage.setItem(former, storage.getItem(key));
          storage.removeItem(key);
          return former;
        }))"""
    )
    assert f"candour:/:checklist:{CHECKLIST}" in former
    page.evaluate("localStorage.setItem('other:/elsewhere/:x', '1')")
    page.reload()
    assert ticked(page) == there
    expect(page.locator("[data-field=client]")).to_have_value("Nadia")
    keys = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [key for key in keys if key.startswith("candour:")] == []
    assert "other:/elsewhere/:x" in keys


def test_the_whole_row_ticks(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(PLAYBOOK))
    item = catalogue.checklists[CHECKLIST]["items"][1]
    page.get_by_text(item["text"]["en"], exact=True).click()
    expect(page.get_by_role("checkbox", name=item["text"]["en"])).to_be_checked()


@pytest.mark.quick
def test_ticks_are_kept_and_shared_by_the_three_languages_but_not_by_other_checklists(open_page: Opener) -> None:
    page = open_page(playbook_path(PLAYBOOK))
    boxes(page).nth(0).check()
    boxes(page).nth(4).check()
    there = ticked(page)
    for path in (playbook_path(PLAYBOOK), playbook_path(PLAYBOOK, "fr"), playbook_path(PLAYBOOK, "uk")):
        page.goto(page.url.split("/playbooks")[0].removesuffix("/fr") + path)
        assert ticked(page) == there
    expect(progress(page)).to_have_text(re.compile(r"^2 "))
    page.goto(page.url.replace(PLAYBOOK, "announce-a-delay"))
    ready(page)
    assert page.locator("[data-checklist] :checked").count() == 0


def test_a_tick_appears_in_another_tab_at_once(open_page: Opener) -> None:
    page = open_page(playbook_path(PLAYBOOK))
    other = page.context.new_page()
    other.goto(page.url)
    boxes(page).nth(2).check()
    expect(boxes(other).nth(2)).to_be_checked()
    expect(progress(other)).to_have_text(re.compile(r"^1 "))


def test_starting_again_removes_all_ticks_for_good(open_page: Opener) -> None:
    page = open_page(playbook_path(PLAYBOOK))
    boxes(page).nth(0).check()
    page.locator(f"#{CHECKLIST} [data-reset]").click()
    expect(message(page)).to_have_text("All ticks cleared.")
    assert not any(ticked(page))
    expect(progress(page)).to_have_text(re.compile(r"^0 "))
    page.reload()
    assert not any(ticked(page))


@pytest.mark.quick
def test_it_is_copied_as_text_with_its_ticks(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(PLAYBOOK, "fr"), clipboard=True)
    boxes(page).nth(1).check()
    copied = copied_by(page.locator(f"#{CHECKLIST} [data-copy-checklist]"))
    row = catalogue.checklists[CHECKLIST]
    marks = ["[ ]", "[x]", *["[ ]"] * (len(row["items"]) - 2)]
    lines = [f"{mark} {item['text']['fr']}" for mark, item in zip(marks, row["items"], strict=True)]
    assert copied.plain == "\n".join([row["title"]["fr"], "", *lines])
    assert [line.text for line in read(copied.html).all("li")] == lines


def test_only_the_tick_of_an_item_that_the_author_changed_is_dropped(open_page: Opener) -> None:
    page = open_page(playbook_path(PLAYBOOK))
    for number in range(3):
        boxes(page).nth(number).check()
    version = boxes(page).nth(1).get_attribute("data-version") or ""

    def change(route: Route) -> None:
        answer = route.fetch()
        assert version in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(version, "another"))

    page.route(f"**{playbook_path(PLAYBOOK)}", change)
    page.reload()
    assert ticked(page)[:4] == [True, False, True, False]
    expect(progress(page)).to_have_text(re.compile(r"^2 "))
    note = page.get_by_text("This item has changed since you ticked it.")
    expect(note).to_have_count(1)
    expect(boxes(page).nth(1)).to_have_accessible_description("This item has changed since you ticked it.")
    boxes(page).nth(1).check()
    expect(note).to_have_count(0)
    page.reload()
    assert ticked(page)[:4] == [True, True, True, False]


@pytest.mark.parametrize("storage", [REFUSED, ABSENT, FULL], ids=["refused", "absent", "full"])
def test_where_nothing_can_be_kept_ticking_works_and_the_page_says_so(open_page: Opener, storage: str) -> None:
    page = open_page(playbook_path(PLAYBOOK), clipboard=True)
    page.add_init_script(storage)
    page.reload()
    boxes(page).nth(0).check()
    expect(progress(page)).to_have_text(re.compile(r"^1 "))
    expect(page.locator("[data-kept]")).to_have_text(
        "This browser doesn’t keep your ticks once you leave the page."
    )
    page.locator("[data-field=client]").fill("Nadia")
    expect(page.locator(f"#{PLAYBOOK}-email [data-part=body]")).to_contain_text("Hello Nadia,")
    page.locator("[data-scheme]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_rubbish_in_the_storage_does_no_harm(open_page: Opener, rubbish: str) -> None:
    page = open_page(playbook_path(PLAYBOOK))
    boxes(page).nth(0).check()
    page.locator("[data-field=client]").fill("Nadia")
    page.locator("[data-field=sender]").fill("Anna")
    page.locator("[data-scheme]").click()
    first = boxes(page).nth(0).get_attribute("data-item") or ""
    spoilt = page.evaluate(
        """(rubbish) => {
          for (const storage of [localStorage, sessionStorage]) {
            for (const key of Object.keys(storage)) storage.setItem(key, rubbish);
          }
          return localStorage.length + sessionStorage.length;
        }""",
        rubbish.replace("%s", first),
    )
    assert spoilt >= 4
    page.reload()
    assert not any(ticked(page))
    expect(page.locator("[data-field=client]")).to_have_value("")
    boxes(page).nth(1).check()
    page.locator("[data-field=client]").fill("Olena")
    page.reload()
    assert ticked(page)[:2] == [False, True]
    expect(page.locator("[data-field=client]")).to_have_value("Olena")
