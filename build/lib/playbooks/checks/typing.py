"""Faults of typing that no rule can mend: the author must look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.pages import Page, Site
from ..model.places import Problem
from ..reading.prose import prose

# What a text of any language must not hold, and how to say so.
EVERYWHERE = (
    (re.compile(r"(?<!\S)\S++ - \S+"), "a hyphen stands for a dash; type – (or — in Ukrainian)"),
    (re.compile(r"(?<![^\s|])[^\s|]++ {2,}[^\s|]+"), "two spaces stand between words"),
    (re.compile(r"(?<!\w)\w++ ,"), "a space stands before a comma"),
    (
        re.compile(r"\((?:e|s|ne|la|ла|а)\)|·e\b|/ла\b|/а\b"),
        "the reader would have to pick a form; write {he|she|we} forms",
    ),
    (re.compile(r"(?<!\w)\w++--\w+|(?<!\S)\S++ -- "), "two hyphens stand for a dash; type –"),
)
BY_LANGUAGE = {
    "en": ((re.compile(r"[а-яіїєґ]", re.IGNORECASE), "a Cyrillic letter stands in an English text"),),
    "fr": ((re.compile(r"[а-яіїєґ]", re.IGNORECASE), "a Cyrillic letter stands in a French text"),),
    "uk": (
        (re.compile(r"[ёъыэ]", re.IGNORECASE), "this letter is not Ukrainian"),
        (
            re.compile(r"(?<!\w)\w*?(?:[а-яіїєґ][a-z]|[a-z][а-яіїєґ])\w*", re.IGNORECASE),
            "a Latin letter stands inside a Ukrainian word",
        ),
        (re.compile(r"(?<=\S)[ \u00a0]–(?=\s)"), "the Ukrainian dash is —"),
    ),
}
ONE_OF_EACH = {"fr": ("«", "»"), "uk": ("«", "»"), "en": ("“", "”")}
OWN_NAMES = re.compile("English|Français|Українська")


def check(site: Site) -> Iterator[Problem]:
    for page in site.pages:
        for place, text in prose(page):
            text = OWN_NAMES.sub("0", text)
            for pattern, sentence in EVERYWHERE + BY_LANGUAGE.get(page.language, ()):
                if match := pattern.search(text):
                    yield Problem(place, f"{sentence} (“{match[0].strip()}”)")
        yield from _quotes(page)


def _quotes(page: Page) -> Iterator[Problem]:
    """Quotation marks that open must close within the paragraph of a template."""
    opening, closing = ONE_OF_EACH[page.language]
    for template in page.templates:
        for paragraph in template.body:
            if paragraph.text.count(opening) != paragraph.text.count(closing):
                yield Problem(paragraph.place, "a quotation mark is not closed in this paragraph")
