"""Lists are libraries: what is listed is read, copied and followed where it stands; what is undone comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from catalogue import LANGUAGES, playbook_path
from hands import copied_by, field, fill_panel, message, template
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]
TEMPLATE = "own-a-mistake-email"
CHECKLIST = "own-a-mistake-checklist"
SKIP = "[data-md-component=skip] a"


def listed(page: Page) -> None:
    page.locator(f"[data-listed={TEMPLATE}] summary").click()
    expect(page.locator(f"[data-listed={TEMPLATE}] [data-listed-words]")).to_be_visible()


@pytest.mark.quick
@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_template_is_read_and_copied_where_it_is_listed(open_page: Opener, site: Path, language: str) -> None:
    page = open_page("/templates/" if language == "en" else f"/{language}/templates/", clipboard=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    listed(page)
    assert [url.rsplit("/", 1)[1] for url in asked if url.endswith(".txt")] == [f"{TEMPLATE}.txt"]
    copied = copied_by(page.locator(f"[data-listed={TEMPLATE}] [data-copy-listed]"))
    tree = site if language == "en" else site / language
    assert copied.plain == (tree / "templates" / f"{TEMPLATE}.txt").read_text("utf-8").strip()
    assert copied.html.count("<p>") == len(copied.plain.split("\n\n"))
    assert "<span" not in copied.html


def test_a_listed_template_leads_to_its_place_also_without_a_script(open_page: Opener) -> None:
    page = open_page("/templates/", java_script_enabled=False)
    page.locator(f"[data-listed={TEMPLATE}] summary").click()
    expect(page.locator(f"[data-listed={TEMPLATE}] button")).to_be_hidden()
    page.locator(f"[data-listed={TEMPLATE}] a").click()
    page.wait_for_url(f"**{playbook_path('own-a-mistake')}#{TEMPLATE}")


def test_words_that_cannot_be_fetched_are_asked_for_again(open_page: Opener) -> None:
    page = open_page("/templates/")
    page.route("**/*.txt", lambda route: route.abort())
    listed(page)
    expect(page.locator(".listed__failed")).to_be_visible()
    page.unroute_all()
    page.locator(f"[data-listed={TEMPLATE}] summary").click()
    listed(page)
    expect(page.locator(f"[data-listed={TEMPLATE}] .blank").first).to_be_visible()


def test_a_list_shows_how_far_this_reader_has_come(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"))
    for number in range(4):
        page.locator(f"#{CHECKLIST} input").nth(number).check()
    page.goto(page.url.split("/playbooks/")[0] + "/checklists/")
    row = page.locator(f"[data-listed-checklist={CHECKLIST}]")
    expect(row.locator("[data-listed-progress]")).to_have_text("4 of 11")
    expect(row).to_contain_text("Our team made a mistake")
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4)
    page.wait_for_url(f"**#{CHECKLIST}")


def test_what_was_cleared_comes_back(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"))
    page.locator(f"#{CHECKLIST} input").nth(1).check()
    page.locator("[data-field=client]").fill("Nadia")
    page.locator(f"#{CHECKLIST} [data-reset]").click()
    page.locator("[data-undo]").click()
    expect(page.locator(f"#{CHECKLIST} input").nth(1)).to_be_checked()
    expect(page.locator("[data-undo]")).to_have_count(0)
    page.locator("[data-forget]").click()
    expect(page.locator("[data-field=client]")).to_have_value("")
    page.locator("[data-undo]").click()
    expect(message(page)).to_have_text("What you typed is back.")
    expect(page.locator("[data-field=client]")).to_have_value("Nadia")
    page.reload()
    expect(page.locator("[data-field=client]")).to_have_value("Nadia")
    expect(page.locator(f"#{CHECKLIST} input").nth(1)).to_be_checked()


def test_a_path_is_ticked_and_stays_ticked(open_page: Opener) -> None:
    page = open_page("/onboarding/newcomer/")
    page.locator("[data-step=stage-2]").check()
    page.goto(page.url.replace("/onboarding/", "/fr/onboarding/"))
    expect(page.locator("[data-step=stage-2]")).to_be_checked()
    expect(page.locator("[data-path-progress]")).to_have_text("Votre parcours\u00a0: 1 sur 6")


@pytest.mark.parametrize("path", ["/", "/templates/", playbook_path("own-a-mistake", "fr"), "/404.html"])
def test_the_skip_link_leads_to_the_main_part(open_page: Opener, path: str) -> None:
    page = open_page(path)
    page.keyboard.press("Tab")
    expect(page.locator(SKIP)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_an_unknown_address_has_the_head_and_the_search(open_page: Opener) -> None:
    page = open_page("/uk/xyzzy/", locale="uk")
    expect(page.locator(".sections a").first).to_be_visible()
    page.click("[data-md-component=search-query]")
    page.keyboard.insert_text("delay")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("width", [360, 979, 980, 1100, 1400])
def test_the_form_of_a_frame_stands_beside_the_words_or_is_closed(open_page: Opener, width: int) -> None:
    page = open_page("/embed/own-a-mistake-email/", width=width)
    expect(page.locator("[data-open-blanks]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    form = page.locator("[data-blanks]")
    if width < 980:
        expect(form).to_be_hidden()
    else:
        box, words = form.bounding_box(), page.locator("main").bounding_box()
        assert box
        assert words
        assert box["x"] >= words["x"] + words["width"]


def test_one_template_alone_prints_its_permanent_address(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"))
    page.evaluate("window.print = () => {}")
    template(page, TEMPLATE).locator("details.more summary").click()
    page.locator(f"#{TEMPLATE} [data-send=print]").click()
    page.emulate_media(media="print")
    expect(page.locator(f"#{TEMPLATE} .print-address")).to_contain_text(f"/go/{TEMPLATE}/")
    expect(page.locator(f"#{TEMPLATE} .print-address")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(f"#{TEMPLATE} .print-address")).to_have_count(0)


def test_a_list_that_was_begun_comes_first_also_in_another_session(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"), fresh=True)
    page.locator(f"#{CHECKLIST} input").first.check()
    page.evaluate("sessionStorage.clear()")
    root = page.url.split("/playbooks/")[0]
    page.goto(f"{root}/checklists/")
    expect(page.locator("[data-listed-checklist]").first).to_have_attribute("data-listed-checklist", CHECKLIST)
    page.goto(f"{root}/")
    expect(page.locator("[data-begun]")).to_contain_text("1 of 11 ticked")
    page.locator("[data-begun] button").click()
    page.reload()
    expect(page.locator("[data-begun]")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "ticked"), [("en", "1 of 11 ticked"), ("fr", "1 point coché sur 11"), ("uk", "позначено 1 з 11")]
)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_what_was_begun_stands_in_two_lines_within_its_card(
    open_page: Opener, language: str, ticked: str, width: int
) -> None:
    page = open_page(playbook_path("own-a-mistake", language), width=width, height=740)
    page.locator(f"#{CHECKLIST} input").first.check()
    page.goto(page.url.split("/playbooks/")[0] + "/")
    card = page.locator("[data-begun]")
    expect(card.locator(".begun__state")).to_have_text(ticked)
    assert "–" not in card.inner_text()
    title, state = (card.locator(part).bounding_box() for part in (".begun__title", ".begun__state"))
    box = card.bounding_box()
    assert box
    assert title
    assert state
    assert box["y"] < title["y"] < title["y"] + title["height"] <= state["y"]
    assert state["y"] + state["height"] < box["y"] + box["height"]


def test_what_was_begun_counts_the_template_last_worked_in_and_leads_to_it(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"), fresh=True, width=360, height=740)
    home = page.url.split("/playbooks/")[0] + "/"
    for name in ("own-a-mistake-message", "own-a-mistake-email"):
        template(page, name).locator("[data-open-blanks]").click()
        expect(page.locator("dialog.sheet")).to_be_visible()
        fill_panel(page, {"client": name})
        left = template(page, name).locator("[data-left]").inner_text()
        page.goto(home)
        expect(page.locator(".begun__state")).to_have_text(left)
        page.locator("[data-begun] a").click()
        page.wait_for_url(f"**/own-a-mistake/#{name}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_begun_is_erased_from_the_device_and_can_be_taken_back(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path("own-a-mistake", language), fresh=True)
    fill_panel(page, {"client": "Olena", "sender": "Nadia"})
    page.locator(f"#{CHECKLIST} input").first.check()
    playbook = page.url
    home = playbook.split("/playbooks/")[0] + "/"
    page.goto(home)
    button = page.locator("[data-begun] button")
    expect(button).to_have_text({"en": "Erase", "fr": "Effacer", "uk": "Забути"}[language])
    button.click()
    expect(page.locator("[data-begun]")).to_be_hidden()
    page.locator("[data-undo]").click()
    expect(page.locator("[data-begun] a")).to_be_focused()
    expect(page.locator("[data-begun]")).to_contain_text("Olena")
    button.click()
    expect(page.locator("[data-begun]")).to_be_hidden()
    expect(message(page)).not_to_be_empty()
    kept = "() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"
    assert "Olena" not in page.evaluate(kept)
    page.goto(playbook)
    expect(field(page, "client")).to_have_value("")
    expect(field(page, "sender")).to_have_value("Nadia")  # of the reader, not of the client
    expect(page.locator(f"#{CHECKLIST} input").first).not_to_be_checked()


@pytest.mark.parametrize("way", ["tick", "start again"])
def test_a_list_that_was_taken_back_is_not_begun(open_page: Opener, way: str) -> None:
    page = open_page(playbook_path("own-a-mistake"), fresh=True)
    page.locator(f"#{CHECKLIST} input").first.check()
    if way == "tick":
        page.locator(f"#{CHECKLIST} input").first.uncheck()
    else:
        page.locator(f"#{CHECKLIST} [data-reset]").click()
    page.goto(page.url.split("/playbooks/")[0] + "/")
    expect(page.locator(".situations a").first).to_be_visible()
    expect(page.locator("[data-begun]")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_listed_script_says_who_speaks_apart_from_the_words(open_page: Opener, language: str) -> None:
    page = open_page("/templates/" if language == "en" else f"/{language}/templates/", width=360, height=740)
    script = page.locator("#phone").locator("xpath=ancestor::section").locator("[data-listed]").first
    script.locator("summary").click()
    speech = script.locator(".speech").first
    speaker, words = (speech.locator(part).bounding_box() for part in (".speech__speaker", ".speech__words"))
    assert speaker
    assert words
    assert words["y"] >= speaker["y"] + speaker["height"]
    expect(script.locator(".blank small").first).to_be_visible()  # in which form, quieter than the label
