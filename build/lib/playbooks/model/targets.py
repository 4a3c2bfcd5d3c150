"""What has a public id: every playbook, template and checklist, in all its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .checklists import Checklist
from .identifiers import is_identifier
from .pages import Page, Site
from .places import Place
from .templates import Template

Kind = Literal["playbook", "template", "checklist"]


@dataclass(frozen=True)
class Target:
    """What a permanent link leads to. `pages` are the pages it stands on, by language,
    the default one first."""

    id: str
    kind: Kind
    pages: Mapping[str, Page]
    place: Place

    @property
    def page(self) -> Page:
        """The page in the default language, or in the first one that has it."""
        return next(iter(self.pages.values()))

    @property
    def template(self) -> Template:
        """The template in the language of `page`; only for targets of that kind."""
        return self.version(self.page.language)

    def version(self, language: str) -> Template:
        """The template in a language that has it; only for targets of that kind."""
        template = self.pages[language].template(self.id)
        assert template, f"{self.id} is no template in {language}"  # `targets` looked
        return template

    def title(self, language: str) -> str:
        page = self.pages[language]
        part = page.template(self.id) or page.checklist(self.id)
        return part.title if part and self.kind != "playbook" else page.title

    def address(self, language: str) -> str:
        """From the root of the site, without a leading slash: "fr/playbooks/own-a-mistake/#…"."""
        return self.pages[language].address("" if self.kind == "playbook" else self.id)


def targets(site: Site) -> dict[str, Target]:
    """All targets by id, in the order of the pages. An id of another form is reported, and leads nowhere."""
    found: dict[str, Target] = {}
    for path in site.paths():
        versions = site.versions(path)
        for page in versions.values():
            for identifier, kind, place in _on(page):
                if identifier not in found and is_identifier(identifier):
                    pages = {lang: p for lang, p in versions.items() if _has(p, identifier, kind)}
                    found[identifier] = Target(identifier, kind, pages, place)
    return found


def templates(site: Site) -> dict[str, Target]:
    """Those of the targets that are templates."""
    return {name: target for name, target in targets(site).items() if target.kind == "template"}


def _on(page: Page) -> list[tuple[str, Kind, Place]]:
    own: list[tuple[str, Kind, Place]] = [(page.slug, "playbook", page.place)] if page.is_playbook else []
    parts: list[Template | Checklist] = [*page.templates, *page.checklists]
    kinds: dict[type, Kind] = {Template: "template", Checklist: "checklist"}
    return own + [(part.id, kinds[type(part)], part.place) for part in parts]


def _has(page: Page, identifier: str, kind: Kind) -> bool:
    return any((name, what) == (identifier, kind) for name, what, _ in _on(page))
