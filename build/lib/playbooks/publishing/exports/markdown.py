"""/templates/<id>.md: one template as Markdown that any dialect reads alike."""

from __future__ import annotations

import re

from ...content import Content
from ...languages.typography import typeset
from ...model.templates import Template
from . import wording

ESCAPED = re.compile(r"[\\`*_\[\]>]")
# what not every dialect lets a backslash escape
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", "~": "&#126;", "|": "&#124;"})
# a list, a heading or a rule, at the start of a line
LINE_START = re.compile(r"(?m)^(?P<before> *\d*)(?P<mark>[-+#.)])(?=[\s#-]|$)")
UNDERLINE = re.compile(r"(?m)^(?P<before> *)=")


def escaped(text: str) -> str:
    """Text in which no character is markup; line breaks inside a paragraph stay."""
    text = ESCAPED.sub(lambda match: "\\" + match[0], text).translate(ENTITIES)
    text = LINE_START.sub(r"\g<before>\\\g<mark>", text)
    text = UNDERLINE.sub(r"\g<before>&#61;", text)
    return text.replace("\n", "  \n")


def markdown(content: Content, template: Template, language: str, page_title: str, link: str) -> str:
    """A heading, where the template comes from, its subject and its words."""
    texts = content.texts[language]
    render = wording.labelled(content, language)
    rows = [
        f"# {escaped(template.title)}",
        f"{texts(f'channel.{template.channel}')} · [{escaped(page_title)}]({link})",
    ]
    if template.subject is not None:
        label = typeset(texts("template.subject") + ":", language)
        rows.append(f"**{label}** {escaped(render(template.subject))}")
    rows += [escaped(row) for row in wording.body(content, template, language, render).split("\n\n")]
    return "\n\n".join(rows) + "\n"
