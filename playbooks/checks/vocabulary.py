"""One word per idea: words that the glossary rejects stand in no page and no template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from ..data.glossary import Term
from ..model.pages import Page, Site
from ..model.places import Problem
from ..reading.prose import prose


def check(site: Site, terms: Sequence[Term]) -> Iterator[Problem]:
    """Rejected words in pages: everything but code, addresses and other fences than templates."""
    for language in site.languages:
        better = {
            word.casefold(): term.term for term in terms if term.language == language for word in term.rejected
        }
        if not better:
            continue
        words = "|".join(re.escape(word) for word in sorted(better, key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w’'-])(?:{words})(?![\w’'-])", re.IGNORECASE)
        for page in (page for page in site.pages_of(language) if not page.given):
            key = (check, tuple(better.items()))
            yield from page.once(key, partial(_page, page, pattern, better))


def _page(page: Page, pattern: re.Pattern[str], better: Mapping[str, str]) -> list[Problem]:
    found = [(place, match[0]) for place, text in prose(page) for match in pattern.finditer(text)]
    sentence = "“{}” is not our word; the glossary says “{}”"
    return [
        Problem(place, sentence.format(word, better[word.casefold()]), "glossary-word") for place, word in found
    ]
