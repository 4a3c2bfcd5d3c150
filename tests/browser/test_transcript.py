"""What a screen reader says on the main journeys, read from the browser's accessibility tree.

At each key the element that has the focus is said: name, role, state, description; and what a live region says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from catalogue import playbook_path
from hands import fill_panel, ready
from playwright.sync_api import CDPSession, Page, expect

Opener = Callable[..., Page]

DEBRIEF, DELAY = "team-debrief", "announce-a-delay"
STATES = ("checked", "pressed", "expanded", "selected", "disabled", "required", "invalid", "modal")


class Voice:
    """A screen reader that says what has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("Accessibility.enable")
        self.session.send("DOM.enable")

    def focused(self) -> str:
        """“Name, role, state, description”, as the tree has them; nothing is made up here."""
        found = self.session.send("Runtime.evaluate", {"expression": "document.activeElement"})
        node = self.session.send("DOM.describeNode", {"objectId": found["result"]["objectId"]})["node"]
        tree = self.session.send(
            "Accessibility.getPartialAXTree",
            {"backendNodeId": node["backendNodeId"], "fetchRelatives": False},
        )["nodes"][0]
        return ", ".join(filter(None, _sentence(tree)))

    def key(self, name: str) -> str:
        self.page.keyboard.press(name)
        return self.focused()

    def live(self) -> str:
        """What the one live region has just been given."""
        region = self.page.get_by_role("status")
        expect(region).not_to_be_empty()
        return region.inner_text().split("\n")[0]


def _sentence(node: dict[str, Any]) -> list[str]:
    def value(key: str) -> str:
        return str(node.get(key, {}).get("value", "") or "").strip()

    states = []
    for row in node.get("properties", []):
        name, found = row["name"], row["value"].get("value")
        if name in STATES and found not in (None, False, "false"):
            states.append(name if found in (True, "true") else f"{name} {found}")
        elif name in ("checked", "expanded", "pressed") and found in (False, "false"):
            states.append(f"not {name}")
    typed = value("value")
    return [value("name"), value("role"), typed if typed != value("name") else "", *states, value("description")]


# What must be said, in the language of the page: a part of each line, in this order.
FILLING = {
    "en": ["Fill in 5 blanks left, button", "Project, textbox", "Date of the debrief, Date",
           "Time of the debrief,", "Where you’ll meet, textbox", "Your phone number, textbox",
           "Your name, textbox"],
    "fr": ["Remplir Il reste 5 champs, button", "Projet, textbox", "Date du bilan, Date", "Heure du bilan,",
           "Lieu ou lien, textbox", "Votre numéro de téléphone, textbox", "Votre nom, textbox"],
    "uk": ["Заповнити Лишилося 5 полів, button", "Проєкт, textbox", "Дата розбору, Date", "Година розбору,",
           "Місце або посилання, textbox", "Ваш номер телефону, textbox", "Ваше ім’я, textbox"],
}  # fmt: skip
TITLE = {"en": "invitation to the debrief", "fr": "invitation au bilan d’équipe", "uk": "запрошення на розбір"}
CALL = {
    "en": ("You say", "Next, button"),
    "fr": ("Vous dites", "Suivant, button"),
    "uk": ("Ви кажете", "Далі, button"),
}


@pytest.mark.parametrize("language", FILLING)
def test_blanks_are_filled_one_by_one_and_the_letter_copied(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path(DEBRIEF, language), clipboard=True, width=360, height=740)
    ready(page)
    voice = Voice(page)
    page.locator(f"#{DEBRIEF}-email [data-open-blanks]").focus()
    said = [voice.focused()]
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=page.locator("#blanks-title").inner_text())).to_be_visible()
    said += [voice.focused(), *(voice.key("Enter") for _ in range(5))]
    assert [line for line, part in zip(said, FILLING[language], strict=True) if not line.startswith(part)] == []
    assert all(line.count(",") >= 2 for line in said[1:]), said  # each field has its help as description
    page.keyboard.press("Escape")
    assert voice.focused() == said[0]
    page.locator(f"#{DEBRIEF}-email [data-copy=all]").focus()
    page.keyboard.press("Enter")
    assert TITLE[language] in voice.live()


# The blank of a name in words of the page's language and of another one; the button that has copied.
BLANKS = {
    "en": ("[client’s name], button", "[nom du client], button, client’s name",
           "Copied ✓, button", "Copied in French ✓, button"),
    "fr": ("[nom du client], button", "[client’s name], button, nom du client",
           "Copié ✓, button", "Copié en anglais ✓, button"),
    "uk": ("[ім’я клієнта], button", "[client’s name], button, ім’я клієнта",
           "Скопійовано ✓, button", "Скопійовано англійською ✓, button"),
}  # fmt: skip


@pytest.mark.parametrize("language", BLANKS)
def test_a_blank_and_the_button_that_has_copied_are_named_by_what_is_seen(
    open_page: Opener, language: str
) -> None:
    page = open_page(playbook_path(DELAY, language), clipboard=True)
    ready(page)
    voice = Voice(page)
    letter = page.locator(f"#{DELAY}-email")
    own, other, copied, copied_in = BLANKS[language]
    for said, done, words in ((own, copied, ""), (other, copied_in, "en" if language != "en" else "fr")):
        if words:
            letter.locator("[data-words-language]").select_option(words)
            expect(letter.locator("[data-words]")).to_have_attribute("lang", words)
        letter.locator("[role=button][data-blank=client]").first.focus()
        assert voice.focused() == said
        letter.locator("[data-copy=all]").focus()
        before = voice.focused()
        page.keyboard.press("Enter")
        expect(letter.locator("[data-copy=all]")).to_contain_text("✓")
        assert voice.focused() == done
        letter.locator("[data-words-language]").select_option(words or language)
        fill_panel(page, {"cause": words or language})  # other words are not copied yet
        letter.locator("[data-copy=all]").focus()
        assert voice.focused() == before


@pytest.mark.parametrize("language", FILLING)
def test_a_row_of_a_checklist_says_what_it_is_and_that_it_is_ticked(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path(DEBRIEF, language))
    ready(page)
    voice = Voice(page)
    row = page.locator(f"#{DEBRIEF}-checklist li").first
    row.locator("input").focus()
    said = voice.focused()
    assert said == f"{row.locator('label').inner_text().strip()}, checkbox, not checked"
    assert voice.key("Space") == said.replace("not checked", "checked")


@pytest.mark.parametrize("language", FILLING)
def test_a_call_says_whose_line_it_is_and_the_line(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path(DELAY, language))
    fill_panel(page, {"client": "Ms Reid", "sender": "Ann", "company": "Northlight", "project": "Spring"})
    voice = Voice(page)
    page.locator(f"#{DELAY}-phone [data-open-call]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    who, following = CALL[language]
    line = page.locator("dialog.call .call__line[aria-live=polite]")
    if page.locator("[data-call-before]").is_visible():
        page.keyboard.press("ArrowRight")
    expect(line).to_contain_text(who)
    expect(line).to_contain_text("Northlight")
    first = line.inner_text()
    assert voice.key("ArrowRight") == following
    expect(line).not_to_have_text(first)
