"""One word per idea: words that the glossary rejects stand in no page and no template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..data.glossary import Term
from ..model.pages import Site
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
        for page in site.pages_of(language):
            for place, text in () if page.given else prose(page):
                for match in pattern.finditer(text):
                    wanted = better[match[0].casefold()]
                    yield Problem(
                        place, f"“{match[0]}” is not our word; the glossary says “{wanted}”", "glossary-word"
                    )
