"""The panel of blanks: one place to type, all templates filled; what is remembered and what never leaves."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from catalogue import LANGUAGES, PLAYBOOKS, Catalogue, playbook_path
from hands import copy, copy_button, field, fill_panel, message, ready, template
from playwright.sync_api import Browser, Locator, Page, Request, expect
from server import Server

Opener = Callable[..., Page]

DELAY = "announce-a-delay"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SAMPLE = {"date": "2026-12-15", "time": "10:00"}  # by the end of a field's name
SECRETS = {"client": "Zaporozhka-41", "project": "Ковчег", "cause": "secret cause!", "sender": "Anna Reidova"}


def body(page: Page, identifier: str) -> Locator:
    return template(page, identifier).locator("[data-part=body]")


def test_each_page_shows_exactly_the_fields_of_its_templates(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page("/")
    root = page.url.rstrip("/")
    for playbook in PLAYBOOKS:
        page.goto(root + playbook_path(playbook))
        used = {*catalogue.fields_of(playbook), "sender-form"}
        used |= {"currency"} if "amount" in used else set()
        ready(page)
        shown = page.locator("[data-field]:visible").evaluate_all("all => all.map(one => one.dataset.field)")
        assert sorted(shown) == sorted(used)
        for name in used:
            expect(page.get_by_label(catalogue.label(name, "en"), exact=True)).to_be_visible()


@pytest.mark.quick
def test_what_is_typed_appears_in_all_templates_while_it_is_typed(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    field(page, "client").press_sequentially("Nad")
    for channel in ("email", "voicemail", "phone"):
        expect(body(page, f"{DELAY}-{channel}")).to_contain_text("Hello Nad,")
    field(page, "client").press_sequentially("ia Durand ")
    expect(body(page, f"{DELAY}-email")).to_contain_text("Hello Nadia Durand,")
    expect(field(page, "client")).to_have_value("Nadia Durand ")
    assert body(page, f"{DELAY}-email").locator("[data-blank=client]").first.inner_text() == "Nadia Durand"


@pytest.mark.quick
def test_values_follow_to_other_pages_and_languages_each_in_its_own_way(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    fill_panel(page, {"client": "Олена", "new-date": "2026-12-01"})
    root = page.url.split("/playbooks")[0]
    page.goto(root + playbook_path("second-slip", "fr"))
    expect(body(page, "second-slip-voicemail")).to_contain_text("Bonjour Олена")
    expect(body(page, "second-slip-voicemail")).to_contain_text("mardi 1er décembre")
    expect(field(page, "new-date")).to_have_value("2026-12-01")
    page.goto(root + playbook_path("second-slip", "uk"))
    expect(body(page, "second-slip-voicemail")).to_contain_text("Олено")
    expect(body(page, "second-slip-voicemail")).to_contain_text("вівторок, 1 грудня")


def test_another_tab_follows_the_sender(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    other = page.context.new_page()
    other.goto(page.url)
    field(page, "sender").fill("Anna Reid")
    expect(field(other, "sender")).to_have_value("Anna Reid")
    expect(body(other, f"{DELAY}-email")).to_contain_text("Anna Reid")


def test_two_tabs_that_edit_the_same_blank_agree_wherever_the_reader_was(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    other = page.context.new_page()
    other.goto(page.url)
    field(page, "sender").fill("Ann")  # and the focus stays there
    field(other, "sender").fill("Anna Reid")
    expect(field(page, "sender")).to_have_value("Anna Reid")
    field(page, "sender").press("End")
    field(page, "sender").press_sequentially(" - Shaw")  # with each space where it is typed
    expect(field(other, "sender")).to_have_value("Anna Reid - Shaw")
    field(page, "position").focus()
    for tab in (page, other):
        expect(body(tab, f"{DELAY}-email")).to_contain_text("Anna Reid - Shaw")


# A tab that is not told of what others write: asleep, or in another process that is slow.
DEAF = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"


def test_two_tabs_that_fill_different_blanks_do_not_undo_each_other(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"))
    other = page.context.new_page()
    for tab in (page, other):
        tab.add_init_script(DEAF)
        tab.goto(page.url)
        ready(tab)
    field(page, "sender").fill("Anna Reid")
    field(other, "position").fill("Director")
    page.locator("[data-checklist] input").nth(0).check()
    other.locator("[data-checklist] input").nth(1).check()
    field(page, "sender").fill("Anna Reid-Shaw")
    page.reload()
    expect(field(page, "sender")).to_have_value("Anna Reid-Shaw")
    expect(field(page, "position")).to_have_value("Director")
    assert [page.locator("[data-checklist] input").nth(number).is_checked() for number in range(3)] == [
        True,
        True,
        False,
    ]


def test_what_is_typed_once_the_storage_is_full_is_still_in_the_words(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    field(page, "sender").fill("Anna")
    page.evaluate(
        """() => {
          const { setItem } = Storage.prototype;
          Storage.prototype.setItem = function (key, value) {
            if (value.length > 10) throw new DOMException('full', 'QuotaExceededError');
            setItem.call(this, key, value);
          };
        }"""
    )
    field(page, "sender").fill("Anna Reid")
    field(page, "client").fill("Nadia")
    field(page, "effect").fill("x")
    expect(body(page, f"{DELAY}-email")).to_contain_text("Anna Reid")
    expect(body(page, f"{DELAY}-email")).to_contain_text("Nadia")
    # nor does another tab that writes something take it away
    page.evaluate("() => window.dispatchEvent(new StorageEvent('storage', { key: null }))")
    expect(body(page, f"{DELAY}-email")).to_contain_text("Anna Reid")
    expect(field(page, "client")).to_have_value("Nadia")


HOSTILE = {
    "keys that objects have": '{"typed":{"__proto__":"x","constructor":"y","client":"Nadia","effect":7}}',
    "a prototype": '{"__proto__":{"typed":{"client":"x"}},"typed":{"client":"Nadia"}}',
    "markup": '{"typed":{"client":"Nadia","effect":"<img src=x onerror=alert(1)>"}}',
    "megabytes": '{"typed":{"client":"Nadia","unknown":"%s"}}' % ("x" * 4_000_000),
    "an older version": '{"typed":{"client":"Nadia"},"version":0,"addressed":"Nadiu"}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_stands_in_the_storage_nothing_runs_and_the_sound_part_is_used(
    open_page: Opener, name: str
) -> None:
    page = open_page(playbook_path(DELAY))
    field(page, "client").fill("Someone")
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.evaluate(
        """(text) => {
          const key = Object.keys(sessionStorage).find((key) => key.endsWith(':client'));
          sessionStorage.setItem(key, text);
        }""",
        HOSTILE[name],
    )
    page.reload()
    expect(field(page, "client")).to_have_value("Nadia")
    expect(body(page, f"{DELAY}-email")).to_contain_text("Nadia")
    assert page.evaluate("({}).typed === undefined && Object.prototype.x === undefined")
    field(page, "effect").fill("It opens later.")
    page.reload()
    expect(field(page, "effect")).to_have_value("It opens later.")


@pytest.mark.quick
def test_an_empty_blank_shows_its_label_and_leads_to_its_field(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY, "fr"))
    blank = body(page, f"{DELAY}-email").locator("[data-blank=effect]")
    expect(blank).to_have_text("[ce que cela change pour le client]")
    blank.click()
    expect(field(page, "effect")).to_be_focused()
    page.keyboard.type("Le salon ouvre sans vous.")
    expect(blank).to_have_text("Le salon ouvre sans vous.")


@pytest.mark.quick
def test_on_a_phone_the_panel_is_a_sheet_that_comes_from_the_blank_and_goes_back(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740)
    expect(field(page, "client")).to_be_hidden()
    blank = body(page, f"{DELAY}-email").locator("[data-blank=fix]")
    blank.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Fill in the blanks")).to_be_visible()
    expect(field(page, "fix")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(blank).to_be_focused()
    opener = template(page, f"{DELAY}-email").get_by_role("button", name=re.compile(r"^Fill in \d"))
    opener.click()
    field(page, "project").fill("Brochure")
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(opener).to_be_focused()
    expect(body(page, f"{DELAY}-email")).to_contain_text("Brochure")


def test_the_bar_says_how_many_blanks_are_left(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(DELAY))
    bar = template(page, f"{DELAY}-email")
    ready(page)
    total = len(catalogue.wanted(f"{DELAY}-email"))
    expect(bar).to_contain_text(f"{total} blanks left")
    everything = {name: SAMPLE.get(name.rpartition("-")[2], "x") for name in catalogue.fields_of(DELAY)}
    fill_panel(page, {**everything, "client": ""})
    expect(bar).to_contain_text("1 blank left")
    field(page, "client").fill("Nadia")
    expect(bar).to_contain_text("All blanks are filled")


def test_the_sender_is_remembered_and_the_client_forgotten_with_the_session(
    open_page: Opener, browser: Browser
) -> None:
    page = open_page(playbook_path(DELAY))
    fill_panel(page, {"client": "Nadia", "project": "Brochure", "sender": "Anna Reid", "sender-form": "she"})
    kept = page.context.storage_state()
    # The same device, another session: session storage is no part of the state.
    later = open_page(playbook_path(DELAY), storage_state=kept)
    expect(field(later, "sender")).to_have_value("Anna Reid")
    expect(field(later, "sender-form")).to_have_value("she")
    expect(field(later, "client")).to_have_value("")
    assert "Nadia" not in str(kept)


def test_the_client_is_remembered_when_the_reader_says_so_until_told_otherwise(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    field(page, "client").fill("Nadia")
    keep = page.get_by_label("Remember the client’s details on this device")
    keep.check()
    field(page, "project").fill("Brochure")
    later = open_page(playbook_path(DELAY), storage_state=page.context.storage_state())
    expect(field(later, "client")).to_have_value("Nadia")
    expect(field(later, "project")).to_have_value("Brochure")
    later.get_by_label("Remember the client’s details on this device").uncheck()
    expect(field(later, "client")).to_have_value("Nadia")
    assert "Nadia" not in str(later.context.storage_state())


@pytest.mark.quick
def test_one_button_forgets_everything(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    page.get_by_label("Remember the client’s details on this device").check()
    fill_panel(page, {**SECRETS, "sender-form": "we"})
    page.get_by_role("button", name="Erase everything").click()
    expect(message(page)).to_have_text("Everything you typed into the blanks has been erased.")
    for name in SECRETS:
        expect(field(page, name)).to_have_value("")
    expect(field(page, "sender-form")).to_have_value("")
    expect(page.get_by_label("Remember the client’s details on this device")).not_to_be_checked()
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert not any(secret in kept for secret in SECRETS.values())
    page.reload()
    expect(field(page, "client")).to_have_value("")


def day(offset: int, weekday: int | None = None) -> str:
    """A day so far from today, or the first such weekday after it (0 is Monday)."""
    date = datetime.date.today() + datetime.timedelta(days=offset)
    while weekday is not None and date.weekday() != weekday:
        date += datetime.timedelta(days=1)
    return date.isoformat()


@pytest.mark.parametrize(
    ("old", "new", "warnings"),
    [
        ("", day(30, 1), ""),
        ("", day(30, 5), "This date falls on a weekend."),
        ("", day(-30, 2), "This date has already passed."),
        (day(60, 1), day(50, 1), "This date isn’t later than the one you promised."),
        (day(60, 1), day(60, 1), "This date isn’t later than the one you promised."),
        (day(60, 1), day(70, 1), ""),
    ],
    ids=["a good day", "weekend", "past", "before the old one", "the old one", "after the old one"],
)
def test_an_odd_date_is_pointed_out_and_not_refused(
    open_page: Opener, catalogue: Catalogue, old: str, new: str, warnings: str
) -> None:
    page = open_page(playbook_path("weekly-update"), clipboard=True)
    field(page, "old-date").fill(old)
    page.goto(page.url.replace("weekly-update", DELAY))
    field(page, "new-date").fill(new)
    field(page, "new-date").blur()
    expect(page.locator("#field-new-date-warning")).to_have_text(warnings)
    expect(field(page, "new-date")).to_have_accessible_description(
        " ".join(["One date, confirmed by the people doing the work.", warnings]).strip()
    )
    day_of = datetime.date.fromisoformat(new)
    written = f"{day_of.day} {day_of:%B}"
    assert written in copy(page, f"{DELAY}-email").plain


def test_today_is_no_past_date_where_the_reader_is(open_page: Opener) -> None:
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        page = open_page(playbook_path(DELAY), timezone_id=zone)
        today = page.evaluate(
            "[new Date().getFullYear(), new Date().getMonth() + 1, new Date().getDate()]"
            ".map(number => String(number).padStart(2, '0')).join('-')"
        )
        field(page, "new-date").fill(today)
        expect(page.locator("#field-new-date-warning")).not_to_contain_text("passed")


def test_a_ukrainian_name_is_offered_in_the_vocative_and_can_be_overruled(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY, "uk"))
    words = body(page, f"{DELAY}-email")
    field(page, "client").fill("Олена")
    offered = page.get_by_label("Звертання українською")
    expect(offered).to_have_value("Олено")
    expect(words).to_contain_text("Олено")
    offered.fill("пані Олено Іванівно")
    expect(words).to_contain_text("пані Олено Іванівно")
    page.reload()
    expect(words).to_contain_text("пані Олено Іванівно")
    field(page, "client").fill("Ігор")
    expect(offered).to_have_value("Ігорю")
    expect(words).to_contain_text("Ігорю")
    field(page, "client").fill("Acme Ltd")
    expect(offered).to_be_hidden()
    expect(words).to_contain_text("Acme Ltd")


def test_the_vocative_is_offered_only_where_ukrainian_words_are(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    field(page, "client").fill("Олена")
    offered = page.get_by_label("In Ukrainian, addressed as")
    expect(offered).to_be_hidden()
    expect(body(page, f"{DELAY}-email")).to_contain_text("Hello Олена,")
    template(page, f"{DELAY}-email").locator("[data-words-language]").select_option("uk")
    expect(offered).to_have_value("Олено")


@pytest.mark.quick
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_optional_passage_is_copied_only_when_its_blank_is_filled(
    open_page: Opener, catalogue: Catalogue, language: str
) -> None:
    page = open_page(playbook_path(DELAY, language), clipboard=True)
    name = f"{DELAY}-voicemail"
    without = copy(page, name).plain
    assert catalogue.label("event", language) not in without
    expect(message(page)).not_to_contain_text(catalogue.label("event", language))
    field(page, "event").fill("AGM-2027")
    assert copy(page, name).plain == catalogue.words(name, "all", language, {"event": "AGM-2027"})
    assert "AGM-2027" in copy(page, name).plain


def test_nothing_typed_enters_an_address_a_request_or_a_log(site: Path, browser: Browser) -> None:
    server = Server(site)
    requests: list[Request] = []
    addresses: list[str] = []
    with server as url:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.on("request", lambda request: requests.append(request))
        page = context.new_page()
        page.on("framenavigated", lambda frame: addresses.append(frame.url))
        page.goto(url + playbook_path(DELAY))
        for name, secret in SECRETS.items():
            field(page, name).press_sequentially(secret)
        page.keyboard.press("Enter")
        copy_button(page, f"{DELAY}-email").click()
        template(page, f"{DELAY}-email").locator("[data-words-language]").select_option("fr")
        page.locator("[data-blank=client]").first.click()
        page.locator("[data-languages] summary").click()
        page.locator("[data-languages] a[hreflang=uk]").click()
        expect(field(page, "client")).to_have_value(SECRETS["client"])
        page.locator(".sections a").first.click()
        page.wait_for_load_state("networkidle")
        addresses.append(page.url)
        titles = page.title()
        cookies = context.cookies()
        context.close()
    assert len(server.log) > 10
    seen = [*server.log, *addresses, titles]
    seen += [request.url + (request.post_data or "") + str(request.headers) for request in requests]
    for secret in SECRETS.values():
        assert [text for text in seen if secret in unquote(text) or quote(secret) in text] == []
    assert cookies == []


def test_a_year_has_four_digits(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), clipboard=True)
    ready(page)
    field(page, "new-date").focus()
    page.keyboard.type("151220261")
    assert len(field(page, "new-date").input_value()) in (0, 10)
    field(page, "new-date").evaluate("(control) => { control.value = '12026-12-15'; }")
    field(page, "new-date").dispatch_event("input")
    field(page, "new-date").dispatch_event("change")
    assert "12026" not in copy(page, f"{DELAY}-email").plain
    expect(page.locator("#field-new-date-warning")).to_have_text("Write the year in full, such as 2026.")


def test_a_page_that_comes_back_from_the_history_shows_what_is_kept_now(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    ready(page)
    field(page, "client").fill("Nadia")
    page.evaluate("sessionStorage.clear(); window.isOld = true")
    page.evaluate("setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})))")
    page.wait_for_function("!window.isOld")
    ready(page)
    expect(field(page, "client")).to_have_value("")


def test_days_late_are_counted_from_the_two_dates(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740)
    fill_panel(page, {"old-date": "2027-03-01", "new-date": "2027-03-15"})
    page.locator(f"#{DELAY}-email [data-open-blanks]").click()
    sheet = page.locator("dialog.sheet")
    while sheet.locator('[data-field="days"]').is_hidden():
        page.keyboard.press("Enter")
    choice = sheet.locator("[data-quick] button")
    expect(choice).to_have_text("14")
    field(page, "days").fill("8")
    expect(page.locator("#field-days-warning")).to_have_text("By the dates you’ve given, it’s 14.")
    choice.click()
    expect(field(page, "days")).to_have_value("14")
    expect(page.locator("#field-days-warning")).to_be_empty()


def test_the_sheet_counts_the_blanks_that_the_bar_counts(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740)
    email = page.locator(f"#{DELAY}-email-after")
    left = email.locator("[data-count]").inner_text().strip("· ")
    email.locator("[data-open-blanks]").click()
    position = page.locator("dialog.sheet [data-position]")
    expect(position).to_have_text(f"1 of {left}")
    said = []
    while not page.locator("[data-step-copy]").is_visible():
        page.keyboard.press("Enter")
        said.append(position.inner_text())
    assert said[-1] == f"{left} of {left}" or "Optional" in said
    assert "Optional" in said


def test_next_right_after_a_choice_does_not_pass_by_a_blank_and_what_was_passed_by_is_asked_alone(
    open_page: Opener,
) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740)
    fill_panel(page, {"project": "Spring"})
    page.locator(f"#{DELAY}-message [data-open-blanks]").click()
    sheet = page.locator("dialog.sheet")
    expect(sheet).to_be_visible()
    current = "document.activeElement.dataset.field"
    for _ in range(6):
        if sheet.locator("[data-quick] button").first.is_visible():
            break
        page.keyboard.press("Enter")
    sheet.locator("[data-quick] button").first.click()
    after = page.evaluate(current)
    sheet.locator("[data-step-next]").click()
    assert page.evaluate(current) == after
    asked = []
    for _ in range(12):
        page.keyboard.press("Enter")
        asked.append(page.evaluate(current))
    assert "project" not in asked[6:], asked  # filled before, and gone by once
