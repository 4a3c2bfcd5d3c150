"""Every state that a reader can bring a page into, and the way there by the controls of the real page.

A way asks for nothing by its words, so that it is the same in every language. A state that there is only on a
screen of one width says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hands import fill_panel, ready, template
from playwright.sync_api import Page, expect

NARROW, WIDE = 320, 1280
DELAY = "announce-a-delay"
EMAIL, PHONE, CHECKLIST = f"{DELAY}-email", f"{DELAY}-phone", f"{DELAY}-checklist"
PLAYBOOK = f"playbooks/{DELAY}/"
QUERY = "[data-md-component=search-query]"
RESULTS = ".md-search-result__list a[href]"
FOUND_BY = {"en": "delay", "fr": "retard", "uk": "затримка"}
FOUND_ELSEWHERE = {"en": "затримка", "fr": "затримка", "uk": "shortcut"}
SUNDAY = str(date.today() - timedelta(days=date.today().weekday() + 1))

Way = Callable[[Page], None]


@dataclass(frozen=True)
class State:
    """`path` from the root of the language; `widths` of the screens that have the state."""

    name: str
    path: str
    way: Way = lambda page: None
    widths: tuple[int, ...] = (NARROW, WIDE)

    def address(self, language: str) -> str:
        return f"/{self.path}" if language == "en" else f"/{language}/{self.path}"


def language_of(page: Page) -> str:
    return str(page.locator("html").get_attribute("lang"))


def is_narrow(page: Page) -> bool:
    size = page.viewport_size
    return size is not None and size["width"] == NARROW


# the head of the page


def choose_language(page: Page) -> None:
    page.locator("[data-languages] summary").click()
    expect(page.locator("[data-languages] a[hreflang]").first).to_be_visible()


def turn_to_the_search(page: Page) -> None:
    if is_narrow(page):
        page.locator("[data-open-search]").click()
    else:
        page.locator(QUERY).click()
    expect(page.locator("[data-search-start]")).to_be_visible()


def ask(page: Page, words: str) -> None:
    turn_to_the_search(page)
    page.keyboard.insert_text(words)


def find(page: Page) -> None:
    ask(page, FOUND_BY[language_of(page)])
    expect(page.locator(RESULTS).first).to_be_visible()


def find_nothing(page: Page) -> None:
    ask(page, "qqxzzv")
    expect(page.locator("[data-search-start]")).to_be_hidden()
    expect(page.locator(RESULTS)).to_have_count(0)


def narrow_down_to_nothing(page: Page) -> None:
    """What only ordinary pages have, then only voicemails."""
    ask(page, "espanso")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator("[data-search-kinds] label").filter(has=page.locator("input[value=voicemail]")).click()
    expect(page.locator("[data-search-elsewhere] button")).to_be_visible()


def find_in_another_language(page: Page) -> None:
    ask(page, FOUND_ELSEWHERE[language_of(page)])
    expect(page.locator("[data-search-elsewhere] a").first).to_be_visible()


def follow_a_result(page: Page) -> None:
    find(page)
    page.locator(RESULTS).first.click()
    page.wait_for_url("**/playbooks/**")
    ready(page)
    expect(page.locator("article mark").first).to_be_attached()


def lose_a_file(page: Page) -> None:
    page.evaluate("window.addEventListener('error', (event) => event.preventDefault())")  # it is meant
    page.route("**/assets/scripts/*.js", lambda route: route.abort())
    page.locator(f"#{EMAIL} [data-more] summary").click()
    expect(page.get_by_role("status")).not_to_be_empty()


# blanks


def open_blanks(page: Page) -> None:
    template(page, EMAIL).locator("[data-open-blanks]").click()
    expect(page.locator("dialog.sheet[open]")).to_be_visible()


def ask_for_a_blank_in_the_middle(page: Page) -> None:
    open_blanks(page)
    for _ in range(3):
        page.locator("[data-step-next]").click()
    expect(page.locator("[data-step-back]")).to_be_enabled()


def ask_for_the_last_blank(page: Page) -> None:
    open_blanks(page)
    for _ in range(30):
        if page.locator("[data-step-copy]").is_visible():
            return
        page.locator("[data-step-next]").click()
    raise AssertionError("the sheet has no end")


def open_blanks_from_a_list_of_choices(page: Page) -> None:
    """A day is chosen in one tap."""
    template(page, EMAIL).locator("[role=button][data-blank=new-date]").first.click()
    expect(page.locator("[data-quick] button").first).to_be_visible()


def fill_oddly(page: Page) -> None:
    """A day that has passed and is a Sunday, before the one that was promised; a name of another script."""
    fill_panel(page, {"client": "Олена", "old-date": "2099-01-01", "new-date": SUNDAY, "effect": "x"})
    if not is_narrow(page):
        expect(page.locator("[data-blanks]")).to_be_visible()


def fill_whole(page: Page) -> None:
    ready(page)
    names = page.locator("[data-field]").evaluate_all("all => all.map((field) => field.dataset.field)")
    fill_panel(page, dict.fromkeys(names, "R&D") | {"new-date": "2099-12-15", "old-date": "2099-12-01"})


def erase_everything(page: Page) -> None:
    fill_whole(page)
    if is_narrow(page):
        open_blanks(page)
        while page.locator("[data-step-back]").is_enabled():
            page.locator("[data-step-back]").click()
    page.locator("[data-forget]").click()
    expect(page.get_by_role("status")).not_to_be_empty()


# templates


def open_ways_to_send(page: Page) -> None:
    template(page, EMAIL).locator("[data-more] summary").click()
    expect(template(page, EMAIL).locator("[data-send]").first).to_be_visible()


def copy_it(page: Page) -> None:
    fill_whole(page)
    template(page, EMAIL).locator("[data-copy=all]:visible").first.click()
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(template(page, EMAIL).locator("[data-after]")).to_be_visible()


def look_as_they_see_it(page: Page) -> None:
    fill_whole(page)
    template(page, EMAIL).locator("[data-seen]").click()
    expect(template(page, EMAIL).locator(".template__from")).to_be_visible()


def show_another_language(page: Page) -> None:
    other = "uk" if language_of(page) == "en" else "en"
    template(page, EMAIL).locator("[data-words-language]").select_option(other)
    expect(template(page, EMAIL).locator("[data-words]")).to_have_attribute("lang", other)
    expect(template(page, EMAIL).locator("[data-beside-toggle]")).to_be_visible()


def show_both_languages(page: Page) -> None:
    show_another_language(page)
    template(page, EMAIL).locator("[data-beside-toggle]").check()
    twins = ".twin" if is_narrow(page) else "[data-beside]"
    expect(template(page, EMAIL).locator(twins).first).to_be_visible()


def fold_branches(page: Page) -> None:
    page.locator(f"#{PHONE} details.branch summary").first.click()


# calls


def open_call(page: Page) -> None:
    template(page, PHONE).locator("[data-open-call]").click()
    expect(page.locator("[data-call-before]")).to_be_visible()


def begin_call(page: Page) -> None:
    open_call(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-call-before]")).to_be_hidden()


def hear_what_they_say(page: Page) -> None:
    begin_call(page)
    page.locator(".call__said").click()
    expect(page.locator("[data-branch]").first).to_be_visible()


def answer_it(page: Page) -> None:
    hear_what_they_say(page)
    page.locator("[data-branch]").first.click()
    expect(page.locator("[data-call-cases]")).to_be_hidden()


def hear_it_again(page: Page) -> None:
    answer_it(page)
    page.locator(".call__said").click()
    expect(page.locator("[data-branch].is-visited")).to_be_visible()


def note_something(page: Page) -> None:
    begin_call(page)
    if page.locator(".call__note").is_visible():
        page.locator(".call__note").click()
    page.locator(".call__notes-field").fill("R&D")


def end_call(page: Page) -> None:
    fill_whole(page)
    open_call(page)
    for _ in range(200):
        if page.locator("[data-call-after]").is_visible():
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError("the script does not end")


def leave_call(page: Page) -> None:
    """And come back to it from another page."""
    begin_call(page)
    page.keyboard.press("ArrowRight")
    page.reload()
    template(page, PHONE).locator("[data-open-call]").click()
    expect(page.locator("dialog.call[open]")).to_be_visible()


def fill_in_a_call(page: Page) -> None:
    open_call(page)
    page.locator("dialog.call .button--primary:visible").first.click()
    expect(page.locator("dialog.sheet[open]")).to_be_visible()


def rehearse(page: Page) -> None:
    template(page, PHONE).locator("[data-open-rehearsal]").click()
    expect(page.locator("dialog.call[open]")).to_be_visible()
    page.keyboard.press("ArrowRight")


# checklists and lists


def tick_half(page: Page) -> None:
    boxes = page.locator("[data-checklist] input[type=checkbox]")
    for number in range(boxes.count() // 2):
        boxes.nth(number).check()


def tick_all(page: Page) -> None:
    for box in page.locator("[data-checklist] input[type=checkbox]").all():
        box.check()


def start_again(page: Page) -> None:
    tick_half(page)
    page.locator("[data-reset]").click()
    expect(page.get_by_role("status")).not_to_be_empty()


def come_home_with_something_begun(page: Page) -> None:
    home = page.url
    page.goto(home + PLAYBOOK)
    tick_half(page)
    page.goto(home)
    expect(page.locator("[data-begun] a").first).to_be_visible()


def see_ticks_in_the_list(page: Page) -> None:
    listing = page.url
    page.goto(listing.replace("checklists/", PLAYBOOK))
    tick_half(page)
    page.goto(listing)


def unfold_a_listed_template(page: Page) -> None:
    page.locator("[data-listed] summary").first.click()
    expect(page.locator("[data-listed-words] p").first).to_be_visible()


def copy_a_listed_template(page: Page) -> None:
    unfold_a_listed_template(page)
    page.locator("[data-copy-listed]:visible").first.click()
    expect(page.get_by_role("status")).not_to_be_empty()


def lose_a_listed_template(page: Page) -> None:
    page.route("**/*.txt", lambda route: route.abort())
    page.locator("[data-listed] summary").first.click()
    expect(page.locator(".listed__failed")).to_be_visible()


def tick_a_path(page: Page) -> None:
    page.locator("[data-step]").first.check()


def pick_links(page: Page) -> None:
    page.locator(".picker__open").first.click()
    page.locator("[data-pick]:visible").first.check()
    page.locator("[data-pick-whole]").nth(1).check()


# what stands for other pages


def be_told_what_is_near(page: Page) -> None:
    expect(page.locator("[data-nearest] a").first).to_be_visible()


def be_told_that_it_is_not_kept(page: Page) -> None:
    expect(page.locator("[data-not-kept]")).to_be_visible()


def fill_a_frame(page: Page) -> None:
    fill_panel(page, {"client": "Олена", "sender": "R&D"})
    expect(page.locator(".blank.is-filled").first).to_be_visible()


ONLY_NARROW, ONLY_WIDE = (NARROW,), (WIDE,)
STATES = [
    State("a playbook", PLAYBOOK),
    State("the home page", ""),
    State("the list of playbooks", "playbooks/"),
    State("the list of templates", "templates/"),
    State("the list of checklists", "checklists/"),
    State("a path", "onboarding/newcomer/"),
    State("which channel", "channels/"),
    State("code and tables", "authors/blocks/"),
    State("which translations are behind", "authors/status/"),
    State("the statement, with a switch", "accessibility/"),
    State("privacy, with a switch", "privacy/"),
    State("what is kept", "offline/"),
    State("languages to choose from", PLAYBOOK, choose_language),
    State("search: nothing asked yet", "", turn_to_the_search),
    State("search: results", PLAYBOOK, find),
    State("search: no result", "", find_nothing),
    State("search: none of that kind", "", narrow_down_to_nothing),
    State("search: found in another language", "", find_in_another_language),
    State("words found, on their page", "", follow_a_result),
    State("a file does not arrive", PLAYBOOK, lose_a_file),
    State("sheet: the first blank", PLAYBOOK, open_blanks, ONLY_NARROW),
    State("sheet: in the middle", PLAYBOOK, ask_for_a_blank_in_the_middle, ONLY_NARROW),
    State("sheet: the last blank", PLAYBOOK, ask_for_the_last_blank, ONLY_NARROW),
    State("sheet: choices in one tap", PLAYBOOK, open_blanks_from_a_list_of_choices, ONLY_NARROW),
    State("odd dates", PLAYBOOK, fill_oddly),
    State("filled in whole", PLAYBOOK, fill_whole),
    State("everything erased, with a way back", PLAYBOOK, erase_everything),
    State("ways to send", PLAYBOOK, open_ways_to_send),
    State("copied, and what comes after", PLAYBOOK, copy_it),
    State("as they see it", PLAYBOOK, look_as_they_see_it),
    State("words in another language", PLAYBOOK, show_another_language),
    State("words in two languages", PLAYBOOK, show_both_languages),
    State("a branch that is closed", PLAYBOOK, fold_branches),
    State("before a call", PLAYBOOK, open_call),
    State("the first line of a call", PLAYBOOK, begin_call),
    State("what they may say", PLAYBOOK, hear_what_they_say),
    State("what one answers", PLAYBOOK, answer_it),
    State("what they may say, once more", PLAYBOOK, hear_it_again),
    State("notes in a call", PLAYBOOK, note_something),
    State("after a call", PLAYBOOK, end_call),
    State("a call that was left", PLAYBOOK, leave_call),
    State("blanks above a call", PLAYBOOK, fill_in_a_call),
    State("a rehearsal", PLAYBOOK, rehearse),
    State("a checklist half done", PLAYBOOK, tick_half),
    State("a checklist done", PLAYBOOK, tick_all),
    State("a checklist started again", PLAYBOOK, start_again),
    State("something begun", "", come_home_with_something_begun),
    State("ticks in the list", "checklists/", see_ticks_in_the_list),
    State("a listed template", "templates/", unfold_a_listed_template),
    State("a listed template, copied", "templates/", copy_a_listed_template),
    State("a listed template that does not arrive", "templates/", lose_a_listed_template),
    State("a path begun", "onboarding/newcomer/", tick_a_path),
    State("links picked", "onboarding/team-lead/", pick_links),
    State("an unknown address", f"playbooks/{DELAY}s/", be_told_what_is_near),
    State("a page that is not kept", f"offline/#/{PLAYBOOK}", be_told_that_it_is_not_kept),
    State("a template in a frame", f"embed/{EMAIL}/"),
    State("a frame filled in", f"embed/{EMAIL}/", fill_a_frame),
    State("ways to send, in a frame", f"embed/{EMAIL}/", open_ways_to_send),
]
