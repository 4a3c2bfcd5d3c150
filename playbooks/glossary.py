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

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .blocks import Fence, scan
from .model import Page, Place, Problem, Site
from .plain_yaml import lines_of, read_file

MARKUP = re.compile(r"(?<=\])\([^)]{0,1000}\)|(?<!\s)\s*+\{:?\s*[#.][^{}]*\}|<[^<>]*>")
STAND_IN = re.compile(r"\{[^{}|]*\}|`+[^`]*`+")  # blanks and code


@dataclass(frozen=True)
class Term:
    id: str
    language: str
    term: str
    synonyms: tuple[str, ...]
    rejected: tuple[str, ...]


def read_glossary(path: Path, languages: Sequence[str], shown_path: str) -> tuple[tuple[Term, ...], list[Problem]]:
    source, rows, problems = read_file(path, shown_path)
    lines = lines_of(source)
    terms: list[Term] = []
    if not isinstance(rows, list | None) or not all(isinstance(row, Mapping) for row in rows or ()):
        sentence = "the glossary must be a list; begin each entry with - id: …"
        return (), [*problems, Problem(Place(shown_path, 1), sentence)]
    for row in rows or ():
        line = lines.get(f"id: {row.get('id')}", 1)
        for language in languages:
            entry = row.get(language)
            if not isinstance(entry, Mapping) or not entry.get("term"):
                sentence = f"the glossary entry {row.get('id')} has no term in {language}"
                problems.append(Problem(Place(shown_path, line), sentence))
                continue
            synonyms, rejected = (tuple(map(str, entry.get(key, ()))) for key in ("synonyms", "rejected"))
            terms.append(Term(str(row.get("id")), language, str(entry["term"]), synonyms, rejected))
    return tuple(terms), problems


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
            for place, text in prose(page):
                for match in pattern.finditer(text):
                    wanted = better[match[0].casefold()]
                    yield Problem(place, f"“{match[0]}” is not our word; the glossary says “{wanted}”")


def prose(page: Page) -> Iterator[tuple[Place, str]]:
    """Lines that readers read, without code, addresses, ids and blanks; front matter included."""
    for key in ("title", "situation", "description", "time", "who", "channel"):
        if isinstance(value := page.meta.get(key), str):
            yield page.place, value
    for template in page.templates:
        yield template.place, template.title
        if template.subject:
            yield template.place, _bare(template.subject)
        for paragraph in template.body:
            yield paragraph.place, _bare(paragraph.text)
    lines = page.text.split("\n")
    for block in scan(page.text):
        if isinstance(block, Fence):
            continue
        for at, line in enumerate(lines[block.start - 1 : block.end]):
            yield Place(page.place.path, block.start + at + page.offset), _bare(line)


def _bare(text: str) -> str:
    return MARKUP.sub("", STAND_IN.sub("0", text))
