"""The keys of one language.yml, read one after the other; what is wrong becomes a sentence with file and key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any


@dataclass
class Faults:
    """What is wrong with one file: `file` begins every sentence."""

    file: str
    sentences: list[str] = field(default_factory=list)

    def say(self, key: str, sentence: str) -> None:
        self.sentences.append(f"{self.file}: {key}: {sentence}" if key else f"{self.file}: {sentence}")


class Keys:
    """A mapping of the file. Each method takes a key and gives its value, or what stands for a missing one."""

    def __init__(self, values: object, faults: Faults, above: str = "") -> None:
        self.faults = faults
        self.above = above
        self.asked: list[str] = []
        if not isinstance(values, Mapping):
            faults.say(above.rstrip("."), "there must be lines of key: value")
        self.values: Mapping[Any, Any] = values if isinstance(values, Mapping) else {}

    def say(self, key: str, sentence: str) -> None:
        self.faults.say(self.above + key, sentence)

    def _take(self, key: str, kind: type, shape: str, needed: bool = False) -> Any:
        self.asked.append(key)
        value = self.values.get(key)
        if value is None:
            if needed:
                self.say(key, f"is missing; it must be {shape}")
        elif not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.say(key, f"must be {shape}")
            return None
        return value

    def text(self, key: str, needed: bool = False) -> str:
        return self._take(key, str, "a text", needed) or ""

    def number(self, key: str) -> int | None:
        value: int | None = self._take(key, int, "a number above 0")
        if value is not None and value < 1:
            self.say(key, "must be a number above 0")
            return None
        return value

    def flag(self, key: str) -> bool:
        return bool(self._take(key, bool, "true or false"))

    def choice(self, key: str, known: Sequence[str]) -> str:
        value = self.text(key)
        if value and value not in known:
            self.say(key, f"“{value}” is not one of {', '.join(known)}")
        return value if value in known else known[0]

    def texts(self, key: str) -> tuple[str, ...]:
        rows = self._take(key, list, "a list of texts") or []
        if not all(isinstance(row, str) for row in rows):
            self.say(key, "must be a list of texts; put those that look like numbers or true in quotes")
        return tuple(row for row in rows if isinstance(row, str))

    def pair(self, key: str) -> tuple[str, str] | None:
        rows = self.texts(key)
        if rows and len(rows) != 2:
            self.say(key, "must be two texts: [“, ”]")
        return (rows[0], rows[1]) if len(rows) == 2 else None

    def mapping(self, key: str) -> dict[str, str]:
        rows = self._take(key, dict, "lines of key: text") or {}
        for name, value in rows.items():
            if not isinstance(value, str):
                self.say(f"{key}.{name}", "must be a text")
        return {str(name): value for name, value in rows.items() if isinstance(value, str)}

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Lists of texts by name."""
        found: dict[str, tuple[str, ...]] = {}
        for name, row in (self._take(key, dict, "lines of name: [texts]") or {}).items():
            if isinstance(row, list) and all(isinstance(text, str) for text in row):
                found[str(name)] = tuple(row)
            else:
                self.say(f"{key}.{name}", "must be a list of texts")
        return found

    def joins(self, key: str) -> dict[str, list[list[str]]]:
        """Rows of what stands before, what follows, and a word, by name; the first two are patterns."""
        found: dict[str, list[list[str]]] = {}
        for name, rows in (self._take(key, dict, "lines of name: rows") or {}).items():
            for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
                if not (isinstance(row, list) and len(row) == 3 and all(isinstance(text, str) for text in row)):
                    self.say(f"{key}.{name}", f"row {number} must be [before, after, word]")
                elif fault := _no_pattern(row[:2]):
                    self.say(f"{key}.{name}", f"row {number} is no pattern: {fault}")
                else:
                    found.setdefault(str(name), []).append(row)
        return found

    def patterns(self, key: str, expand: Callable[[str], str] = str) -> list[tuple[str, str]]:
        """Rows of a pattern and a text, as they are written; `expand` makes a pattern of what is written."""
        found: list[tuple[str, str]] = []
        for number, row in enumerate(self._take(key, list, "a list of [pattern, text]") or [], 1):
            if not (isinstance(row, list) and len(row) == 2 and all(isinstance(text, str) for text in row)):
                self.say(key, f"row {number} must be [pattern, text]")
                continue
            try:
                re.compile(expand(row[0]))
            except re.error as error:
                self.say(key, f"row {number} is no pattern: {error}")
                continue
            found.append((row[0], row[1]))
        return found

    def part(self, key: str) -> Keys | None:
        """A mapping below; None without one."""
        self.asked.append(key)
        return Keys(self.values[key], self.faults, f"{self.above}{key}.") if key in self.values else None

    def end(self) -> None:
        """What nobody has asked for is misspelt."""
        for key in self.values:
            if key not in self.asked:
                near = get_close_matches(str(key), self.asked, 1)
                self.say(str(key), "is no key of a language" + (f"; did you mean {near[0]}?" if near else ""))


def _no_pattern(texts: Sequence[str]) -> str:
    """Why one of them is no regular expression; "" where all are."""
    for text in texts:
        try:
            re.compile(text)
        except re.error as error:
            return str(error)
    return ""
