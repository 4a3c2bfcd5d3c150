"""A page as the units that its translations follow, grouped by front matter, heading, template and checklist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.outline import Outline
from ..model.pages import Page
from ..model.places import Place
from ..model.templates import Template
from ..model.units import Groups, Unit
from .pages import TYPESET_META

FRONT_MATTER = "front matter"
ENTRY = "entry "  # of a data file
BY_LABEL = (FRONT_MATTER, "checklist ", ENTRY)  # groups whose units are known by their labels, wherever they stand


def units(page: Page, outline: Outline) -> Groups:
    """The groups of a page in the order of the page."""
    groups: dict[str, Sequence[Unit]] = {FRONT_MATTER: tuple(_front_matter(page))}
    titles = {heading.place.line: heading.text for heading in page.headings}
    for part in outline.parts:
        own = [Unit("heading", titles[part.place.line], part.place)] if part.place.line in titles else []
        own += [
            Unit(piece.kind, piece.text, piece.place)
            for piece in part.pieces
            if piece.kind not in ("template", "checklist")
        ]
        if own:
            groups.setdefault(part.name or "beginning", tuple(own))
    for template in page.templates:
        groups.setdefault(f"template {template.id}", tuple(_template(template)))
    for checklist in page.checklists:
        rows = tuple(Unit(item.id, item.text, item.place) for item in checklist.items)
        groups.setdefault(f"checklist {checklist.id}", rows)
    return groups


def is_by_label(group: str) -> bool:
    return group.startswith(BY_LABEL)


def _front_matter(page: Page) -> Iterator[Unit]:
    for key in TYPESET_META:
        if isinstance(value := page.meta.get(key), str):
            yield Unit(key, value, page.place_of(key))


def _template(template: Template) -> Iterator[Unit]:
    yield Unit("title", template.title, template.place)
    if template.subject:
        yield Unit("subject", template.subject.text, Place(template.place.path, template.place.line + 1))
    for paragraph in template.body:
        yield Unit(paragraph.kind, paragraph.text, paragraph.place)
