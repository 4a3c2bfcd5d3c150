"""Out of the page: mail program, files that other programs read, share sheet, printer, link."""

from __future__ import annotations

import datetime
import email
import email.policy
import re
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from catalogue import LANGUAGES, Catalogue, Day, playbook_path
from hands import field, fill_panel, message, template
from icalendar import Calendar
from mail_links import KEEP_MAIL_LINK
from other_readers import Letter, Promise, letters, promises
from playwright.sync_api import Download, Page, expect

Opener = Callable[..., Page]

DELAY = "announce-a-delay"
MAIL = f"{DELAY}-email"
VALUES = {
    "client": "Siobhán O’Brien-D'Arcy",
    "project": "Été & “Häuser” =?utf-8?B?x?= 🎉 " + "très long projet " * 6,
    "cause": "The files came late.\nTwo days; 50% = half + “more”.",
    "sender": "Ганна Мельник",
    "new-date": "2026-12-15",
}
ANYWAY = re.compile("Open anyway|Ouvrir quand même|Усе одно відкрити")
SHOWN = {
    **{name: text.strip() for name, text in VALUES.items()},
    "client": "Siobhán O’Brien-D'Arcy",
    "new-date": Day("2026-12-15", "15 December", "15 décembre", "15 грудня"),
}


def choose(page: Page, identifier: str, way: str) -> None:
    more = template(page, identifier).locator("details:has([data-send]), [data-more]").first
    more.locator("summary").click()
    more.locator(f'[data-send="{way}"]').click()


def choose_anyway(page: Page, identifier: str, way: str) -> None:
    """Although blanks are left."""
    choose(page, identifier, way)
    page.get_by_role("button", name=ANYWAY).click()


def save(page: Page, identifier: str, way: str) -> Download:
    with page.expect_download() as waiting:
        choose(page, identifier, way)
    return waiting.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mail_program_gets_subject_and_body_with_line_ends_of_mail(
    open_page: Opener, catalogue: Catalogue, language: str
) -> None:
    page = open_page(playbook_path("team-debrief", language))
    page.evaluate(KEEP_MAIL_LINK)
    fill_panel(page, {"project": "R&D 100% + “x”?", "sender": "O’Brien #1"})
    choose_anyway(page, "team-debrief-email", "mail")
    shown = {"project": "R&D 100% + “x”?", "sender": "O’Brien #1"}
    body = catalogue.words("team-debrief-email", "body", language, shown)
    link = page.evaluate("window.mailLink")
    parts = urlsplit(link)
    assert parts.path == ""
    assert "+" not in parts.query
    assert len(link) <= 16_000  # Ukrainian takes six characters of an address for one letter
    fields = parse_qs(parts.query, strict_parsing=True)
    assert fields["subject"] == [catalogue.words("team-debrief-email", "subject", language, shown)]
    assert fields["body"] == [body.replace("\n", "\r\n")]
    assert "%0D%0A%0D%0A" in parts.query


def test_an_email_too_long_for_a_link_opens_with_its_subject_and_its_text_waits_on_the_clipboard(
    open_page: Opener, catalogue: Catalogue
) -> None:
    page = open_page(playbook_path(DELAY), clipboard=True)
    page.evaluate(KEEP_MAIL_LINK)
    field(page, "cause").fill("Late. " * 4000)
    choose_anyway(page, MAIL, "mail")
    expect(message(page)).to_contain_text("paste it there")
    shown = {"cause": ("Late. " * 4000).strip()}
    subject = parse_qs(urlsplit(page.evaluate("window.mailLink")).query, strict_parsing=True)
    assert subject == {"subject": [catalogue.words(MAIL, "subject", "en", shown)]}
    expected = catalogue.words(MAIL, "body", "en", shown)
    assert page.evaluate("navigator.clipboard.readText()") == expected


@pytest.mark.quick
def test_a_letter_with_blanks_is_opened_only_when_the_reader_says_so(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740)
    page.evaluate(KEEP_MAIL_LINK)
    choose(page, MAIL, "mail")
    expect(message(page)).to_have_text(
        re.compile(r"^\d+ blanks still to fill: [^,]+, [^,]+, [^,]+ and \d+ more\.$")
    )
    fill = page.get_by_role("button", name="Fill in", exact=True).last
    expect(fill).to_be_focused()
    assert page.evaluate("window.mailLink") is None
    page.get_by_role("button", name="Dismiss").click()
    expect(template(page, MAIL).locator("[data-more] summary")).to_be_focused()
    choose(page, MAIL, "mail")
    fill.click()
    expect(page.locator("dialog.sheet [data-field]:visible")).to_be_focused()


@pytest.mark.quick
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_saved_email_is_read_by_three_mail_readers(
    open_page: Opener, catalogue: Catalogue, language: str
) -> None:
    page = open_page(playbook_path(DELAY, language))
    fill_panel(page, VALUES)
    download = save(page, MAIL, "eml")
    assert download.suggested_filename == f"{MAIL}.eml"
    raw = content(download)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78
    assert b"\n" not in raw.replace(b"\r\n", b"")
    mail = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)
    assert mail.defects == []
    assert [value.defects for value in mail.values() if hasattr(value, "defects")].count(()) == len(mail.values())
    subject, body = (catalogue.words(MAIL, part, language, SHOWN) for part in ("subject", "body"))
    assert letters(raw) == [Letter(subject, body + "\n")] * 3
    assert mail["X-Unsent"] == "1"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"
    expect(message(page)).not_to_have_text("")


