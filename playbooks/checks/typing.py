"""Faults of typing that no rule can mend: the author must look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..languages.languages import LANGUAGES
from ..languages.typography import of
from ..model.pages import Page, Site
from ..model.places import Problem
from ..reading.prose import prose

# What a text of any language must not hold, and how to say so; a language has faults of its own.
HYPHEN = re.compile(r"\S+ - \S+")
HYPHENS = re.compile(r"\w+--\w+|\S+ -- ")
EVERYWHERE = (
    ("  ", re.compile(r"[^\s|]+ {2,}[^\s|]+"), "two spaces stand between words"),
    (" ,", re.compile(r"\w+ ,"), "a space stands before a comma"),
)
OWN_NAMES = re.compile("|".join(re.escape(language.own_name) for language in LANGUAGES.values()))


def check(site: Site) -> Iterator[Problem]:
    for page in (page for page in site.pages if not page.given):
        yield from page.once(check, lambda page=page: [*_page(page), *_quotes(page)])  # type: ignore[misc]


def _page(page: Page) -> Iterator[Problem]:
    for place, text in prose(page):
        text = OWN_NAMES.sub("0", text)
        for held, pattern, sentence in _faults(page.language):
            if held in text and (match := pattern.search(text)):
                yield Problem(place, f"{sentence} (“{match[0].strip()}”)", "typing")


@cache
def _faults(language: str) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """What every such fault holds ("" where that is not one text), its pattern, and how to say it."""
    dash = of(language).dash
    dashes = (
        (" - ", HYPHEN, f"a hyphen stands for a dash; type {dash}"),
        ("--", HYPHENS, f"two hyphens stand for a dash; type {dash}"),
    )
    return (*dashes, *EVERYWHERE, *(("", *fault) for fault in LANGUAGES[language].faults))


def _quotes(page: Page) -> Iterator[Problem]:
    """Quotation marks that open must close within the paragraph of a template."""
    opening, closing = (mark.strip() for mark in of(page.language).outer)
    for template in page.templates:
        for paragraph in template.body:
            if paragraph.text.count(opening) != paragraph.text.count(closing):
                yield Problem(paragraph.place, "a quotation mark is not closed in this paragraph", "quotation")
