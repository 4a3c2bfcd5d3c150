"""Everything that is published beside the pages: one function, called when they are built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..content import Content
from ..model.layout import ADDRESSES, ASSETS, CATALOG, EXPORTS, SCHEMA, TEMPLATES
from ..rendering.modules import Scripts
from ..rendering.page_data import pieces, said_by_language
from ..search import index
from . import addresses, catalog, embeds, language_scripts, permalinks, previews
from .exports import atom, espanso, markdown, plain, text_expander
from .shrinking import shorter
from .standalone import Publication
from .writing import Folder, WritingError


def publish(
    content: Content, folder: Folder, templates: Sequence[Path], site_url: str, scripts: Scripts
) -> list[str]:
    """Write all files; sentences about those that cannot be. `templates` are the folders of the theme."""
    publication = Publication(content, tuple(templates), site_url, scripts)
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
    yield CATALOG, catalog.to_json(catalog.catalog(content))
    yield SCHEMA, catalog.to_json(catalog.schema(content.site.languages))
    yield ADDRESSES, catalog.to_json(addresses.addresses(content))
    yield from permalinks.permalinks(publication)
    yield from permalinks.redirects(publication)
    yield from embeds.embeds(publication)
    if publication.site_url:
        yield from previews.images(publication)
    yield from index.files(content)
    yield from language_scripts.scripts(content)
    for language in content.site.languages:
        yield from ((script.address, script.text) for script in said_by_language(content, language))
    for path in content.site.paths():
        yield from ((piece.address, piece.text) for piece in pieces(content, path))
    bundles = publication.scripts.files.items()
    yield from ((f"{ASSETS}/{path}", shorter(path, text)) for path, text in bundles)
    yield from _exports(publication)


def _exports(publication: Publication) -> Iterator[tuple[str, str]]:
    content, site_url = publication.content, publication.site_url
    for language in publication.languages:
        yield from _templates(publication, language)
        table = text_expander.table(content, language, site_url)
        yield f"{EXPORTS}/{content.project.slug}-{language}.csv", table
        yield f"{EXPORTS}/{content.project.slug}-{language}-excel.csv", text_expander.for_excel(table)
        # espanso updates a package when its version grows
        yield from espanso.package(content, language, f"1.{len(content.changes)}.0", site_url)
        if content.changes and site_url:
            yield atom.path(content.site, language), atom.feed(content, language, site_url)


def _templates(publication: Publication, language: str) -> Iterator[tuple[str, str]]:
    """Each template as Markdown and as plain text, also at the addresses of its former ids."""
    content, root = publication.content, publication.site_url or "/"
    known = content.templates
    old = {entry.id: final for entry, final in permalinks.successions(content, known)}
    for name, final in {**{name: name for name in known}, **old}.items():
        target = known[final]
        if language not in target.pages:
            continue
        page = target.pages[language]
        template = target.version(language)
        link = f"{root}{target.address(language)}"
        start = f"{content.site.root(language)}{TEMPLATES}/{name}"
        yield f"{start}.md", markdown.markdown(content, template, language, page.title, link)
        yield f"{start}.txt", plain.plain(content, template, language)
