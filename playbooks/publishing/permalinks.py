"""Permanent links: /go/<id>/ for everything that has a public id, and redirects for what was renamed.

/go/<id>/ leads to the reader's language, /go/<id>/<language>/ to that one, with a preview in it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from ..content import Content
from ..data.register import Entry
from ..languages.languages import LANGUAGES, Language
from ..model.layout import GO
from ..model.pages import Page
from ..model.targets import Target
from ..rendering.preview import preview
from .standalone import Publication


@dataclass(frozen=True)
class Way:
    """A target in one language: where it is, from the root of the site, and what it is called."""

    language: Language
    address: str
    title: str


def permalinks(publication: Publication) -> Iterator[tuple[str, str]]:
    """(path, HTML) of every permanent link, old ids included."""
    content, pages = publication.content, _pages(publication)
    known = content.targets
    for target in known.values():
        yield from _go(publication, target.id, target)
    for entry, final in successions(content, {**known, **pages}):
        if entry.kind != "page" and final in known:
            yield from _go(publication, entry.id, known[final])
        elif entry.kind != "page":
            yield from _go(publication, entry.id, _as_target(publication, pages[final]))


def redirects(publication: Publication) -> Iterator[tuple[str, str]]:
    """(path, HTML) for old addresses of pages, in all languages."""
    content, pages = publication.content, _pages(publication)
    known = content.targets
    moved = {entry.id: known[final] for entry, final in successions(content, {**known, **pages}) if final in known}
    for entry, final in successions(content, {**known, **pages}):
        if entry.kind not in ("page", "playbook"):
            continue
        target = known.get(final) or _as_target(publication, pages[final])
        for language in target.pages:
            old = f"playbooks/{entry.id}/" if entry.kind == "playbook" else entry.id.lstrip("/")
            way = Way(LANGUAGES[language], target.address(language), target.title(language))
            places = {name: other.address(language) for name, other in moved.items() if language in other.pages}
            yield redirect(publication, content.site.root(language) + old, way, places)


def redirect(
    publication: Publication, old: str, way: Way, fragments: Mapping[str, str] | None = None
) -> tuple[str, str]:
    """(path, HTML) of a page that leads on. `fragments` maps old ids to the addresses of what replaces them."""
    path = f"{old}index.html"
    moved = dict(fragments or {})
    return path, publication.page("redirect.html", path, way.language.code, way=way, moved=moved)


def successions(content: Content, every: Container[str]) -> Iterator[tuple[Entry, str]]:
    """Every registered id that is not in `every`, with what of it it leads to now."""
    for entry in content.register.entries:
        final = content.register.final(entry.id, every)
        if final and entry.sound and entry.id not in every:
            yield entry, final


def ways(target: Target) -> list[Way]:
    return [Way(LANGUAGES[code], target.address(code), target.title(code)) for code in target.pages]


def _go(publication: Publication, identifier: str, target: Target) -> Iterator[tuple[str, str]]:
    start = f"{GO}/{identifier}/"
    yield _leading(publication, start, f"{GO}/{target.id}/", target, "")
    for language in target.pages if len(target.pages) > 1 else ():
        yield _leading(publication, f"{start}{language}/", f"{GO}/{target.id}/{language}/", target, language)


def _leading(publication: Publication, start: str, address: str, target: Target, asked: str) -> tuple[str, str]:
    """(path, HTML) of a page that leads to the language `asked` for, or with "" to the reader's."""
    path, language = f"{start}index.html", asked or target.page.language
    shown = preview(
        publication.content, target.pages[language], publication.site_url, target.title(language), address
    )
    values = {"ways": ways(target), "target": target, "preview": shown, "asked": asked}
    return path, publication.page("go.html", path, language, **values)


def _pages(publication: Publication) -> dict[str, dict[str, Page]]:
    """Pages that are not playbooks, by address with slashes on both ends, then by language."""
    found: dict[str, dict[str, Page]] = {}
    for page in publication.content.site.pages:
        if not page.is_playbook:
            found.setdefault(page.public, {})[page.language] = page
    return found


def _as_target(publication: Publication, versions: Mapping[str, Page]) -> Target:
    """A page as a whole: its address has no fragment, as that of a playbook."""
    page = next(iter(versions.values()))
    return Target(page.slug or "home", "playbook", versions, page.place)
