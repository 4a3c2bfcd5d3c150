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

import yaml

Phrases = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Questions:
    """By language: `asked` maps the path of a page to phrases, `synonyms` are groups."""

    asked: Mapping[str, Phrases] = field(default_factory=dict)
    synonyms: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    ignored: Phrases = field(default_factory=dict)


def read_questions(path: Path) -> Questions:
    """Read the file; without it nothing is known beforehand."""
    if not path.exists():
        return Questions()
    data = yaml.safe_load(path.read_text("utf-8")) or {}
    asked: dict[str, dict[str, list[str]]] = {}
    for page, languages in (data.get("pages") or {}).items():
        for language, phrases in languages.items():
            asked.setdefault(language, {})[f"{page}.md"] = [str(phrase) for phrase in phrases]
    synonyms = {
        language: [[str(phrase) for phrase in group] for group in groups]
        for language, groups in (data.get("synonyms") or {}).items()
    }
    ignored = {language: str(text).split() for language, text in (data.get("ignored") or {}).items()}
    return Questions(asked, synonyms, ignored)
