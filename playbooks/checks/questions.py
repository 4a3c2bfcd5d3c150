"""What readers type leads to pages that exist, and a page that has phrases has them in every language."""

from __future__ import annotations

from collections.abc import Iterator

from ..data.questions import Questions
from ..model.pages import Site
from ..model.places import Problem


def check(site: Site, questions: Questions) -> Iterator[Problem]:
    known = set(site.paths())
    for path, place in questions.places.items():
        name = path.removesuffix(".md")
        if path not in known:
            yield Problem(place, f"there is no page {path} for these phrases to lead to", "phrases")
        for language in site.languages:
            if not questions.asked.get(language, {}).get(path):
                yield Problem(
                    place, f"{name} has no phrases in {language}; write {language}: [one, another]", "phrases"
                )