def test_the_saved_text_holds_the_words(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(DELAY, "uk"))
    fill_panel(page, VALUES)
    for channel in ("email", "voicemail", "phone"):
        download = save(page, f"{DELAY}-{channel}", "txt")
        assert download.suggested_filename == f"{DELAY}-{channel}.txt"
        words = catalogue.words(f"{DELAY}-{channel}", "all", "uk", SHOWN)
        assert content(download).decode("utf-8") == words + "\n"


@pytest.mark.quick
@pytest.mark.parametrize(
    ("date", "reminder"),
    [
        ("2026-12-15", datetime.datetime(2026, 12, 14, 9)),
        ("2026-12-14", datetime.datetime(2026, 12, 11, 9)),
        ("2028-02-29", datetime.datetime(2028, 2, 28, 9)),
        ("2027-01-01", datetime.datetime(2026, 12, 31, 9)),
    ],
    ids=["Tuesday", "Monday: reminds on Friday", "29 February", "1 January"],
)
def test_the_promised_date_is_read_by_three_calendars(
    open_page: Opener, date: str, reminder: datetime.datetime
) -> None:
    page = open_page(playbook_path(DELAY))
    project = "Brochure; spring, summer \\ “Häuser” 🎉 " + "довгий проєкт " * 8
    fill_panel(page, {"project": project, "new-date": date, "client": "Nadia"})
    download = save(page, MAIL, "ics")
    assert download.suggested_filename == f"{MAIL}.ics"
    raw = content(download)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    calendar = Calendar.from_ical(raw)
    assert calendar.errors == []
    (event,) = calendar.walk("VEVENT")
    assert event.errors == []
    assert event.decoded("DTSTAMP").tzinfo is not None
    first = datetime.date.fromisoformat(date)
    promise, *others = promises(raw)
    assert others == [promise] * 2
    assert (promise.first, promise.after) == (first, first + datetime.timedelta(days=1))
    assert promise.summary == f"{project.strip()} · new delivery date"
    assert promise.uid
    midnight = datetime.datetime.combine(first, datetime.time())
    assert midnight + promise.reminder == reminder


def saved_promise(page: Page, values: dict[str, str]) -> Promise:
    """What all three calendars read."""
    fill_panel(page, values)
    (promise,) = set(promises(content(save(page, MAIL, "ics"))))
    return promise


def test_a_promise_saved_twice_is_one_event_and_a_second_slip_moves_it(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    promise = {"new-date": "2026-12-15", "project": "Spring Brochure", "client": "Nadia"}
    first = saved_promise(page, promise)
    moved = saved_promise(page, {**promise, "new-date": "2026-12-22", "client": "nadia "})
    assert moved.uid == first.uid
    assert "nadia" not in first.uid.lower()
    assert moved.first > first.first
    assert moved.sequence >= first.sequence
    page.clock.set_fixed_time(datetime.datetime.now() + datetime.timedelta(days=7))
    assert saved_promise(page, {**promise, "new-date": "2027-01-12"}).sequence > first.sequence


def test_other_projects_clients_and_nameless_dates_are_other_events(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    date = {"new-date": "2026-12-15"}
    named = [
        {"project": "Spring", "client": "Nadia"},
        {"project": "Spring", "client": "Olena"},
        {"project": "Autumn"},
    ]
    events = [saved_promise(page, {**date, **names}) for names in (*named, {}, {})]
    assert len({event.uid for event in events}) == len(events)


def test_without_a_date_the_reader_is_led_to_its_field(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    choose(page, MAIL, "ics")
    expect(message(page)).to_have_text("Fill in the new delivery date first.")
    expect(field(page, "new-date")).to_be_focused()


@pytest.mark.quick
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_permanent_link_is_copied(open_page: Opener, site: Path, language: str) -> None:
    page = open_page(playbook_path(DELAY, language), clipboard=True)
    choose(page, MAIL, "link")
    expect(message(page)).not_to_have_text("")
    root = page.url.split("/playbooks")[0].removesuffix(f"/{language}")
    assert page.evaluate("navigator.clipboard.readText()") == f"{root}/go/{MAIL}/"
    assert (site / "go" / MAIL / "index.html").is_file()


def test_the_share_sheet_gets_the_words_where_there_is_one(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(DELAY))
    page.add_init_script("navigator.share = async (shared) => { window.shared = shared; };")
    page.reload()
    field(page, "client").fill("Nadia")
    choose_anyway(page, MAIL, "share")
    shared = page.evaluate("window.shared")
    assert shared["title"] == catalogue.words(MAIL, "subject", "en", {"client": "Nadia"})
    assert shared["text"] == catalogue.words(MAIL, "body", "en", {"client": "Nadia"})


@pytest.mark.quick
def test_only_the_template_is_printed_with_its_blanks_filled(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    page.evaluate("window.print = () => { window.printed = true; }")
    field(page, "client").fill("Nadia")
    choose(page, MAIL, "print")
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    expect(template(page, MAIL).locator("[data-part=body]")).to_contain_text("Hello Nadia,")
    expect(template(page, MAIL).locator("[data-part=body]")).to_be_visible()
    expect(template(page, f"{DELAY}-phone").locator("[data-part=body]")).to_be_hidden()
    expect(page.locator(f"#{DELAY}-checklist")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(template(page, f"{DELAY}-phone").locator("[data-part=body]")).to_be_visible()
    expect(page.locator(f"#{DELAY}-checklist")).to_be_visible()
    expect(page.locator("[data-scheme]")).to_be_hidden()
