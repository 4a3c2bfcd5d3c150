"""What readers type: phrases that lead to a page, words that mean the same, words to ignore.

data/search.yml:

    ignored: {en: [how, what, …], …}
    synonyms: {en: [[boss, manager], …], …}
    pages:
      playbooks/own-a-mistake:
        en: [we screwed up, our fault]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model.identifiers import is_path, shown
from ..model.pages import Site
from ..model.places import Place, Problem
from ..reading.plain_yaml import read_file
from .lines import of_keys

Phrases = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Questions:
    """By language: `asked` maps the path of a page to phrases, `synonyms` are groups."""

    asked: Mapping[str, Phrases] = field(default_factory=dict)
    synonyms: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    ignored: Phrases = field(default_factory=dict)


def read_questions(path: Path) -> Questions:
    """Read the file; without it nothing is known beforehand, nor of what `check` reports."""
    _, data, _ = read_file(path, path.name)
    if not isinstance(data, Mapping):
        return Questions()
    asked: dict[str, dict[str, list[str]]] = {}
    for page, languages in _mapping(data.get("pages")).items():
        for language, phrases in _mapping(languages).items():
            asked.setdefault(str(language), {})[f"{page}.md"] = _phrases(phrases)
    synonyms = {
        str(language): [_phrases(group) for group in groups]
        for language, groups in _mapping(data.get("synonyms")).items()
        if isinstance(groups, list)
    }
    ignored = {str(language): str(text).split() for language, text in _mapping(data.get("ignored")).items()}
    return Questions(asked, synonyms, ignored)


def check(site: Site, path: Path, shown_path: str) -> Iterator[Problem]:
    """Phrases lead to pages that exist, and each page that has some has them in every language."""
    source, data, problems = read_file(path, shown_path)
    yield from problems
    if problems or data is None:
        return
    if not isinstance(data, Mapping):
        yield Problem(Place(shown_path, 1), "the file needs ignored:, synonyms: and pages:")
        return
    known = set(site.paths())
    lines = of_keys(source, "pages")
    for page, languages in _mapping(data.get("pages")).items():
        place = Place(shown_path, lines.get(str(page), 1))
        name = shown(str(page))
        if not is_path(str(page)):
            yield Problem(place, f"“{name}” is no name of a page; write playbooks/some-name")
            continue
        if f"{page}.md" not in known:
            yield Problem(place, f"there is no page {name}.md for these phrases to lead to")
        for language in site.languages:
            if not _phrases(_mapping(languages).get(language)):
                yield Problem(place, f"{name} has no phrases in {language}; write {language}: [one, another]")


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _phrases(value: object) -> list[str]:
    return [str(phrase) for phrase in value] if isinstance(value, list) else []
