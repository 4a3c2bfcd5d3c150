"""The team lead picks links; what is copied is what the tool expects."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from catalogue import Catalogue
from conftest import Opener
from playwright.sync_api import Page, expect
from reading import read

CHOSEN = ("own-a-mistake-email", "own-a-mistake-checklist")
READ = "async type => (await (await navigator.clipboard.read())[0].getType(type)).text()"


def choose(page: Page, language: str, format: str) -> str:
    page.wait_for_selector("[data-pick-whole]")
    page.locator(".picker__group", has=page.locator("[data-pick-whole='playbooks/own-a-mistake/']")).get_by_role(
        "button"
    ).click()
    for name in CHOSEN:
        page.check(f"[data-pick={name}]")
    page.select_option("[data-choose=language]", language)
    page.select_option("[data-choose=format]", format)
    return page.input_value("[data-links]")


@pytest.mark.parametrize(
    ("format", "line"),
    [
        ("markdown", "- [{title}]({url})"),
        ("notion", "- [{title}]({url})"),
        ("slack", "• <{url}|{title}>"),
        ("confluence", "* [{title}|{url}]"),
    ],
)
@pytest.mark.parametrize("language", ["", "uk"])
def test_each_tool_gets_its_notation(
    open_page: Opener, address: str, format: str, line: str, language: str
) -> None:
    page = open_page("/fr/onboarding/team-lead/", clipboard=True)
    shown = choose(page, language, format)
    titles = [page.text_content(f"[data-pick={name}] + span") or "" for name in CHOSEN]
    if language:
        assert all(title not in shown for title in titles), "titles in the language of the links"
    else:
        urls = [f"{address}/go/{name}/" for name in CHOSEN]
        assert shown.split("\n") == [line.format(title=t, url=u) for t, u in zip(titles, urls, strict=True)]
    asked = f"{language}/" if language else ""
    assert all(f"/go/{name}/{asked}" in shown for name in CHOSEN)
    page.click("button:has-text('Copier les liens')")
    expect(page.locator("[role=status]")).to_have_text("Les liens sont copiés.")
    assert page.evaluate("navigator.clipboard.readText()") == shown
    if format != "markdown":
        links = read(page.evaluate(READ, "text/html")).all("a")
        assert [urlsplit(link.get("href")).path for link in links] == [f"/go/{name}/{asked}" for name in CHOSEN]
        assert {link.get("lang") for link in links} == {language or "fr"}


@pytest.mark.quick
def test_html_is_escaped_and_leads_to_the_things(open_page: Opener, address: str) -> None:
    page = open_page("/onboarding/team-lead/")
    shown = choose(page, "fr", "html")
    links = read(shown).all("a")
    assert [link.get("href") for link in links] == [f"{address}/go/{name}/fr/" for name in CHOSEN]
    page.goto(links[0].get("href"))
    page.wait_for_url(f"{address}/fr/playbooks/own-a-mistake/#own-a-mistake-email")


def test_what_is_chosen_stands_at_the_lower_edge_with_the_way_to_take_it(open_page: Opener) -> None:
    page = open_page("/uk/onboarding/team-lead/", width=360, height=740)
    page.wait_for_selector("[data-pick-whole]")
    copy = page.locator("[data-link-picker] .button--primary")
    expect(copy).to_be_hidden()
    page.locator("[data-pick-whole]").first.check()
    expect(copy).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-chosen]")).to_have_text("7 посилань")
    page.locator("[data-pick-whole]").first.uncheck()
    expect(copy).to_be_hidden()


@pytest.mark.quick
def test_a_whole_playbook_is_picked_at_once_and_counted(
    open_page: Opener, catalogue: Catalogue, address: str
) -> None:
    playbook = catalogue.playbooks["own-a-mistake"]
    count = 1 + len(playbook["templates"]) + len(playbook["checklists"])
    page = open_page("/onboarding/team-lead/")
    whole = page.locator("[data-pick-whole='playbooks/own-a-mistake/']")
    whole.check()
    expect(page.locator("[data-chosen]")).to_have_text(f"{count} links")
    assert f"({address}/go/own-a-mistake/)" in page.input_value("[data-links]").split("\n")[0]
    page.uncheck("[data-pick=own-a-mistake]")
    expect(page.locator("[data-chosen]")).to_have_text(f"{count - 1} links")
    assert whole.evaluate("box => box.indeterminate && !box.checked")


def test_what_a_whole_playbook_takes_is_said_and_its_own_link_is_one_tap(open_page: Opener, address: str) -> None:
    page = open_page("/onboarding/team-lead/", width=360, height=740)
    group = page.locator(".picker__group", has=page.locator("[data-pick-whole='playbooks/own-a-mistake/']"))
    own = group.get_by_role("checkbox", name="Playbook: 1 link")
    parts = page.evaluate("() => document.querySelectorAll('[data-pick^=own-a-mistake]').length")
    expect(group.get_by_role("checkbox", name=f"Everything: {parts} links")).to_be_visible()
    own.check()
    expect(page.locator("[data-chosen]")).to_have_text("1 link")
    assert page.input_value("[data-links]").count(f"{address}/go/own-a-mistake/") == 1
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert page.locator("[data-chosen]").evaluate(size) > page.locator(".picker__take").first.evaluate(size)


def test_all_and_none(open_page: Opener) -> None:
    page = open_page("/onboarding/team-lead/")
    page.wait_for_selector("[data-pick-whole]")
    page.click("text=Select all")
    assert len(page.input_value("[data-links]").split("\n")) == page.locator("[data-pick]").count()
    page.click("text=Select none")
    assert page.input_value("[data-links]") == ""
