"""A template's words for tools that fill nothing in: blanks as their labels, forms of one speaker."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...content import Content
from ...data.fields import with_role
from ...languages.languages import LANGUAGES
from ...model.templates import Template
from ...model.words import GENDERS, NOBODY, SPEAKERS, Blank, Speaker, Words

REMARK = re.compile(r"\s*\(.*?\)")
Render = Callable[[Words], str]


def labelled(content: Content, language: str, speaker: Speaker = NOBODY) -> Render:
    """Fills words with the labels of their blanks in square brackets; optional passages are kept."""
    return lambda words: words.labelled(lambda blank: label(content, blank, language), speaker)


def label(content: Content, blank: Blank, language: str) -> str:
    """What to ask for: a tool without forms asks for the whole one, “date of the call (on which day)”."""
    field = content.fields.get(blank.field)
    if not field:
        return blank.field
    text = field.label.get(language, blank.field)
    asked = LANGUAGES[language].asked(field.kind, blank.form) if blank.form else ""
    return f"{text} ({asked})" if asked else text


def speakers(template: Template) -> dict[str, Speaker]:
    """Who can speak a template, by name: a script has one speaker, an email may have several."""
    if template.channel.is_spoken:
        return {name: SPEAKERS[name] for name in GENDERS}
    return SPEAKERS


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
    """Speakers whose words are the same, together: [("he", "she"), ("we",)]. One group: nothing differs.

    `own` are the words to look at; without them, all words of the template.
    """
    groups: dict[tuple[str, ...], list[str]] = {}
    for sender, speaker in speakers(template).items():
        render = labelled(content, language, speaker)
        words = tuple(render(text) for text in (template.words if own is None else own))
        groups.setdefault(words, []).append(sender)
    return [tuple(group) for group in groups.values()]


def voice_name(content: Content, voice: tuple[str, ...], language: str) -> str:
    """How the field that chooses the sender's form calls them: "I (she)", or "I" for both."""
    options: dict[str, str] = {}
    for role in ("caller", "speaker"):
        for name in with_role(content.fields, role)[:1]:
            options.update(content.fields[name].options.get(language, {}))
    names = [options.get(sender, sender) for sender in voice]
    if len(names) > 1:
        names = [REMARK.sub("", name) for name in names]
    return " / ".join(dict.fromkeys(names))


def trigger(identifier: str, language: str, *more: str) -> str:
    """What to type: ":fr/own-a-mistake-email:". The colon at the end keeps one from opening another."""
    return ":" + "/".join([language, identifier, *more]) + ":"
