"""A template's words for tools that fill nothing in: blanks as their labels, one form of the sender."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...checks.parity import texts
from ...content import Content
from ...languages.strings import strings
from ...model.pages import Template
from ...model.words import SENDERS, WordsError, fill, parse
from ..catalog import field_ids

SENDER_FIELD = "sender-form"
REMARK = re.compile(r"\s*\(.*?\)")
Render = Callable[[str], str]


def labelled(content: Content, template: Template, language: str, sender: str = "he") -> Render:
    """Fills a text with the labels of its blanks in square brackets; optional passages are kept."""
    values = {name: f"[{label(content, name, language)}]" for name in field_ids(template)}

    def render(text: str) -> str:
        try:
            return fill(parse(text), values, sender)
        except WordsError:
            return text  # reported by the checks

    return render


def label(content: Content, name: str, language: str) -> str:
    field = content.fields.get(name)
    return field.label.get(language, name) if field else name


def body(template: Template, language: str, render: Render) -> str:
    """All paragraphs, empty lines between, speeches with their speakers."""
    label = strings(language).speaker_label
    rows = []
    for paragraph in template.body:
        words = render(paragraph.text)
        rows.append(label(paragraph.speaker) + words if paragraph.speaker else words)
    return "\n\n".join(row.rstrip() for row in rows)


def voices(
    content: Content, template: Template, language: str, own: Sequence[str] | None = None
) -> list[tuple[str, ...]]:
    """Senders whose words are the same, together: [("he", "she"), ("we",)]. One group: nothing differs.

    `own` are the texts to look at; without them, all texts of the template.
    """
    groups: dict[tuple[str, ...], list[str]] = {}
    for sender in SENDERS:
        render = labelled(content, template, language, sender)
        words = tuple(render(text) for text in (texts(template) if own is None else own))
        groups.setdefault(words, []).append(sender)
    return [tuple(group) for group in groups.values()]


def voice_name(content: Content, voice: tuple[str, ...], language: str) -> str:
    """How the field that chooses the sender's form calls them: "I (she)", or "I" for both."""
    field = content.fields.get(SENDER_FIELD)
    options = field.options.get(language, {}) if field else {}
    names = [options.get(sender, sender) for sender in voice]
    if len(names) > 1:
        names = [REMARK.sub("", name) for name in names]
    return " / ".join(dict.fromkeys(names))


def trigger(identifier: str, language: str, *more: str) -> str:
    """What to type: ":fr/own-a-mistake-email:". The colon at the end keeps one from opening another."""
    return ":" + "/".join([language, identifier, *more]) + ":"
