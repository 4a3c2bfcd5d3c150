"""Call mode: a phone script one thought at a time, by keyboard, by finger, without a connection."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from catalogue import LANGUAGES, Catalogue, playbook_path
from hands import field, template
from playwright.sync_api import Locator, Page, expect

Opener = Callable[..., Page]

DELAY = "announce-a-delay"
PHONE = f"{DELAY}-phone"
OPEN = {"en": "Start call mode", "fr": "Passer en mode appel", "uk": "Режим розмови"}
NAME = {"en": "Call mode", "fr": "Mode appel", "uk": "Режим розмови"}


def opener(page: Page, language: str = "en", name: str = PHONE) -> Locator:
    return template(page, name).get_by_role("button", name=OPEN[language])


def dialog(page: Page, language: str = "en") -> Locator:
    return page.get_by_role("dialog", name=NAME[language])


def start(page: Page, language: str = "en", name: str = PHONE) -> Locator:
    """Open call mode by keyboard."""
    opener(page, language, name).focus()
    page.keyboard.press("Enter")
    expect(dialog(page, language)).to_be_visible()
    return dialog(page, language)


def thought(call: Locator) -> str:
    """The words of the present thought, without who says them."""
    return call.locator("[data-call-words]").inner_text()


def script(catalogue: Catalogue, name: str, language: str) -> list[str]:
    """The paragraphs of a script as call mode shows them."""
    paragraphs = catalogue.words(name, "body", language, {}).split("\n\n")
    without_speaker = [re.sub(r"^[^\W\d_]{2,10}\s?: ", "", text) for text in paragraphs]
    return [re.sub(r"^\((.*)\)$", r"\1", text, flags=re.DOTALL) for text in without_speaker]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_script_comes_by_keyboard_alone(
    open_page: Opener, catalogue: Catalogue, language: str
) -> None:
    page = open_page(playbook_path(DELAY, language))
    call = start(page, language)
    seen = []
    for _ in range(100):
        seen.append(thought(call))
        for number in range(call.locator("[data-branch]").count()):
            branch = call.locator("[data-branch]").nth(number)
            seen.append(branch.inner_text())
            branch.focus()
            page.keyboard.press("Enter")
            while call.locator(".call__case").count():
                seen.append(thought(call))
                page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        if call.locator(".call__thought--end").count():
            break
    wanted = [re.sub(r"\s*:$", "", text) for text in script(catalogue, PHONE, language)]
    assert sorted(re.sub(r"\s*:$", "", text) for text in seen) == sorted(wanted)
    page.keyboard.press("Enter")
    expect(call).to_be_hidden()
    expect(opener(page, language)).to_be_focused()


def test_arrows_and_buttons_go_back_and_forth(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(DELAY))
    call = start(page)
    first, second, third = script(catalogue, PHONE, "en")[:3]
    expect(call.get_by_role("button", name="Next")).to_be_focused()
    expect(call).to_contain_text(first)
    expect(call.get_by_text(re.compile(r"^1 of \d+$"))).to_be_visible()
    page.keyboard.press("Enter")
    expect(call).to_contain_text(second)
    page.keyboard.press("ArrowRight")
    expect(call).to_contain_text(third)
    page.keyboard.press("ArrowLeft")
    expect(call).to_contain_text(second)
    expect(call).not_to_contain_text(third)
    call.get_by_role("button", name="Back").click()
    expect(call).to_contain_text(first)
    page.keyboard.press("ArrowLeft")
    expect(call).to_contain_text(first)


def test_a_branch_leads_back_to_where_it_was_chosen(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    call = start(page)
    angry = call.get_by_role("button", name="If they are angry")
    while not angry.is_visible():
        page.keyboard.press("ArrowRight")
    fork = thought(call)
    angry.click()
    expect(call).to_contain_text("You have every reason to be.")
    while call.get_by_role("button", name="Next").is_visible():
        call.get_by_role("button", name="Next").click()
    call.get_by_role("button", name="Back to the script").click()
    assert thought(call) == fork
    expect(call.get_by_role("button", name="If they doubt the new date")).to_be_visible()


def test_escape_closes_it_and_the_place_is_kept(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    call = start(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    there = thought(call)
    page.keyboard.press("Escape")
    expect(call).to_be_hidden()
    expect(opener(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(call).to_be_visible()
    assert thought(call) == there


def test_the_page_behind_is_out_of_reach(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    start(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert inside


def test_the_words_are_filled_and_speak_the_clients_language(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    field(page, "client").fill("Олена")
    template(page, PHONE).locator("[data-words-language]").select_option("uk")
    call = start(page)
    words = call.locator("[data-call-words]")
    expect(words).to_contain_text("Олено")
    expect(words).to_have_attribute("lang", "uk")
    expect(call.get_by_role("button", name="Next")).to_be_visible()


def test_notes_go_into_the_blank_of_the_follow_up(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    call = start(page)
    notes = call.get_by_label("Notes – they go into the follow-up email")
    notes.focus()
    page.keyboard.type("Proofs by Friday, one contact. ")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    page.goto(page.url.replace(DELAY, "frustrated-client"))
    expect(field(page, "notes")).to_have_value("Proofs by Friday, one contact.")
    expect(template(page, "frustrated-client-email").locator("[data-part=body]")).to_contain_text(
        "Proofs by Friday, one contact."
    )
    call = start(page, name="frustrated-client-phone")
    expect(call.get_by_label("Notes – they go into the follow-up email")).to_have_value(
        "Proofs by Friday, one contact."
    )


def test_once_opened_it_works_without_a_connection(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), fresh=True)
    call = start(page)
    page.context.set_offline(True)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    branches = 0
    for _ in range(100):
        if call.locator(".call__thought--end").count():
            break
        for number in range(call.locator("[data-branch]").count()):
            call.locator("[data-branch]").nth(number).click()
            branches += 1
            call.get_by_role("button", name="Next").or_(
                call.get_by_role("button", name="Back to the script")
            ).click()
            while call.locator(".call__case").count():
                page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
    expect(call).to_contain_text("That was the last line.")
    assert branches >= 3
    call.get_by_label("Notes").fill("noted offline")
    page.keyboard.press("Escape")
    opener(page).click()
    expect(call.get_by_label("Notes")).to_have_value("noted offline")
    assert failed == []


def test_the_clock_starts_with_the_first_step_and_is_quiet(open_page: Opener) -> None:
    page = open_page("/404.html", fresh=True)
    page.clock.install()
    page.goto(page.url.replace("/404.html", playbook_path(DELAY)))
    call = start(page)
    clock = call.get_by_role("timer")
    page.clock.run_for(5000)
    expect(clock).to_have_text("0:00")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(65_000)
    expect(clock).to_have_text("1:05")
    expect(clock).to_have_attribute("aria-live", "off")


def test_a_finger_swipes_through_the_script(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740, has_touch=True, is_mobile=True)
    opener(page).tap()
    call = dialog(page)
    expect(call).to_be_visible()
    first, second = script(catalogue, PHONE, "en")[:2]
    session = page.context.new_cdp_session(page)

    def swipe(start_x: int, end_x: int) -> None:
        for kind, x in (("touchStart", start_x), ("touchMove", (start_x + end_x) // 2), ("touchMove", end_x)):
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 240}]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe(300, 60)
    expect(call).to_contain_text(second)
    swipe(60, 300)
    expect(call).to_contain_text(first)


def test_call_mode_covers_a_small_screen_without_sideways_scrolling(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY, "uk"), width=320, height=568)
    call = start(page, "uk")
    box = call.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 320, 568)
    assert call.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    for control in call.get_by_role("button").all():
        expect(control).to_be_in_viewport()
    size = float(call.locator(".call__words").evaluate("e => getComputedStyle(e).fontSize").removesuffix("px"))
    assert size >= 20
