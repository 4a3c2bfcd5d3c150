"""The catalogue: everything that other tools may build on, as plain data.

Its form is the public contract described by catalog.schema.json, beside this module and beside
the published /catalog.json.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from typing import Any

from ..content import Content
from ..model.checklists import Checklist
from ..model.pages import Page, Site
from ..model.templates import Template

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
        "templates": [_template(content, page, template) for page in pages for template in page.templates],
        "checklists": [_checklist(site, page, checklist) for page in pages for checklist in page.checklists],
    }


def to_json(data: object) -> str:
    """UTF-8 text without escapes, two spaces of indentation, a line break at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def schema() -> str:
    """The JSON Schema of the catalogue."""
    return resources.files(__package__).joinpath("catalog.schema.json").read_text("utf-8")


def _each(site: Site, path: str, value: Callable[[Page], str | None]) -> dict[str, str]:
    """One value per language that has the page, and on it what is asked for (else None)."""
    values = ((language, value(page)) for language, page in site.versions(path).items())
    return {language: found for language, found in values if found is not None}


def _url(fragment: str = "") -> Callable[[Page], str]:
    """Address from the root of the site: "/fr/playbooks/own-a-mistake/#…"."""
    return lambda page: "/" + page.address(fragment)


def _playbook(site: Site, page: Page) -> dict[str, Any]:
    return {
        "id": page.slug,
        "title": _each(site, page.path, lambda p: p.title),
        "summary": _each(site, page.path, lambda p: p.description),
        "url": _each(site, page.path, _url()),
        "templates": [template.id for template in page.templates],
        "checklists": [checklist.id for checklist in page.checklists],
    }


def _template(content: Content, page: Page, template: Template) -> dict[str, Any]:
    site = content.site

    def each(value: Callable[[Template, str], str | None]) -> dict[str, str]:
        def of(page: Page) -> str | None:
            version = page.template(template.id)
            return value(version, page.language) if version else None

        return _each(site, page.path, of)

    row: dict[str, Any] = {
        "id": template.id,
        "playbook": page.slug,
        "channel": template.channel.id,
        "title": each(lambda version, _: version.title),
    }
    if template.channel.has_subject:
        row["subject"] = each(lambda version, _: version.subject.text if version.subject else None)
    row["body"] = each(lambda version, language: version.plain_text(content.texts[language].speaker_label))
    row["fields"] = list(template.fields)
    row["url"] = _each(site, page.path, _url(template.id))
    return row


def _checklist(site: Site, page: Page, checklist: Checklist) -> dict[str, Any]:
    versions = {language: p.checklist(checklist.id) for language, p in site.versions(page.path).items()}
    found = {language: version for language, version in versions.items() if version}

    def item(identifier: str) -> dict[str, str]:
        rows = ((language, row) for language, version in found.items() for row in version.items)
        return {language: row.text for language, row in rows if row.id == identifier}

    return {
        "id": checklist.id,
        "playbook": page.slug if page.is_playbook else None,
        "title": {language: version.title for language, version in found.items()},
        "items": [{"id": row.id, "text": item(row.id)} for row in checklist.items],
        "url": _each(site, page.path, _url(checklist.id)),
    }
