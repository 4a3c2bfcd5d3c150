"""Phrases that the checks of tone look for, by language: data/tone.yml.

en: {sorry: [regular expressions], vague: [regular expressions], first_person: [words]}
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..languages.languages import LANGUAGES
from ..model.places import Problem
from ..reading.plain_yaml import read_file
from ..reading.shapes import TEXT, ByLanguage, Key, ListOf, Pattern, Record, faults_of, is_sound, problems_of

PATTERNS = Key(ListOf(Pattern(), "a list of regular expressions, such as ['one', 'another']"))
ROW = Record("", {"sorry": PATTERNS, "vague": PATTERNS, "first_person": Key(ListOf(TEXT))})
SHAPE = ByLanguage(ROW, "lines of a language and its lists, such as en: {sorry: […]}")


@dataclass(frozen=True)
class Tone:
    """Phrases of one language. `sorry` and `vague` are regular expressions, `first_person` words."""

    sorry: tuple[str, ...]
    vague: tuple[str, ...]
    first_person: tuple[str, ...]


def read_tone(path: Path, shown_path: str) -> tuple[dict[str, Tone], list[Problem]]:
    """Phrases by language, from YAML: en: {sorry: […], vague: […], first_person: […]}."""
    file = read_file(path, shown_path)
    if file.root is None or file.value is None:
        return {}, list(file.problems)
    faults = faults_of(SHAPE, file.root)
    tones: dict[str, Tone] = {}
    for key, node in file.root.value if isinstance(file.value, dict) else ():
        row = file.value.get(key.value)
        if key.value in LANGUAGES and row and is_sound(faults_of(ROW, node)):
            tones[key.value] = Tone(**{name: tuple(map(str, row.get(name) or ())) for name in ROW.keys})
    return tones, problems_of(faults, shown_path)
