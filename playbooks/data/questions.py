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

import yaml

from ..model.identifiers import is_path, shown
from ..model.places import Place, Problem
from ..reading.plain_yaml import File, line_of, read_file
from ..reading.shapes import TEXT, ByLanguage, Key, ListOf, Record, Table, WordsOrList, faults_of, problems_of

Phrases = Mapping[str, Sequence[str]]
SHAPE = Record(
    "",
    {
        "ignored": Key(ByLanguage(WordsOrList())),
        "synonyms": Key(ByLanguage(ListOf(ListOf(TEXT), "a list of lists, such as [[boss, manager]]"))),
        "pages": Key(Table(ByLanguage(ListOf(TEXT)), "lines of the path of a page, and its phrases below")),
    },
    otherwise="the file needs ignored:, synonyms: and pages:",
)


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
    file = read_file(path, shown_path)
    if file.root is None or file.value is None:
        return Questions(), list(file.problems)
    problems = problems_of(faults_of(SHAPE, file.root), shown_path)
    data = _mapping(file.value)
    asked: dict[str, dict[str, list[str]]] = {}
    places: dict[str, Place] = {}
    lines = _lines(file)
    for name, languages in _mapping(data.get("pages")).items():
        place = Place(shown_path, lines.get(str(name), 1))
        if not is_path(str(name)):
            sentence = f"“{shown(str(name))}” is no name of a page; write playbooks/some-name"
            problems.append(Problem(place, sentence, "phrases"))
            continue
        places[f"{name}.md"] = place
        for language, phrases in _mapping(languages).items():
            asked.setdefault(str(language), {})[f"{name}.md"] = _phrases(phrases)
    synonyms = {
        str(language): [_phrases(group) for group in groups]
        for language, groups in _mapping(data.get("synonyms")).items()
        if isinstance(groups, list)
    }
    ignored = {
        str(language): [word for text in _phrases(words) for word in text.split()]
        for language, words in _mapping(data.get("ignored")).items()
    }
    return Questions(asked, synonyms, ignored, places), problems


def _lines(file: File) -> dict[str, int]:
    """Where each page stands below `pages`."""
    rows = file.root.value if isinstance(file.root, yaml.MappingNode) else ()
    for key, below in rows:
        if key.value == "pages" and isinstance(below, yaml.MappingNode):
            return {str(inner.value): line_of(inner) for inner, _ in below.value}
    return {}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _phrases(value: object) -> list[str]:
    """The texts of a list; what is no list was told, and counts as one text."""
    rows = value if isinstance(value, list) else [value]
    return [str(row) for row in rows if row is not None and not isinstance(row, list | Mapping)]
