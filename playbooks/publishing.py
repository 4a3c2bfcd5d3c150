"""Everything that is published beside the pages: one function, called when they are built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from . import addresses, catalog, changes, embeds, permalinks, previews
from .exports import atom, espanso, markdown, plain, text_expander
from .languages import prefix
from .places import ADDRESSES, CATALOG, EXPORTS, SCHEMA, TEMPLATES
from .register import Register, registered
from .rendering import Publication
from .search import index
from .site import Content
from .targets import targets
from .targets import templates as target_templates
from .writing import Folder, WritingError


def publish(content: Content, folder: Folder, templates: Sequence[Path], site_url: str) -> list[str]:
    """Write all files; sentences about those that cannot be. `templates` are the folders of the theme."""
    publication = Publication(content, tuple(templates), site_url)
    refused: list[str] = []
    for path, data in files(publication):
        try:
            folder.write(path, data)
        except WritingError as reason:
            refused.append(str(reason))
    return refused


def files(publication: Publication) -> Iterator[tuple[str, str | bytes]]:
    """(path, contents). The same content gives the same bytes: nothing here asks for the time."""
    content = publication.content
    known = registered(content.project)
    yield CATALOG, catalog.to_json(catalog.catalog(content))
    yield SCHEMA, catalog.schema()
    yield ADDRESSES, catalog.to_json(addresses.addresses(publication, known))
    yield from permalinks.permalinks(publication, known)
    yield from permalinks.redirects(publication, known)
    yield from embeds.embeds(publication, known)
    if publication.site_url:
        yield from previews.images(publication)
    yield from index.files(content)
    yield from _exports(publication, known)


def _exports(publication: Publication, register: Register) -> Iterator[tuple[str, str]]:
    content, site_url = publication.content, publication.site_url
    path = content.project.data / "changes.yml"
    changed, _ = changes.read_changes(path, publication.languages, content.project.shown(path))
    for language in publication.languages:
        yield from _templates(publication, register, language)
        yield f"{EXPORTS}/candour-{language}.csv", text_expander.table(content, language, site_url)
        # espanso updates a package when its version grows
        yield from espanso.package(content, language, f"1.{len(changed)}.0", site_url)
        if changed and site_url:
            yield atom.path(language), atom.feed(changed, targets(content.site), language, site_url)


def _templates(publication: Publication, register: Register, language: str) -> Iterator[tuple[str, str]]:
    """Each template as Markdown and as plain text, also at the addresses of its former ids."""
    content, root = publication.content, publication.site_url or "/"
    known = target_templates(content.site)
    old = {entry.id: final for entry, final in permalinks.successions(register, known, {})}
    for name, final in {**{name: name for name in known}, **old}.items():
        target = known[final]
        if language not in target.pages:
            continue
        page = target.pages[language]
        template = catalog.find_template(page, final)
        link = f"{root}{target.address(language)}"
        start = f"{prefix(language)}{TEMPLATES}/{name}"
        yield f"{start}.md", markdown.markdown(content, template, language, page.title, link)
        yield f"{start}.txt", plain.plain(content, template, language)
