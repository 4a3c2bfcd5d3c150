"""The client's language: the words change, the page does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogue import FIRST_OF_DECEMBER, LANGUAGES, PARTS, PLAYBOOKS, Catalogue, playbook_path
from hands import copy_button, copy_each, field, fill_panel, message, template
from playwright.sync_api import Locator, Page, expect

Opener = Callable[..., Page]

DELAY = "announce-a-delay"
VALUES = {"client": "Ольга", "new-date": "2026-12-01", "sender-form": "she"}
SHOWN = {
    "client": {"en": "Ольга", "fr": "Ольга", "uk": "Ольго"},
    "new-date": FIRST_OF_DECEMBER,
}


def choice(page: Page, identifier: str) -> Locator:
    return template(page, identifier).locator("[data-words-language]")


@pytest.mark.quick
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_page_in_one_language_the_words_of_each_are_copied_with_the_same_blanks(
    open_page: Opener, catalogue: Catalogue, language: str
) -> None:
    page = open_page(playbook_path(DELAY, language), clipboard=True)
    fill_panel(page, VALUES)
    copies = [(row["id"], part) for row in catalogue.templates_of(DELAY) for part in PARTS[row["channel"]]]
    for words in LANGUAGES:
        choice(page, f"{DELAY}-email").select_option(words)
        copied = copy_each([copy_button(page, name, part) for name, part in copies])
        for (name, part), found in zip(copies, copied, strict=True):
            assert found.plain == catalogue.words(name, part, words, SHOWN, "she")


def test_the_words_say_their_language_and_the_page_stays_as_it_is(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(DELAY, "fr"), clipboard=True)
    choice(page, f"{DELAY}-voicemail").select_option("uk")
    for row in catalogue.templates_of(DELAY):
        block = template(page, row["id"])
        expect(block.locator("[data-words]")).to_have_attribute("lang", "uk")
        expect(choice(page, row["id"])).to_have_value("uk")
        if "new-date" in row["fields"]:
            shown = block.locator("[data-part=body] [data-blank=new-date]").first
            expect(shown).to_have_text(f"[{catalogue.label('new-date', 'uk')}]")
        expect(block).to_contain_text(row["title"]["fr"])
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_label(catalogue.label("new-date", "fr"), exact=True)).to_be_visible()
    expect(copy_button(page, f"{DELAY}-email")).to_have_accessible_name("Copier l’e-mail")
    copy_button(page, f"{DELAY}-email").click()
    expect(message(page)).to_contain_text("champs")


def test_the_choice_is_kept_while_moving_through_the_site_and_ends_with_the_session(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    choice(page, f"{DELAY}-email").select_option("fr")
    page.get_by_role("link", name="Keep the promise").first.click()
    expect(choice(page, "keep-the-promise-voicemail")).to_have_value("fr")
    expect(template(page, "keep-the-promise-voicemail").locator("[data-part=body]")).to_contain_text("Bonjour")
    later = open_page(playbook_path(DELAY), storage_state=page.context.storage_state())
    expect(choice(later, f"{DELAY}-email")).to_have_value("en")


@pytest.mark.quick
def test_on_wide_screens_each_paragraph_stands_beside_its_translation(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    block = template(page, f"{DELAY}-email")
    beside = block.get_by_label("Show it alongside my language")
    expect(beside).to_be_hidden()
    choice(page, f"{DELAY}-email").select_option("uk")
    field(page, "client").fill("Ольга")
    beside.check()
    column = block.locator("[data-beside]")
    expect(column).to_have_attribute("lang", "en")
    expect(column).to_contain_text("Hello Ольга,")
    expect(block.locator("[data-part=body]")).to_contain_text("Ольго")
    left = block.locator("[data-part=body] > *").all()
    right = column.locator(".template__body > *").all()
    assert len(left) == len(right) > 4
    for one, other in zip(left, right, strict=True):
        here, there = one.bounding_box(), other.bounding_box()
        assert here is not None
        assert there is not None
        assert abs(here["y"] - there["y"]) < 2
        assert here["x"] + here["width"] <= there["x"]


def test_what_stands_beside_is_not_copied_and_is_no_part_of_the_words(
    open_page: Opener, catalogue: Catalogue
) -> None:
    page = open_page(playbook_path(DELAY), clipboard=True)
    name = f"{DELAY}-email"
    choice(page, name).select_option("fr")
    template(page, name).get_by_label("Show it alongside my language").check()
    (copied,) = copy_each([copy_button(page, name)])
    assert copied.plain == catalogue.words(name, "all", "fr", {})
    assert template(page, name).locator("[data-part=body]").count() == 1
    assert template(page, name).locator("[data-beside] [data-blank]").count() == 0


def test_on_a_phone_each_paragraph_shows_its_twin_below_in_one_tap(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740)
    block = template(page, f"{DELAY}-email")
    choice(page, f"{DELAY}-email").select_option("fr")
    expect(block.locator(".twin")).to_have_count(0)
    block.get_by_label("Show it alongside my language").check()
    expect(block.locator(".twin").first).to_have_attribute("lang", "en")
    expect(block.locator(".twin")).to_have_count(block.locator("[data-paragraph]").count())
    expect(block.locator("[data-beside]")).to_have_count(0)


def test_the_speaking_time_of_a_voicemail_follows_the_filled_words(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    line = template(page, f"{DELAY}-voicemail").locator("[data-kind]")

    def seconds() -> int:
        return int("".join(sign for sign in line.inner_text() if sign.isdigit()))

    short = seconds()
    field(page, "event").fill("word " * 50)
    assert short + 19 <= seconds() <= short + 25
    field(page, "event").fill("")
    expect(line).to_contain_text(str(short))
    choice(page, f"{DELAY}-voicemail").select_option("uk")
    expect(line).not_to_contain_text(str(short))


def test_all_playbooks_follow_the_words_language(open_page: Opener, catalogue: Catalogue) -> None:
    page = open_page(playbook_path(PLAYBOOKS[0]))
    root = page.url.split("/playbooks")[0]
    page.locator("[data-words-language]").first.select_option("uk")
    for playbook in PLAYBOOKS:
        page.goto(root + playbook_path(playbook))
        for row in catalogue.templates_of(playbook):
            expect(template(page, row["id"]).locator("[data-words]")).to_have_attribute("lang", "uk")


def test_a_field_keeps_its_label_and_takes_its_hint_from_the_words(open_page: Opener) -> None:
    page = open_page(f"/fr/playbooks/{DELAY}/")
    choice(page, f"{DELAY}-email").select_option("uk")
    cause = page.locator(".field:has([data-field=cause])")
    expect(cause.locator("label")).to_have_text("ce qui s’est passé · що сталося")
    own = cause.locator("[data-help]").inner_text().split(" À écrire en ukrainien. ")
    assert len(own) == 2  # the help of the page first, then that of the words
    expect(cause.locator("[data-help] [lang=uk]")).not_to_be_empty()
    expect(field(page, "client")).to_have_attribute("placeholder", "пані Олена")
    choice(page, f"{DELAY}-email").select_option("fr")
    expect(cause.locator("label")).to_have_text("ce qui s’est passé")
    expect(cause.locator("[data-help] [lang]")).to_have_count(0)


@pytest.mark.parametrize("kept", ["constructor", "__proto__", "tlh", "../fr"])
def test_a_language_that_the_page_does_not_have_is_none(open_page: Opener, kept: str) -> None:
    """Anybody may have written to the storage, and a former build may have had one language more."""
    page = open_page(playbook_path(DELAY))
    choice(page, f"{DELAY}-email").select_option("fr")
    expect(template(page, f"{DELAY}-email").locator("[data-words]")).to_have_attribute("lang", "fr")
    page.evaluate(
        """(kept) => {
          const key = Object.keys(sessionStorage).find((key) => key.endsWith(':words-language'));
          sessionStorage.setItem(key, JSON.stringify(kept));
        }""",
        kept,
    )
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)
    page.reload()
    field(page, "effect").fill("It opens later.")
    expect(template(page, f"{DELAY}-email").locator("[data-part=body]")).to_contain_text("It opens later.")
    expect(choice(page, f"{DELAY}-email")).to_have_value("en")
    expect(field(page, "effect")).to_have_attribute("lang", "en")
    assert (missing, message(page).inner_text()) == ([], "")
