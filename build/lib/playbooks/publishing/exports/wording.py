"""A template's words for tools that fill nothing in: blanks as their labels, one form of the sender."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...content import Content
from ...data.fields import with_role
from ...model.templates import Template
from ...model.words import SENDERS, Words

REMARK = re.compile(r"\s*\(.*?\)")
Render = Callable[[Words], str]


def labelled(content: Content, language: str, sender: str = "he") -> Render:
    """Fills words with the labels of their blanks in square brackets; optional passages are kept."""
    return lambda words: words.labelled(lambda name: label(content, name, language), sender)


def label(content: Content, name: str, language: str) -> str:
    field = content.fields.get(name)
    return field.label.get(language, name) if field else name


def body(content: Content, template: Template, language: str, render: Render) -> str:
    """All paragraphs, empty lines between, speeches with their speakers."""
    label = content.texts[language].speaker_label
    rows = []
    for paragraph in template.body:
        words = render(paragraph.words)
        rows.append(label(paragraph.speaker) + words if paragraph.speaker else words)
    return "\n\n".join(row.rstrip() for row in rows)


def voices(
    content: Content, template: Template, language: str, own: Sequence[Words] | None = None
) -> list[tuple[str, ...]]:
    """Senders whose words are the same, together: [("he", "she"), ("we",)]. One group: nothing differs.

    `own` are the words to look at; without them, all words of the template.
    """
    groups: dict[tuple[str, ...], list[str]] = {}
    for sender in SENDERS:
        render = labelled(content, language, sender)
        words = tuple(render(text) for text in (template.words if own is None else own))
        groups.setdefault(words, []).append(sender)
    return [tuple(group) for group in groups.values()]


def voice_name(content: Content, voice: tuple[str, ...], language: str) -> str:
    """How the field that chooses the sender's form calls them: "I (she)", or "I" for both."""
    speaker = next(iter(with_role(content.fields, "speaker")), None)
    options = content.fields[speaker].options.get(language, {}) if speaker else {}
    names = [options.get(sender, sender) for sender in voice]
    if len(names) > 1:
        names = [REMARK.sub("", name) for name in names]
    return " / ".join(dict.fromkeys(names))


def trigger(identifier: str, language: str, *more: str) -> str:
    """What to type: ":fr/own-a-mistake-email:". The colon at the end keeps one from opening another."""
    return ":" + "/".join([language, identifier, *more]) + ":"
