"""One word per idea: the terms of each language, their synonyms for search, and rejected words.

data/glossary.yml:

    - id: deadline
      en: {term: deadline, synonyms: [due date, time limit]}
      fr: {term: échéance, synonyms: [date limite], rejected: [deadline]}
      uk: {term: термін, synonyms: [дедлайн, строк], rejected: [дедлайн, дедлайну]}

    - en: [boss, manager, superior]

A list without an id holds words of readers that mean the same and of which none is ours. A rejected
word may not stand in pages or templates of its language; readers may still search for it when it is a
synonym too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..model.places import Place, Problem
from ..reading.plain_yaml import line_of, read_file
from ..reading.shapes import TEXT, ByLanguage, Fault, Key, ListOf, Record, faults_of, is_sound, problems_of

LIST = "the glossary must be a list; begin each entry with - id: …"
WORDS = "a list of texts, such as [one, another]; put yes and no in quotes"
TERM = Record(
    "the glossary entry {id}",
    {"id": Key(TEXT, "a glossary entry needs an id", needed=True)},
    otherwise=LIST,
    languages=Record(
        "",
        {"term": Key(TEXT), "synonyms": Key(ListOf(TEXT, WORDS)), "rejected": Key(ListOf(TEXT, WORDS))},
    ),
)
GROUP = ByLanguage(ListOf(TEXT, WORDS))


@dataclass(frozen=True)
class Term:
    """Of words that readers type and we do not the `id` is "", and the first one stands for `term`."""

    id: str
    language: str
    term: str
    synonyms: tuple[str, ...]
    rejected: tuple[str, ...]


def read_glossary(path: Path, languages: Sequence[str], shown_path: str) -> tuple[tuple[Term, ...], list[Problem]]:
    """The terms of the site's languages, and what is wrong with the file."""
    file = read_file(path, shown_path)
    if file.root is None:
        return (), list(file.problems)
    if not isinstance(file.value, list | None):
        return (), [Problem(Place(shown_path, 1), LIST, "data-shape")]
    terms: list[Term] = []
    faults: list[Fault] = []
    nodes = file.root.value if isinstance(file.root, yaml.SequenceNode) else ()
    for node, row in zip(nodes, file.value or (), strict=True):
        if _is_group(node):
            found = faults_of(GROUP, node, languages, "the words that mean the same")
            if is_sound(found):
                terms += _groups(row, languages)
            faults += found
            continue
        found = faults_of(TERM, node, languages)
        if is_sound(found):
            terms += _terms(row, languages)
            missing = [language for language in languages if not (row.get(language) or {}).get("term")]
            sentence = f"the glossary entry {row['id']} has no term in"
            found += [Fault(line_of(node), f"{sentence} {language}") for language in missing]
        faults += found
    return tuple(terms), problems_of(faults, shown_path)


def _terms(row: Mapping[str, Any], languages: Sequence[str]) -> Iterator[Term]:
    """The terms of one entry that has its shape."""
    for language in languages:
        entry = row.get(language) or {}
        if entry.get("term"):
            synonyms, rejected = (tuple(map(str, entry.get(key) or ())) for key in ("synonyms", "rejected"))
            yield Term(str(row["id"]), language, str(entry["term"]), synonyms, rejected)


def _is_group(node: yaml.Node) -> bool:
    """Whether an entry is lists of words by language, and no idea with a term."""
    rows = node.value if isinstance(node, yaml.MappingNode) else ()
    return bool(rows) and all(isinstance(value, yaml.SequenceNode) for _, value in rows)


def _groups(row: Mapping[str, Any], languages: Sequence[str]) -> Iterator[Term]:
    for language in languages:
        if words := [str(word) for word in row.get(language) or ()]:
            yield Term("", language, words[0], tuple(words[1:]), ())
