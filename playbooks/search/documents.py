"""What can be found: pages, their sections, templates and checklists, as plain texts.

A document is one element of a page that a result can open: the page itself (title, situation,
description and what stands before the first heading), a section under a heading, a template or a
checklist. The documents of one page follow each other, the page first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..content import Content
from ..languages.strings import Strings
from ..languages.typography import typeset
from ..model.blocks import Block, Fence, Line, Tasks, Title
from ..model.checklists import Checklist
from ..model.pages import Page
from ..model.plain import plain
from ..model.templates import Template
from ..model.words import SPEAKERS, Words


@dataclass(frozen=True)
class Document:
    """`location` from the root of the site; `lead` is the situation, `summary` the description of a page,
    `asked` what readers type when they need it."""

    location: str
    kind: str
    title: str
    text: str
    lead: str = ""
    summary: str = ""
    asked: str = ""


def documents(content: Content, language: str, asked: Mapping[str, Sequence[str]]) -> Iterator[Document]:
    """All documents of one language; `asked` maps the path of a page to what readers type, beside its own list."""

    def label(field: str) -> str:
        known = content.fields.get(field)
        return known.label.get(language, field) if known else field

    for page in content.site.pages_of(language):
        whole, *elements = _elements(page, content.texts[language], label)
        yield replace(whole, asked=" · ".join((*page.asked, *asked.get(page.path, ()))))
        yield from (element for element in elements if element.text)


def _elements(page: Page, texts: Strings, label: Callable[[str], str]) -> Iterator[Document]:
    base = page.address()
    kind = "playbook" if page.is_playbook else "page"
    templates = {template.place.line - page.offset: template for template in page.templates}
    held: list[str] = []
    after: list[Document] = []
    whole = Document(
        base,
        kind,
        page.title,
        "",
        lead=str(page.meta.get("situation", "")),
        summary=page.description,
    )
    section = whole

    def done() -> Document:
        return replace(section, text=plain("\n".join(held), page.language))

    lines = page.text.split("\n")
    for block in page.blocks:
        if block in page.opening:
            continue
        if isinstance(block, Fence) and block.start in templates:
            after.append(_template(base, templates[block.start], texts, label))
        elif isinstance(block, Title):
            yield done()
            yield from after
            after, held = [], []
            title = plain(block.text, page.language)
            section = Document(f"{base}#{block.id}" if block.id else base, kind, title, "")
        elif isinstance(block, Tasks) and (checklist := _checklist(page, block)):
            section = _list(base, checklist)
            held = [item.text for item in checklist.items]
        else:
            held += _lines(block, lines)
    yield done()
    yield from after


def _lines(block: Block, lines: Sequence[str]) -> list[str]:
    if isinstance(block, Fence):  # an example of code: its words are not what the page says
        return []
    return [block.text] if isinstance(block, Line) else list(lines[block.start - 1 : block.end])


def _checklist(page: Page, tasks: Tasks) -> Checklist | None:
    return page.checklist(tasks.heading.id) if tasks.heading and tasks.heading.id else None


def _list(base: str, checklist: Checklist) -> Document:
    return Document(f"{base}#{checklist.id}", "checklist", checklist.title, "")


def _template(base: str, template: Template, texts: Strings, label: Callable[[str], str]) -> Document:
    """The words with the labels of their blanks, optional passages included."""

    def words(text: Words) -> str:
        return text.labelled(lambda blank: label(blank.field), SPEAKERS["he"])

    rows = [words(template.subject)] if template.subject else []
    for paragraph in template.body:
        speaker = texts.speaker_label(paragraph.speaker) if paragraph.speaker else ""
        rows.append(speaker + words(paragraph.words))
    return Document(
        f"{base}#{template.id}", template.channel.id, template.title, typeset("\n".join(rows), texts.language)
    )
