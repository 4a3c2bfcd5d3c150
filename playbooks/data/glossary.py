"""One word per idea: the terms of each language, their synonyms for search, and rejected words.

data/glossary.yml:

    - id: deadline
      en: {term: deadline, synonyms: [due date, time limit]}
      fr: {term: échéance, synonyms: [date limite], rejected: [deadline]}
      uk: {term: термін, synonyms: [дедлайн, строк], rejected: [дедлайн, дедлайну]}

A rejected word may not stand in pages or templates of its language; readers may still search
for it when it is a synonym too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.places import Place, Problem
from ..reading.plain_yaml import are_texts, is_text, read_file
from .lines import of_rows


@dataclass(frozen=True)
class Term:
    id: str
    language: str
    term: str
    synonyms: tuple[str, ...]
    rejected: tuple[str, ...]


def read_glossary(path: Path, languages: Sequence[str], shown_path: str) -> tuple[tuple[Term, ...], list[Problem]]:
    source, rows, problems = read_file(path, shown_path)
    terms: list[Term] = []
    if not isinstance(rows, list | None) or not all(isinstance(row, Mapping) for row in rows or ()):
        sentence = "the glossary must be a list; begin each entry with - id: …"
        return (), [*problems, Problem(Place(shown_path, 1), sentence)]
    for row, line in zip(rows, of_rows(source), strict=True) if rows else ():
        for language in languages:
            entry = row.get(language)
            if not isinstance(entry, Mapping) or not entry.get("term"):
                sentence = f"the glossary entry {row.get('id')} has no term in {language}"
                problems.append(Problem(Place(shown_path, line), sentence))
                continue
            lists = [entry.get(key, []) for key in ("synonyms", "rejected")]
            if not is_text(entry["term"]) or not all(map(are_texts, lists)):
                sentence = (
                    f"the glossary entry {row.get('id')} in {language} needs a text as its term, and lists of "
                    "texts such as synonyms: [one, another]; put yes and no in quotes"
                )
                problems.append(Problem(Place(shown_path, line), sentence))
                continue
            synonyms, rejected = (tuple(map(str, entry.get(key, ()))) for key in ("synonyms", "rejected"))
            terms.append(Term(str(row.get("id")), language, str(entry["term"]), synonyms, rejected))
    return tuple(terms), problems
