"""/embed/<id>/, /fr/embed/<id>/ …: one template without the site around it, for a frame in a wiki."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import tostring

from markupsafe import Markup

from ..languages.languages import LANGUAGES
from ..model.layout import EMBED
from ..model.pages import Site
from ..model.targets import Target
from ..rendering.elements import naming, template_element
from ..rendering.view import PageView
from .permalinks import Way, redirect, successions
from .standalone import Publication


def embeds(publication: Publication, target: Target) -> Iterator[tuple[str, str]]:
    """(path, HTML) of a template in every language."""
    for language in target.pages:
        yield _embed(publication, target, language)


def former(publication: Publication) -> Iterator[tuple[str, str]]:
    """(path, HTML) at the addresses of former ids."""
    known, site = publication.content.templates, publication.content.site
    for entry, final in successions(publication.content, known):
        for language in known[final].pages if entry.kind == "template" else ():
            way = Way(LANGUAGES[language], address(site, final, language), known[final].title(language))
            yield redirect(publication, address(site, entry.id, language), way)


def address(site: Site, identifier: str, language: str) -> str:
    return f"{site.root(language)}{EMBED}/{identifier}/"


def _embed(publication: Publication, target: Target, language: str) -> tuple[str, str]:
    content = publication.content
    texts = content.texts[language]
    template = target.version(language)
    # the panel of blanks and the data in the page are those of this template alone
    page = replace(target.pages[language], templates=(template,), checklists=())

    element = template_element(
        template,
        texts,
        naming(content.fields, language),
        content.site.languages,
        level=1,
    )
    path = f"{address(content.site, target.id, language)}index.html"
    return path, publication.page(
        "embed.html",
        path,
        language,
        target=target,
        words=Markup(tostring(element, encoding="unicode", method="html")),
        this=PageView(content, page),
        playbooks=publication.view(language),
    )
