"""What readers type: phrases that lead to a page, words that mean the same, words to ignore.

data/search.yml:

    ignored: {en: [how, what, …], …}
    synonyms: {en: [[boss, manager], …], …}
    pages:
      playbooks/own-a-mistake:
        en: [we screwed up, our fault]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model.identifiers import is_path, shown
from ..model.places import Place, Problem
from ..reading.plain_yaml import read_file
from .lines import of_keys

Phrases = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Questions:
    """By language: `asked` maps the path of a page to phrases, `synonyms` are groups. `places` says where the
    phrases of a page stand."""

    asked: Mapping[str, Phrases] = field(default_factory=dict)
    synonyms: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    ignored: Phrases = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


def read_questions(path: Path, shown_path: str) -> tuple[Questions, list[Problem]]:
    """What readers type, and what is wrong with the file; without it nothing is known beforehand."""
    source, data, problems = read_file(path, shown_path)
    if data is None:
        return Questions(), problems
    if not isinstance(data, Mapping):
        sentence = "the file needs ignored:, synonyms: and pages:"
        return Questions(), [*problems, Problem(Place(shown_path, 1), sentence)]
    lines = of_keys(source, "pages")
    asked: dict[str, dict[str, list[str]]] = {}
    places: dict[str, Place] = {}
    for name, languages in _mapping(data.get("pages")).items():
        place = Place(shown_path, lines.get(str(name), 1))
        if not is_path(str(name)):
            problems.append(
                Problem(place, f"“{shown(str(name))}” is no name of a page; write playbooks/some-name")
            )
            continue
        places[f"{name}.md"] = place
        for language, phrases in _mapping(languages).items():
            asked.setdefault(str(language), {})[f"{name}.md"] = _phrases(phrases)
    synonyms = {
        str(language): [_phrases(group) for group in groups]
        for language, groups in _mapping(data.get("synonyms")).items()
        if isinstance(groups, list)
    }
    ignored = {str(language): str(text).split() for language, text in _mapping(data.get("ignored")).items()}
    return Questions(asked, synonyms, ignored, places), problems


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _phrases(value: object) -> list[str]:
    return [str(phrase) for phrase in value] if isinstance(value, list) else []
