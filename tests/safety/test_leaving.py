"""Texts that look like markup leave a site as typed: on paper, in mail, calendars, exports, lists of links."""

from __future__ import annotations

import email
import email.policy
import io
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser.hands import ready
from icalendar import Calendar
from other_readers import letters, promises
from PIL import Image
from playwright.sync_api import Browser, Download, Page
from reading import read, read_page
from server import Server

from playbooks.languages.typography import typeset
from safety.hostile import CASES, LANGUAGES

VECTOR = CASES["vector"]
# what a reader types: marks of the formats themselves, and what would end their lines
TYPED = f"{VECTOR} \\nEND:VEVENT;X=1,2 =?utf-8?B?QQ==?= %0D%0ABcc: a@b.example"


@pytest.fixture
def page(hostile: Path, browser: Browser) -> Iterator[Page]:
    """The hostile playbook in English; a dialog, an error of a script or an image that nobody put there fails."""
    with Server(hostile) as address:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        wrong: list[str] = []
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{address}/playbooks/late/")
        ready(page)
        page.fill("[data-field=client]", TYPED)
        yield page
        assert (wrong, page.query_selector("img[src=x]")) == ([], None)
        context.close()


def choose(page: Page, way: str, template: str = "late-email") -> None:
    page.click(f"#{template} details.more summary")
    page.click(f"#{template} [data-send={way}]")


def saved(page: Page, way: str, template: str = "late-email") -> bytes:
    with page.expect_download() as waiting:
        choose(page, way, template)
    download: Download = waiting.value
    assert download.suggested_filename == f"{template}.{way}"
    return Path(download.path()).read_bytes()


def test_a_saved_email_has_its_own_headers_alone(page: Page) -> None:
    raw = saved(page, "eml")
    assert len(set(letters(raw))) == 1
    mail = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)
    assert mail.defects == []
    assert not {"bcc", "cc", "to"} & {name.lower() for name in mail.keys()}  # noqa: SIM118
    assert len(set(mail.keys())) == len(mail.keys())
    assert mail["Subject"] == typeset(f"subject {VECTOR}", "en")
    assert mail.get_content_type() == "text/plain"
    assert typeset(f"words of an email {VECTOR}", "en") in mail.get_content()
    assert TYPED in mail.get_content()


def test_a_saved_date_is_one_event(page: Page) -> None:
    page.fill("[data-field=new-date]", "2026-12-15")
    raw = saved(page, "ics", "late-voicemail")
    assert len(set(promises(raw))) == 1
    calendar = Calendar.from_ical(raw)
    assert calendar.errors == []
    assert [part.name for part in calendar.walk()] == ["VCALENDAR", "VEVENT", "VALARM"]
    (event,) = calendar.walk("VEVENT")
    assert (event.errors, "X" in event) == ([], False)
    assert typeset(f"label {VECTOR}", "en") in str(event["SUMMARY"])


def test_a_printed_template_has_the_words_as_typed(page: Page) -> None:
    page.evaluate("window.print = () => { window.printed = true; }")
    choose(page, "print")
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    words = page.inner_text("#late-email [data-part=body]")
    assert TYPED in words
    assert "costs < 5 <img src=x onerror=alert(1)>" in words
    assert page.locator("#late-email [data-part=body] :is(img, script, b)").count() == 0


def test_picked_links_hold_their_titles_as_typed_in_each_format(page: Page) -> None:
    page.goto(page.url.replace("/playbooks/late/", "/onboarding/team-lead/"))
    page.wait_for_selector("[data-pick-whole]")
    page.click("[data-link-picker] button >> nth=0")
    title = typeset(f"title {VECTOR}", "en")
    assert title in page.inner_text("[data-link-picker]")
    for name in page.eval_on_selector_all("[data-choose=format] option", "options => options.map((o) => o.value)"):
        page.select_option("[data-choose=format]", name)
        links = page.input_value("[data-links]")
        if name == "html":
            page_of_links = read(links)
            assert {element.tag for element in page_of_links} == {"", "ul", "li", "a"}
            assert title in [link.text for link in page_of_links.all("a")]
        else:
            assert links.count("/go/") == len(links.split("\n")), name
            if name != "confluence":  # where < is a letter like others
                assert "<img" not in links.replace("\\<img", ""), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_package_for_text_expanders_holds_the_words_as_typed(hostile: Path, language: str) -> None:
    files = [path for path in (hostile / "exports" / "espanso").glob(f"*-{language}/*.yml")]
    assert {path.name for path in files} == {"package.yml", "_manifest.yml"}
    package, manifest = sorted(
        (yaml.safe_load(path.read_text("utf-8")) for path in files), key=lambda one: "name" in one
    )
    assert set(package) == {"matches"}
    assert {key for match in package["matches"] for key in match} <= {
        "trigger", "replace", "label", "vars", "search_terms", "word", "propagate_case"
    }  # fmt: skip
    words = "\n".join(match["replace"] for match in package["matches"])
    assert "costs < 5 <img src=x onerror=alert(1)>" in words
    kinds = {var["type"] for match in package["matches"] for var in match.get("vars", [])}
    assert kinds <= {"form"}  # what runs a program is of other types
    assert all(isinstance(value, str | list) for value in manifest.values())


def test_a_preview_is_an_image_and_says_the_title_as_typed(hostile: Path) -> None:
    for language in LANGUAGES:
        start = "" if language == "en" else f"{language}/"
        page = read_page(hostile / start / "playbooks/late/index.html")
        told: dict[str, Any] = {
            meta.get("property"): meta.get("content") for meta in page.all("meta", property=None)
        }
        assert typeset(f"title {VECTOR}", language) in told["og:title"]
        path = told["og:image"].split("/", 3)[3]
        with Image.open(io.BytesIO((hostile / path).read_bytes())) as image:
            assert (image.format, image.size, image.info.keys() & {"Comment", "Title"}) == (
                "PNG",
                (1200, 630),
                set(),
            )
