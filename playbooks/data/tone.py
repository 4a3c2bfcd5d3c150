"""Phrases that the checks of tone look for, by language: data/tone.yml.

en: {sorry: [regular expressions], vague: [regular expressions], first_person: [words]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.places import Place, Problem
from ..reading.plain_yaml import are_texts, read_file

KEYS = ("sorry", "vague", "first_person")


@dataclass(frozen=True)
class Tone:
    """Phrases of one language. `sorry` and `vague` are regular expressions, `first_person` words."""

    sorry: tuple[str, ...]
    vague: tuple[str, ...]
    first_person: tuple[str, ...]


def read_tone(path: Path, shown_path: str) -> tuple[dict[str, Tone], list[Problem]]:
    """Phrases by language, from YAML: en: {sorry: […], vague: […], first_person: […]}."""
    _, tree, problems = read_file(path, shown_path)
    tones: dict[str, Tone] = {}
    for language, row in tree.items() if isinstance(tree, Mapping) else ():
        faults = list(_faults(row))
        problems += [Problem(Place(shown_path, 1), f"{language}: {fault}") for fault in faults]
        if not faults:
            tones[language] = Tone(**{key: tuple(map(str, row.get(key, ()))) for key in KEYS})
    return tones, problems


def _faults(row: object) -> Iterator[str]:
    """What is wrong with the phrases of one language."""
    if not isinstance(row, Mapping) or not all(are_texts(row.get(key, [])) for key in KEYS):
        yield f"write lists under {', '.join(KEYS)}"
        return
    for pattern in (*row.get("sorry", ()), *row.get("vague", ())):
        try:
            re.compile(str(pattern))
        except re.error as error:
            yield f"“{pattern}” is not a regular expression ({error})"
