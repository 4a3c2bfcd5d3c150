"""/embed/<id>/, /fr/embed/<id>/ …: one template without the site around it, for a frame in a wiki."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import tostring

from markupsafe import Markup

from .catalog import find_template
from .elements import template_element
from .languages import LANGUAGES, prefix
from .permalinks import Way, redirect, successions
from .places import EMBED
from .register import Register
from .rendering import Publication
from .strings import strings
from .targets import Target, templates
from .view import PageView, SiteView


def embeds(publication: Publication, register: Register) -> Iterator[tuple[str, str]]:
    """(path, HTML) for every template in every language, old ids included."""
    known = templates(publication.content.site)
    for target in known.values():
        for language in target.pages:
            yield _embed(publication, target, language)
    for entry, final in successions(register, known, {}):
        for language in known[final].pages if entry.kind == "template" else ():
            way = Way(LANGUAGES[language], address(final, language), known[final].title(language))
            yield redirect(publication, address(entry.id, language), way)


def address(identifier: str, language: str) -> str:
    return f"{prefix(language)}{EMBED}/{identifier}/"


def _embed(publication: Publication, target: Target, language: str) -> tuple[str, str]:
    content, texts = publication.content, strings(language)
    template = find_template(target.pages[language], target.id)
    # the panel of blanks and the data in the page are those of this template alone
    page = replace(target.pages[language], templates=(template,), checklists=())

    def text(key: str, name: str) -> str:
        field = content.fields.get(name)
        return str(getattr(field, key).get(language, name)) if field else name

    element = template_element(
        template,
        texts,
        lambda name: text("label", name),
        content.site.languages,
        lambda name: text("example", name),
        level=1,
    )
    path = f"{address(target.id, language)}index.html"
    return path, publication.page(
        "embed.html",
        path,
        language,
        target=target,
        words=Markup(tostring(element, encoding="unicode", method="html")),
        this=PageView(content, page),
        playbooks=SiteView(content, language, publication.scripts),
    )
