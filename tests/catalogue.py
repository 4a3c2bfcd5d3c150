"""The published catalogue, and the words that its templates must give when they are copied.

The words are computed by the Python twin of the grammar (playbooks.words); what stands in dates,
amounts and names of a language is spelt out by the tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playbooks.model.filling import Filling, fill
from playbooks.model.words import NOBODY, SPEAKERS, parse

LANGUAGES = ("en", "fr", "uk")
SENDERS = ("he", "she", "we", "women")
PLAYBOOKS = sorted(
    path.stem
    for path in (Path(__file__).resolve().parent.parent / "docs" / "playbooks").glob("*.md")
    if path.stem != "index"
)
PARTS = {
    "email": ("all", "subject", "body"),
    "voicemail": ("all", "body"),
    "phone": ("all", "body"),
    "message": ("all", "body"),
}
SPOKEN = ("phone", "voicemail")
SUBJECT = {"en": "Subject: ", "fr": "Objet\u00a0: ", "uk": "Тема: "}


@dataclass(frozen=True)
class Day:
    """A Tuesday, as each language has it in the forms of a blank."""

    iso: str
    en: str
    fr: str
    uk: str

    def shown(self, language: str, spoken: bool, form: str = "") -> str:
        """With its year where somebody writes of a day that is eleven months away, or more."""
        day, year = getattr(self, language), ""
        if not spoken and not self.is_near:
            year = f" {self.iso[:4]}" + (" року" if language == "uk" else "")
        before = {
            "en": {"on": "on Tuesday", "by": "by Tuesday", "from": "from Tuesday", "": "Tuesday"},
            "fr": {"on": "le mardi", "by": "d’ici le mardi", "from": "à partir du mardi", "": "mardi"},
            "uk": {"on": "у вівторок,", "by": "до вівторка,", "from": "з вівторка,", "": "вівторок,"},
        }[language][form]
        return f"{before} {day}{year}"

    @property
    def is_near(self) -> bool:
        day, today = date.fromisoformat(self.iso), date.today()
        first, last = sorted((day, today))
        months = first.month + 10
        month, year = months % 12 + 1, first.year + months // 12
        return last < date(year, month, 1) + timedelta(first.day - 1)


FIRST_OF_DECEMBER = Day("2026-12-01", "1 December", "1er décembre", "1 грудня")
LEAP_DAY = Day("2028-02-29", "29 February", "29 février", "29 лютого")
# before a time, which none of these tests sets to 11 or to 4, 6, 7, 14, 16, 17
TIMES = {
    "en": {"at": "at ", "by": "by ", "from": "from "},
    "fr": {"at": "à ", "by": "d’ici ", "from": "à partir de "},
    "uk": {"at": "о ", "by": "до ", "from": "з "},
}
# before a company in Latin letters that begins with a consonant
COMPANIES = {
    "en": {"of": "of ", "from": "from "},
    "fr": {"of": "de ", "from": "de "},
    "uk": {"of": "компанії ", "from": "з компанії "},
}

# What stands in a blank: the same in every language, one text per language, or a day.
Shown = str | Mapping[str, str] | Day


class Catalogue:
    """catalog.json of a built site."""

    def __init__(self, site: Path) -> None:
        self.data: dict[str, Any] = json.loads((site / "catalog.json").read_text("utf-8"))
        self.templates: dict[str, dict[str, Any]] = {row["id"]: row for row in self.data["templates"]}
        self.checklists: dict[str, dict[str, Any]] = {row["id"]: row for row in self.data["checklists"]}
        self.playbooks: dict[str, dict[str, Any]] = {row["id"]: row for row in self.data["playbooks"]}
        self.fields: dict[str, dict[str, Any]] = {row["id"]: row for row in self.data["fields"]}

    def templates_of(self, playbook: str) -> list[dict[str, Any]]:
        return [row for row in self.templates.values() if row["playbook"] == playbook]

    def fields_of(self, playbook: str) -> set[str]:
        return {field for row in self.templates_of(playbook) for field in row["fields"]}

    def wanted(self, template: str) -> list[str]:
        """The fields that are missed while empty: not those of optional passages only."""
        row = self.templates[template]
        words = row["body"]["en"] + row.get("subject", {}).get("en", "")
        outside = re.sub(r"\[\[.*?\]\]", "", words)
        return [name for name in row["fields"] if re.search(rf"\{{{name}[:}}]", outside)]

    def asks_who_speaks(self, template: str, language: str) -> bool:
        """Whether forms differ between him and her."""
        row = self.templates[template]
        words = row["body"][language] + row.get("subject", {}).get(language, "")
        return any(he != she for he, she in re.findall(r"\{([^{}|]*)\|([^{}|]*)[^{}]*\}", words))

    def label(self, field: str, language: str) -> str:
        return str(self.fields[field]["label"][language])

    def formed(self, field: str, form: str, value: Shown, language: str, spoken: bool) -> str:
        """What stands in a blank that asks for a form."""
        if isinstance(value, Day):
            return value.shown(language, spoken, form)
        shown = here(value, language, spoken)
        if shown.startswith("["):
            return shown  # a label, which is given without a form
        before = TIMES if self.fields[field]["kind"] == "time" else COMPANIES
        return before[language][form] + shown

    def words(self, template: str, part: str, language: str, values: Mapping[str, Shown], sender: str = "") -> str:
        """What a copy button must put on the clipboard as plain text."""
        row = self.templates[template]
        spoken = row["channel"] in SPOKEN
        speaker = SPEAKERS.get(sender, NOBODY)
        filling = Filling(
            {name: here(value, language, spoken) for name, value in values.items()},
            speaker.alone if spoken else speaker,
            lambda field: self.label(field, language),
            lambda field, form, _: self.formed(field, form, values[field], language, spoken),
            [name for name, field in self.fields.items() if field["kind"] == "long-text"],
            language == "uk",
        )

        def filled(text: str) -> str:
            words = fill(parse(text), filling)
            return re.sub(r"[ \t]+$", "", words, flags=re.MULTILINE)

        subject = filled(row["subject"][language]) if "subject" in row else None
        paragraphs = [filled(text) for text in row["body"][language].split("\n\n")]
        body = "\n\n".join(text for text in paragraphs if text.strip())
        if part == "subject":
            assert subject is not None
            return subject
        return body if part == "body" or subject is None else f"{SUBJECT[language]}{subject}\n\n{body}"


def here(value: Shown, language: str, spoken: bool) -> str:
    """A value as it stands in a language, without a form."""
    if isinstance(value, Day):
        return value.shown(language, spoken)
    return value if isinstance(value, str) else value[language]


def page_paths(site: Path) -> list[str]:
    """The address of every HTML page of a site, without its host: "/fr/playbooks/"."""
    return sorted("/" + str(page.relative_to(site)).removesuffix("index.html") for page in site.rglob("*.html"))


def playbook_path(playbook: str, language: str = "en") -> str:
    return ("/" if language == "en" else f"/{language}/") + f"playbooks/{playbook}/"
