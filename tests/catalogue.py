"""The published catalogue, and the words that its templates must give when they are copied.

The words are computed by the Python twin of the grammar (playbooks.words); what stands in dates,
amounts and names of a language is spelt out by the tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playbooks.model.words import fill, parse

LANGUAGES = ("en", "fr", "uk")
SENDERS = ("he", "she", "we")
PLAYBOOKS = sorted(
    path.stem
    for path in (Path(__file__).resolve().parent.parent / "docs" / "playbooks").glob("*.md")
    if path.stem != "index"
)
PARTS = {"email": ("all", "subject", "body"), "voicemail": ("all", "body"), "phone": ("all", "body")}
SUBJECT = {"en": "Subject: ", "fr": "Objet\u00a0: ", "uk": "Тема: "}

# What stands in a blank: the same in every language, or one text per language.
Shown = str | Mapping[str, str]


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
        return [name for name in row["fields"] if f"{{{name}}}" in outside]

    def label(self, field: str, language: str) -> str:
        return str(self.fields[field]["label"][language])

    def words(
        self, template: str, part: str, language: str, values: Mapping[str, Shown], sender: str = "he"
    ) -> str:
        """What a copy button must put on the clipboard as plain text."""
        row = self.templates[template]
        here = {name: text if isinstance(text, str) else text[language] for name, text in values.items()}

        def filled(text: str) -> str:
            words = fill(parse(text), here, sender, lambda field: self.label(field, language))
            return re.sub(r"[ \t]+$", "", words, flags=re.MULTILINE)

        subject = filled(row["subject"][language]) if "subject" in row else None
        paragraphs = [filled(text) for text in row["body"][language].split("\n\n")]
        body = "\n\n".join(text for text in paragraphs if text.strip())
        if part == "subject":
            assert subject is not None
            return subject
        return body if part == "body" or subject is None else f"{SUBJECT[language]}{subject}\n\n{body}"


def page_paths(site: Path) -> list[str]:
    """The address of every HTML page of a site, without its host: "/fr/playbooks/"."""
    return sorted("/" + str(page.relative_to(site)).removesuffix("index.html") for page in site.rglob("*.html"))


def playbook_path(playbook: str, language: str = "en") -> str:
    return ("/" if language == "en" else f"/{language}/") + f"playbooks/{playbook}/"
