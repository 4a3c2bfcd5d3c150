"""/templates/<id>.md: one template as Markdown that any dialect reads alike."""

from __future__ import annotations

import re

from ..model import Template
from ..site import Content
from ..strings import strings
from ..typography import typeset
from . import wording

MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")
LINE_START = re.compile(r"(?m)^(?P<indent> *)(?P<number>\d+)?(?P<mark>[-+#=.)](?=\s|$|=))")


def escaped(text: str) -> str:
    """Text in which no character is markup; line breaks inside a paragraph stay."""
    text = MARKUP.sub(lambda match: "\\" + match[0], text)
    text = LINE_START.sub(lambda match: f"{match['indent']}{match['number'] or ''}\\{match['mark']}", text)
    return text.replace("\n", "  \n")


def markdown(content: Content, template: Template, language: str, page_title: str, link: str) -> str:
    """A heading, where the template comes from, its subject and its words."""
    texts = strings(language)
    render = wording.labelled(content, template, language)
    rows = [
        f"# {escaped(template.title)}",
        f"{texts(f'channel.{template.channel}')} · [{escaped(page_title)}]({link})",
    ]
    if template.subject is not None:
        label = typeset(texts("template.subject") + ":", language)
        rows.append(f"**{label}** {escaped(render(template.subject))}")
    rows += [escaped(row) for row in wording.body(template, language, render).split("\n\n")]
    return "\n\n".join(rows) + "\n"
