"""What the browser needs to know of one page, as JSON data inside the page.

Words are sent as the author wrote them, in every language, so that blanks can be filled, the
sender's forms chosen and the client's language shown without asking the server anything.
"""

from __future__ import annotations

from typing import Any

from ..content import Content
from ..data.fields import Field, with_role
from ..languages.languages import LANGUAGES
from ..model.pages import Page
from ..model.templates import Paragraph, Template


def page_fields(content: Content, page: Page) -> list[Field]:
    """The fields of the page's templates, in the order of their declaration."""
    used = {name for template in page.templates for name in template.fields}
    if not used:
        return []
    if any(template.asks_who_speaks for template in page.templates):
        used.update(with_role(content.fields, "speaker"), with_role(content.fields, "caller"))
    if any(content.fields[name].kind == "money" for name in used if name in content.fields):
        used.update(with_role(content.fields, "currency"))
    return [field for name, field in content.fields.items() if name in used]


def page_data(content: Content, page: Page) -> dict[str, Any]:
    """JSON data: templates in every language, fields, how speeches begin, how each language writes things."""
    site = content.site
    versions = site.versions(page.path).values()
    fields = page_fields(content, page)
    kinds = {field.kind for field in fields}
    return {
        "templates": {
            template.id: {
                "channel": template.channel.id,
                "spoken": template.channel.is_spoken,
                "versions": {
                    version.language: _words(words)
                    for version in versions
                    if (words := version.template(template.id))
                },
            }
            for template in page.templates
        },
        "fields": [_field(field) for field in fields],
        "roles": {field.role: field.id for field in reversed(list(content.fields.values())) if field.role},
        "speakers": {
            version.language: {
                speaker: content.texts[version.language].speaker_label(speaker)
                for speaker in content.texts[version.language].group("speakers")
            }
            for version in versions
        },
        "subject": {version.language: content.texts[version.language].subject_label() for version in versions},
        "languages": {code: LANGUAGES[code].data(kinds) for code in site.languages},
    }


def _words(template: Template) -> dict[str, Any]:
    words: dict[str, Any] = {"title": template.title}
    if template.subject is not None:
        words["subject"] = template.subject.text
    words["body"] = [_paragraph(paragraph) for paragraph in template.body]
    return words


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": paragraph.kind, "text": paragraph.text}
    if paragraph.speaker:
        row["speaker"] = paragraph.speaker
    if paragraph.depth:
        row["depth"] = paragraph.depth
    return row


def _field(field: Field) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": field.id,
        "kind": field.kind,
        "keeper": field.keeper,
        "label": dict(field.label),
        "example": dict(field.example),
    }
    if field.kind == "choice" and field.role is None:  # those with a role stand in no words
        row["options"] = {language: dict(options) for language, options in field.options.items()}
    if field.units:
        row["units"] = {language: dict(units) for language, units in field.units.items()}
    return row
