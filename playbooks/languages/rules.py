"""Reads the rules of a stemmer out of its script; the twin of ``stem.js``.

The rules stand once, in the script the browser runs, and are read from there: a copy cannot
drift. Their form is described in ``stem.js``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

Rule = tuple[re.Pattern[str], list[str]]


@dataclass(slots=True)
class Rules:
    """The sections of a text of rules, and its lists of words."""

    sections: dict[str, list[Rule]] = field(default_factory=dict)
    words: list[list[str]] = field(default_factory=list)

    def __getitem__(self, name: str) -> list[Rule]:
        """Return the rules of one section."""
        return self.sections[name]


def read(text: str) -> Rules:
    """Read a text of rules."""
    names: dict[str, str] = {}
    out = Rules()
    into = ""
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        if line[0] == "@":
            into = line[1:]
            out.sections[into] = []
            continue
        if into == "words":
            out.words.append([word for word in line.split(" ") if word])
            continue
        left, _, right = line.partition(" ")
        if into == "let":
            names[left] = right
            continue
        left = re.sub("[A-Z<]", lambda name: names.get(name[0], name[0]), left)
        start = "^(?:" if into == "whole" else "(?:"
        makes = [re.sub(r"\$(\d)", r"\\g<\1>", make) for make in right.split("|")]
        out.sections[into].append((re.compile(f"{start}{left})$"), makes))
    return out


def load(twin: str) -> Rules:
    """Read the rules of the stemmer in whose folder `twin` stands: the text between ``String.raw`` backticks."""
    script = Path(twin).with_suffix(".js")
    found = re.search(r"String\.raw`\n(.*?)`", script.read_text("utf-8"), re.DOTALL)
    if not found:
        raise ValueError(f"{script.name}: no rules")
    return read(found[1])


# One byte for each Cyrillic letter; j, n, v, w and the names in capitals keep their meaning.
LETTERS = "абвгдежзиійклмнопрстуфхцчшщьюяєї"
BYTES = "abcdefghiklmopqrstuxyzABDFGHIJKL"


def _fewer_bytes(rules: re.Match[str]) -> str:
    """Drop comments; write Cyrillic rules in one byte a letter, with the code that reads them."""
    text = re.sub("^#.*\n", "", rules[0], flags=re.MULTILINE)
    if not re.search(f"[{LETTERS}]", text):
        return text
    text = text.translate(str.maketrans(LETTERS, BYTES))
    return f'{text}.replace(/@.*|[{BYTES}]/g, c => c[1] ? c : "{LETTERS}"["{BYTES}".indexOf(c)])'


def compact(source: str) -> str:
    """Return a stemmer's script with its rules as they are served."""
    return re.sub("String.raw`[^`]*`", _fewer_bytes, source)


def step(rules: list[Rule], word: str, least: int) -> list[str] | None:
    """Apply the first rule that fits and leaves *least* letters; None if none does."""
    for pattern, makes in rules:
        found = pattern.search(word)
        if not found:
            continue
        start = word[: found.start()]
        made = [new for make in makes if len(new := start + found.expand(make)) >= least]
        if made:
            return made
    return None


def then(rules: list[Rule], words: list[str], least: int = 2) -> list[str]:
    """Apply a section to each word; a word no rule fits stays as it is."""
    return [new for word in words for new in step(rules, word, least) or [word]]
