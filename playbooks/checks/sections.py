"""The sections of a playbook come in one order: what is needed today first, the reasons after it.

A site may leave sections out and have others between; those that it has keep their order. A language that differs
from the others is told by `parity`; this finds what all have done alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.pages import Page, Site
from ..model.places import Problem

CHECKLIST = "{slug}-checklist"
ORDER = (
    "first-five-minutes",
    "words",
    CHECKLIST,
    "when-to-use-it",
    "steps",
    "what-not-to-say",
    "what-comes-next",
)


def check(site: Site) -> Iterator[Problem]:
    for page in site.pages:
        if page.is_playbook and not page.given:
            yield from _page(page)


def _page(page: Page) -> Iterator[Problem]:
    """The first section that stands below one that follows it."""
    order = [name.replace("{slug}", page.slug) for name in ORDER]
    last = None
    for heading in page.headings:
        if heading.id not in order:
            continue
        if last and order.index(heading.id) < order.index(str(last.id)):
            own = ", ".join(name for name in order if any(other.id == name for other in page.headings))
            first = next(
                other
                for other in page.headings
                if other.id in order and order.index(other.id) > order.index(heading.id)
            )
            sentence = f"move the section {heading.id} up, above {first.id} at {first.place}; the order is {own}"
            yield Problem(heading.place, sentence, "section-order")
            return
        last = heading
