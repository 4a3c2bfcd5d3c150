"""The catalogue: everything that other tools may build on, as plain data.

Its form is the public contract described by catalog.schema.json, beside this module and beside
the published /catalog.json.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib import resources
from typing import Any, TypeVar

from ..checks.parity import texts
from ..content import Content
from ..languages.languages import prefix
from ..languages.strings import strings
from ..model.pages import Checklist, Item, Page, Site, Template
from ..model.words import WordsError, blanks, parse
from ..reading import script

VERSION = 1


def catalog(content: Content) -> dict[str, Any]:
    """The catalogue as JSON data, keys and rows in a stable order."""
    site = content.site
    first = site.languages[0]
    pages = site.pages_of(first)
    return {
        "version": VERSION,
        "languages": list(site.languages),
        "fields": [
            {"id": field.id, "kind": field.kind, "label": dict(field.label), "example": dict(field.example)}
            for field in content.fields.values()
        ],
        "playbooks": [_playbook(site, page) for page in pages if page.is_playbook],
        "templates": [_template(site, page, template) for page in pages for template in page.templates],
        "checklists": [_checklist(site, page, checklist) for page in pages for checklist in page.checklists],
    }


def to_json(data: object) -> str:
    """UTF-8 text without escapes, two spaces of indentation, a line break at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def schema() -> str:
    """The JSON Schema of the catalogue."""
    return resources.files(__package__).joinpath("catalog.schema.json").read_text("utf-8")


def _each(site: Site, path: str, value: Callable[[Page], Any]) -> dict[str, Any]:
    """One value per language that has the page, and on it what is asked for (else None)."""
    pages = ((language, site.page(path, language)) for language in site.languages)
    values = ((language, value(page)) for language, page in pages if page)
    return {language: found for language, found in values if found is not None}


def url(page: Page, fragment: str = "") -> str:
    """Address from the root of the site: "/fr/playbooks/own-a-mistake/#…"."""
    return f"/{prefix(page.language)}{page.url}" + (f"#{fragment}" if fragment else "")


def _playbook(site: Site, page: Page) -> dict[str, Any]:
    return {
        "id": page.slug,
        "title": _each(site, page.path, lambda p: p.title),
        "summary": _each(site, page.path, lambda p: str(p.meta.get("description", ""))),
        "url": _each(site, page.path, url),
        "templates": [template.id for template in page.templates],
        "checklists": [checklist.id for checklist in page.checklists],
    }


Row = TypeVar("Row", Template, Checklist, Item)


def find(rows: Iterable[Row], identifier: str) -> Row | None:
    """The row with this id; None while a translation lacks it."""
    return next((row for row in rows if row.id == identifier), None)


def find_template(page: Page, identifier: str) -> Template:
    """The version of a template on a page that has it."""
    return next(template for template in page.templates if template.id == identifier)


def find_checklist(page: Page, identifier: str) -> Checklist:
    """The version of a checklist on a page that has it."""
    return next(checklist for checklist in page.checklists if checklist.id == identifier)


def body_text(template: Template, language: str) -> str:
    """The words as they are copied, blanks as the author wrote them: paragraphs, empty lines between."""
    label = strings(language).speaker_label
    return "\n\n".join(script.plain_text(paragraph, label) for paragraph in template.body)


def field_ids(template: Template) -> list[str]:
    """The fields of a template's blanks in order of appearance, each once."""
    found: dict[str, None] = {}
    for text in texts(template):
        try:
            found.update(dict.fromkeys(blanks(parse(text))))
        except WordsError:
            continue
    return list(found)


def _template(site: Site, page: Page, template: Template) -> dict[str, Any]:
    def each(value: Callable[[Template, str], str | None]) -> dict[str, Any]:
        def of(page: Page) -> str | None:
            version = find(page.templates, template.id)
            return value(version, page.language) if version else None

        return _each(site, page.path, of)

    row = {
        "id": template.id,
        "playbook": page.slug,
        "channel": template.channel,
        "title": each(lambda version, _: version.title),
    }
    if template.channel == "email":
        row["subject"] = each(lambda version, _: version.subject)
    row["body"] = each(body_text)
    row["fields"] = field_ids(template)
    row["url"] = _each(site, page.path, lambda p: url(p, template.id))
    return row


def _checklist(site: Site, page: Page, checklist: Checklist) -> dict[str, Any]:
    def title(page: Page) -> str | None:
        version = find(page.checklists, checklist.id)
        return version.title if version else None

    def item_text(page: Page, identifier: str) -> str | None:
        version = find(page.checklists, checklist.id)
        item = find(version.items, identifier) if version else None
        return item.text if item else None

    return {
        "id": checklist.id,
        "playbook": page.slug if page.is_playbook else None,
        "title": _each(site, page.path, title),
        "items": [
            {"id": item.id, "text": _each(site, page.path, lambda p, i=item.id: item_text(p, i))}  # type: ignore[misc]
            for item in checklist.items
        ],
        "url": _each(site, page.path, lambda p: url(p, checklist.id)),
    }
