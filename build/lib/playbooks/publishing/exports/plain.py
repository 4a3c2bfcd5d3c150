"""/templates/<id>.txt: the words and nothing else."""

from __future__ import annotations

from ...content import Content
from ...languages.typography import typeset
from ...model.templates import Template
from . import wording


def plain(content: Content, template: Template, language: str) -> str:
    """As they are copied, blanks as their labels; an email begins with its subject."""
    render = wording.labelled(content, language)
    words = wording.body(content, template, language, render)
    if template.subject is not None:
        head = typeset(content.texts[language]("template.subject") + ": ", language)
        words = f"{head}{render(template.subject)}\n\n{words}"
    return words + "\n"
