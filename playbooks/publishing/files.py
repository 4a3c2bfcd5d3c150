"""Everything that is published beside the pages, as pieces of work that do not need each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model.layout import ADDRESSES, ASSETS, CATALOG, EXPORTS, SCHEMA, TEMPLATES
from ..model.targets import Target
from ..rendering.page_data import pieces, said_by_language
from ..search import index
from . import addresses, catalog, embeds, made_of, permalinks, previews
from .bundle import WORKER
from .exports import atom, espanso, markdown, plain, text_expander
from .kept import Row
from .shrinking import shorter
from .standalone import Publication

LATE = ("links", "index", "exports")  # kinds that no page asks for when it is opened


@dataclass(frozen=True)
class Work:
    """`make` gives (path, contents) of some files: the same as long as `key` is the same."""

    kind: str
    key: str
    make: Callable[[], Iterator[Row]]


def files(publication: Publication) -> Iterator[Row]:
    """(path, contents). The same content gives the same bytes: nothing here asks for the time."""
    for work in works(publication):
        yield from work.make()


def works(publication: Publication) -> Iterator[Work]:
    """All that has to be made, in the order in which it is written."""
    content, site = publication.content, publication.content.site
    base = made_of.hashed(
        made_of.of_site(content, publication.site_url),
        sorted(publication.scripts.parts.items()),
        sorted(publication.scripts.places.items()),
    )
    own = {(page.path, page.language): made_of.of_page(page) for page in site.pages}
    whole = made_of.hashed(base, sorted(own.items()))
    in_language = {
        code: made_of.hashed(
            base, code, [(path, key) for (path, language), key in own.items() if language == code]
        )
        for code in site.languages
    }

    def work(kind: str, key: str, make: Callable[..., Iterator[Row]], *arguments: object) -> Work:
        return Work(kind, made_of.hashed(kind, key), lambda: make(publication, *arguments))

    yield work("said", base, _said)
    yield work("links", whole, _links)
    by_page: dict[str, list[Target]] = {path: [] for path in site.paths()}
    for target in content.templates.values():
        by_page[target.page.path].append(target)
    for path, targets in by_page.items():
        versions = [own[path, language] for language in site.versions(path)]
        yield work("templates", made_of.hashed(base, path, versions), _templates, path, targets)
    if publication.site_url:
        for page in site.pages:
            yield work("previews", made_of.hashed(base, own[page.path, page.language]), previews.images, [page])
    for language in site.languages:
        yield work("index", in_language[language], _index, language)
        yield work("exports", in_language[language], _exports, language)


def scripts(publication: Publication) -> Iterator[Row]:
    """All scripts, made in the process that builds the pages: what shortens them cannot run in a copy of it."""
    made = publication.scripts
    yield from (row for row in made.asked.values() if row[1])
    bundles = ((path, text) for path, text in made.files.items() if path != WORKER)
    yield from ((f"{ASSETS}/{path}", shorter(path, text)) for path, text in bundles)


def _links(publication: Publication) -> Iterator[Row]:
    """What tells of the site as a whole, and leads to its parts."""
    content = publication.content
    yield CATALOG, catalog.to_json(catalog.catalog(content))
    yield SCHEMA, catalog.to_json(catalog.schema(content.site.languages))
    yield ADDRESSES, catalog.to_json(addresses.addresses(content))
    yield from permalinks.permalinks(publication)
    yield from permalinks.redirects(publication)
    yield from embeds.former(publication)
    known = content.templates
    for entry, final in permalinks.successions(content, known):
        yield from _texts(publication, known[final], entry.id)


def _said(publication: Publication) -> Iterator[Row]:
    """What the pages of each language share."""
    content, places = publication.content, publication.scripts.places
    for language in content.site.languages:
        yield from ((script.address, script.text) for script in said_by_language(content, language, places))


def _templates(publication: Publication, path: str, targets: list[Target]) -> Iterator[Row]:
    """The words of a page for readers of it in another language, and each of its templates without the site around
    it, as Markdown and as plain text."""
    yield from ((piece.address, piece.text) for piece in pieces(publication.content, path))
    for target in targets:
        yield from embeds.embeds(publication, target)
        yield from _texts(publication, target, target.id)


def _texts(publication: Publication, target: Target, name: str) -> Iterator[Row]:
    """A template as Markdown and as plain text, at the address of an id or a former one."""
    content, root = publication.content, publication.site_url or "/"
    for language, page in target.pages.items():
        template = target.version(language)
        link = f"{root}{target.address(language)}"
        start = f"{content.site.root(language)}{TEMPLATES}/{name}"
        yield f"{start}.md", markdown.markdown(content, template, language, page.title, link)
        yield f"{start}.txt", plain.plain(content, template, language)


def _index(publication: Publication, language: str) -> Iterator[Row]:
    yield from index.files(publication.content, language)


def _exports(publication: Publication, language: str) -> Iterator[Row]:
    content, site_url = publication.content, publication.site_url
    table = text_expander.table(content, language, site_url)
    yield f"{EXPORTS}/{content.project.slug}-{language}.csv", table
    yield f"{EXPORTS}/{content.project.slug}-{language}-excel.csv", text_expander.for_excel(table)
    # espanso updates a package when its version grows
    yield from espanso.package(content, language, f"1.{len(content.changes)}.0", site_url)
    if content.changes and site_url:
        yield atom.path(content.site, language), atom.feed(content, language, site_url)
