"""The real clipboard holds exactly the words, for every template, language and sender."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence

import pytest
from catalogue import (
    FIRST_OF_DECEMBER,
    LANGUAGES,
    LEAP_DAY,
    PARTS,
    PLAYBOOKS,
    SENDERS,
    Catalogue,
    Shown,
    playbook_path,
)
from hands import copy, copy_button, copy_each, field, fill_panel, message
from playwright.sync_api import Page, expect
from reading import paragraphs

Opener = Callable[..., Page]

LONG = ("We found it on Monday – and told nobody’s boss. " * 210)[:9_999] + "!"
HALF_PAST_THREE = {"en": "3:30 pm", "fr": "15\u00a0h\u00a030", "uk": "15:30"}
FIVE_PAST_MIDNIGHT = {"en": "12:05 am", "fr": "0\u00a0h\u00a005", "uk": "00:05"}

# field → what is typed; what stands in the words where that is not the same
AWKWARD = {
    "client": "Siobhán O’Brien-D'Arcy",
    "project": "<b>R&D</b> {client} [[x]] $& $1 \\{",
    "sender": 'דנה "לוי"',
    "company": "Müller & Söhne 👩‍👩‍👧‍👦",
    "phone": "+33 1 99 00 12 34",
    "event": "<script>alert('1')</script> 🎉",
    "cause": LONG,
    "effect": "One line.\nAnother, with <i>&amp;</i> – קצר.",
    "fix": "{désolé|désolée}",
    "offer": "10% of “everything”, it's all",
    "amount": "1200,50",
    "invoice": "0",
    "done": "Усе зроблено: п'ять справ.",
    "next": "\\[next\\]",
    "risk": "a|b|c",
    "manager": "مديرة العمل",
    "notes": "1. first\n2. second",
    "old-date": "2026-12-01",
    "new-date": "2028-02-29",
    "next-date": "2026-12-01",
    "next-time": "15:30",
    "today-time": "15:30",
    "answer-date": "2026-12-01",
    "failing-date": "2028-02-29",
    "meanwhile": "We print what is ready",
    "available": "everything but the map!",
    "needed": "The logo, please?",
    "missing": "The map isn't there…",
    "manager-position": "<Директорка>",
    "manager-phone": "0",
    "place": "room 4 [upstairs]",
    "position": "Chef de projet",
    "debrief-date": "2028-02-29",
    "debrief-time": "00:05",
    "days": "0",
}
AWKWARD_SHOWN: dict[str, Shown] = {
    **AWKWARD,
    "amount": {"en": "€1,200.50", "fr": "1\u202f200,50\u00a0€", "uk": "1\u00a0200,50\u00a0€"},
    "old-date": FIRST_OF_DECEMBER,
    "new-date": LEAP_DAY,
    "next-date": FIRST_OF_DECEMBER,
    "next-time": HALF_PAST_THREE,
    "today-time": HALF_PAST_THREE,
    "answer-date": FIRST_OF_DECEMBER,
    "failing-date": LEAP_DAY,
    "debrief-date": LEAP_DAY,
    "debrief-time": FIVE_PAST_MIDNIGHT,
    "days": {"en": "0\u00a0days", "fr": "0\u00a0jour", "uk": "0\u00a0днів"},
}
PLAIN = {
    **AWKWARD,
    "client": "Ольга",
    "project": "Brochure",
    "cause": "The files came late.",
    "amount": "1200",
    "currency": "UAH",
    "days": "5",
}
PLAIN_SHOWN: dict[str, Shown] = {
    **AWKWARD_SHOWN,
    **{name: PLAIN[name] for name in ("project", "cause")},
    "client": {"en": "Ольга", "fr": "Ольга", "uk": "Ольго"},
    "amount": {"en": "UAH\u00a01,200", "fr": "1\u202f200\u00a0UAH", "uk": "1\u00a0200\u00a0грн"},
    "days": {"en": "5\u00a0days", "fr": "5\u00a0jours", "uk": "5\u00a0днів"},
}
EMPTY: dict[str, str] = {}


def test_the_values_of_these_tests_fill_every_field_and_every_playbook_is_tested(catalogue: Catalogue) -> None:
    choices = {row["id"] for row in catalogue.data["fields"] if row["kind"] == "choice"}
    assert set(AWKWARD) == set(catalogue.fields) - choices
    assert len(LONG) == 10_000
    assert {row["playbook"] for row in catalogue.templates.values()} <= set(PLAYBOOKS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_each_button_copies_exactly_the_words(
    open_page: Opener, catalogue: Catalogue, playbook: str, language: str
) -> None:
    page = open_page(playbook_path(playbook, language), clipboard=True)
    compare(page, catalogue, playbook, language, EMPTY, SENDERS)
    fill_panel(page, AWKWARD)
    compare(page, catalogue, playbook, language, AWKWARD_SHOWN, ["he", "women"])  # the ends of the row of forms
    fill_panel(page, PLAIN)
    compare(page, catalogue, playbook, language, PLAIN_SHOWN, ["she"])


def compare(
    page: Page,
    catalogue: Catalogue,
    playbook: str,
    language: str,
    shown: Mapping[str, Shown],
    senders: Sequence[str],
) -> None:
    copies = [(row["id"], part) for row in catalogue.templates_of(playbook) for part in PARTS[row["channel"]]]
    buttons = [copy_button(page, template, part) for template, part in copies]
    for sender in senders:
        field(page, "sender-form").select_option(sender)
        for (template, part), copied in zip(copies, copy_each(buttons), strict=True):
            assert copied.plain == catalogue.words(template, part, language, shown, sender)
            assert paragraphs(copied.html) == copied.plain
            if not shown:
                assert faults_of(copied.plain, language) == [], (template, part, sender)


def faults_of(words: str, language: str) -> list[str]:
    """What is set or spelt wrongly in words whose blanks are empty."""
    patterns = {
        "two spaces": r"  ",
        "a space at the end of a line": r"[ \u00a0\u202f](?:\n|$)",
        "more than one empty line": r"\n{3}|^\n|\n$",
        "a straight quote": r"['\"]",
        "markup of the author": r"[{}|\\]|\[\[|\]\]|<\w",
        "pick one": r"\((?:e|s|es|ла)\)|·e|/ла\b|/-а\b",
    }
    if language == "fr":
        patterns["a sign without its space"] = r"\w[;!?»]|\w:(?!\d|//)|«\w"
        patterns["a space that breaks before a sign"] = r" [;:!?»]|« "
    else:
        patterns["a space before a sign"] = r"[ \u00a0\u202f][;:!?]"
    return [f"{name}: {found[0]!r}" for name, pattern in patterns.items() if (found := re.search(pattern, words))]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("two  spaces", "en"),
        ("it's", "en"),
        ("désolé(e)", "fr"),
        ("Bonjour !", "fr"),
        ("Bonjour!", "fr"),
        ("Objet: x", "fr"),
        ("« x »", "fr"),
        ("зробив/ла", "uk"),
        ("So !", "en"),
        ("end \nline", "en"),
        ("{client}", "uk"),
    ],
)
def test_badly_set_words_would_be_noticed(words: str, language: str) -> None:
    assert faults_of(words, language)


@pytest.mark.quick
@pytest.mark.parametrize(
    ("language", "one", "done"),
    [
        ("en", "1 blank still to fill: {label}.", "Text copied."),
        ("fr", "Il reste 1 champ vide\u00a0: {label}.", "Le texte est copié."),
        ("uk", "{label}", "Текст скопійовано."),
    ],
)
def test_an_empty_blank_is_copied_as_its_label_and_the_message_names_it(
    open_page: Opener, catalogue: Catalogue, language: str, one: str, done: str
) -> None:
    page = open_page(playbook_path("announce-a-delay", language), clipboard=True)
    fill_panel(page, {**PLAIN, "new-date": "", "sender-form": "she"})
    label = catalogue.label("new-date", language)
    assert f"[{label}]" in copy(page, "announce-a-delay-email", "body").plain
    expect(message(page)).to_contain_text(one.format(label=label))
    expect(message(page)).to_contain_text(done)
    field(page, "new-date").fill("2026-12-15")
    copy_button(page, "announce-a-delay-email", "body").click()
    expect(message(page)).not_to_contain_text(label)
    assert "[" not in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    ("language", "counted"),
    [("en", "{n} blanks still to fill"), ("fr", "{n} champs vides"), ("uk", "{n}")],
)
def test_the_message_counts_each_empty_blank_once_and_names_the_first_three(
    open_page: Opener, catalogue: Catalogue, language: str, counted: str
) -> None:
    page = open_page(playbook_path("announce-a-delay", language), clipboard=True)
    names = catalogue.wanted("announce-a-delay-email")
    asks = catalogue.asks_who_speaks("announce-a-delay-email", language)
    copy_button(page, "announce-a-delay-email").click()
    expect(message(page)).to_contain_text(counted.format(n=len(names) + asks))
    for name in names[:2]:
        expect(message(page)).to_contain_text(catalogue.label(name, language))
    expect(message(page)).to_contain_text(re.compile(rf"(and|et|і ще) {len(names) + asks - 3}\b"))
    expect(message(page)).not_to_contain_text(catalogue.label(names[-1], language))


def test_the_bar_says_that_it_is_copied_until_the_words_change(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"), clipboard=True)
    copy_button(page, "own-a-mistake-email", "subject").click()
    expect(message(page)).to_contain_text("Subject copied.")
    button = copy_button(page, "own-a-mistake-email")
    expect(button).to_have_text("Copy")
    button.click()
    expect(button).to_have_text("Copied ✓")
    field(page, "client").fill("Nadia")
    expect(button).to_have_text("Copy")


@pytest.mark.parametrize("language", LANGUAGES)
def test_once_all_is_copied_what_sends_is_next(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path("announce-a-delay", language), width=360, height=740, clipboard=True)
    fill_panel(page, AWKWARD)
    bar = page.locator("#announce-a-delay-email [data-bar]")
    copy_all, send = bar.locator("[data-copy=all]"), bar.locator("[data-send-now]")
    primary = re.compile("button--primary")
    expect(copy_all).to_have_class(primary)
    copy_all.click()
    expect(copy_all).to_contain_text("✓")
    expect(copy_all).not_to_have_class(primary)
    expect(send).to_have_class(primary)
    inside = """(button) => {
      const range = document.createRange();
      range.selectNodeContents(button);
      const [words, box] = [range, button].map((one) => one.getBoundingClientRect());
      return Math.min(words.left - box.left, box.right - words.right);
    }"""
    assert min(send.evaluate(inside), copy_all.evaluate(inside)) >= 4
    fill_panel(page, {**AWKWARD, "client": "Nadia"})
    expect(copy_all).to_have_class(primary)
    expect(send).not_to_have_class(primary)


def test_copying_again_is_announced_again(open_page: Opener) -> None:
    page = open_page(playbook_path("own-a-mistake"), clipboard=True)
    copy_button(page, "own-a-mistake-email").click()
    expect(message(page)).to_contain_text("copied")
    heard = copy_button(page, "own-a-mistake-email").evaluate(
        """(button) => new Promise((resolve) => {
          const status = document.querySelector('[role=status]');
          const heard = [];
          new MutationObserver(() => {
            heard.push(status.textContent);
            if (heard.length === 2) resolve(heard);
          }).observe(status, {childList: true});
          button.click();
        })"""
    )
    assert heard[0] == ""
    assert "copied" in heard[1]


DAYS = {
    "en": {"one": "day", "other": "days"},
    "fr": {"one": "jour", "many": "jours", "other": "jours"},
    "uk": {"one": "день", "few": "дні", "many": "днів", "other": "дня"},
}


def with_days(html: str) -> str:
    """A page whose blank `risk` is a number of days; no template of the site has a number yet."""
    (found,) = re.finditer(r'<script id="playbooks-data" type="application/json">(.*?)</script>', html, re.DOTALL)
    data = json.loads(found[1])
    data["fields"]["risk"] = {"kind": "number", "units": DAYS}
    return html[: found.start(1)] + json.dumps(data).replace("<", "\\u003c") + html[found.end(1) :]


@pytest.mark.quick
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0", {"en": "0\u00a0days", "fr": "0\u00a0jour", "uk": "0\u00a0днів"}),
        ("1", {"en": "1\u00a0day", "fr": "1\u00a0jour", "uk": "1\u00a0день"}),
        ("3", {"en": "3\u00a0days", "fr": "3\u00a0jours", "uk": "3\u00a0дні"}),
        ("5", {"en": "5\u00a0days", "fr": "5\u00a0jours", "uk": "5\u00a0днів"}),
        ("21", {"en": "21\u00a0days", "fr": "21\u00a0jours", "uk": "21\u00a0день"}),
    ],
)
def test_numbers_are_copied_with_the_plural_of_the_language(
    open_page: Opener, catalogue: Catalogue, typed: str, shown: dict[str, str]
) -> None:
    page = open_page(playbook_path("weekly-update"), clipboard=True)
    page.route(
        f"**{playbook_path('weekly-update')}",
        lambda route: route.fulfill(response=(answer := route.fetch()), body=with_days(answer.text())),
    )
    page.reload()
    field(page, "risk").fill(typed)
    name = "weekly-update-email-progress"
    for language in LANGUAGES:
        page.locator("[data-words-language]").first.select_option(language)
        assert copy(page, name, "body").plain == catalogue.words(name, "body", language, {"risk": shown})


@pytest.mark.quick
def test_markup_in_a_value_is_shown_as_typed(open_page: Opener) -> None:
    page = open_page(playbook_path("announce-a-delay"))
    fill_panel(page, AWKWARD)
    body = page.locator("#announce-a-delay-email [data-part=body]")
    expect(body).to_contain_text("<b>R&D</b> {client} [[x]] $& $1 \\{")
    assert body.locator("b, i, script").count() == 0


def test_the_bar_says_that_it_is_copied_and_in_which_language(open_page: Opener) -> None:
    page = open_page("/fr/playbooks/announce-a-delay/", width=360, height=740, clipboard=True)
    email = page.locator("#announce-a-delay-email")
    email.locator("[data-words-language]").select_option("uk")
    email.locator("[data-copy=all]").click()
    expect(email.locator("[data-copy=all]")).to_have_text("Copié en ukrainien ✓")
    expect(message(page)).to_contain_text("Copié")
    expect(message(page).locator(".visually-hidden")).to_contain_text("Copié")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_blanks_that_are_left_are_shown_once_all_is_copied_and_cover_no_bar(
    open_page: Opener, language: str, width: int
) -> None:
    """That it is copied says the bar: it is not shown twice."""
    page = open_page(playbook_path("announce-a-delay", language), width=width, height=740, clipboard=True)
    button = copy_button(page, "announce-a-delay-email")
    button.click()
    said = message(page)
    expect(said).to_have_class(re.compile("is-shown"))
    assert re.search(r"\d", said.evaluate("e => e.lastChild.data"))
    assert said.evaluate("e => e.firstElementChild.getBoundingClientRect().width") <= 1
    toast, bar = (page.locator(part).bounding_box() for part in (".toast", "#announce-a-delay-email [data-bar]"))
    assert toast
    assert bar
    assert toast["height"] <= 100
    assert toast["y"] + toast["height"] <= bar["y"] or toast["y"] >= bar["y"] + bar["height"]
    page.locator("[data-dismiss]").click()
    expect(page.locator("[role=status].is-shown")).to_have_count(0)


def test_nothing_is_shown_beside_the_bar_where_no_blank_is_left(open_page: Opener) -> None:
    page = open_page(playbook_path("announce-a-delay"), width=360, height=740, clipboard=True)
    fill_panel(page, {**PLAIN, "sender-form": "she"})
    copy_button(page, "announce-a-delay-email").click()
    expect(message(page)).to_contain_text("copied")
    expect(page.locator("[role=status].is-shown")).to_have_count(0)
