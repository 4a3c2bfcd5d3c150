"""Which state of the other languages each paragraph follows: data/agreed/<path of the page or data file>.txt.

    [steps]
    step en=1f0c9a3e fr=5b1d77c2 uk=0a11bc2d · Find the solution before …
    step en=77c21f0c fr=9a3e5b1d fr<en=12345678 uk=bc2d0a11 · Agree it with …

A row is a paragraph in all languages. `en=` is the state of the English words, eight digits made of them, when
somebody last said that they were read against the others; `fr<en=` an older English state that the French words
still follow. Nobody writes these files by hand: `python -m playbooks agree` does. A site without the folder is
asked for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..model.places import Place, Problem

FOLDER = "agreed"
COMMAND = "python -m playbooks agree"
HEAD = f"# Which words of the other languages each paragraph follows; {COMMAND} writes this file"
GROUP = re.compile(r"\[(?P<name>[^\[\]]+)\]")
ROW = re.compile(r"(?P<label>[\w.-]+)(?P<states>(?: [a-z]{2}(?:<[a-z]{2})?=[0-9a-f]{8})+)(?: · ?(?P<words>.*))?")
STATE = re.compile(r"(?P<own>[a-z]{2})(?:<(?P<other>[a-z]{2}))?=(?P<state>[0-9a-f]{8})")


@dataclass(frozen=True)
class Row:
    """`states` by language; `older` by (who follows, whom): what somebody who is behind still follows."""

    label: str
    states: Mapping[str, str]
    older: Mapping[tuple[str, str], str] = field(default_factory=dict)
    words: str = ""

    def followed(self, language: str, other: str) -> str | None:
        """The state of another language that the words of one follow."""
        return self.older.get((language, other), self.states.get(other))


Sheet = Mapping[str, Sequence[Row]]
"""The rows of a page, or of a data file, by group."""


@dataclass(frozen=True)
class Agreed:
    """The sheets by path of the page; None: nobody has ever agreed to anything here."""

    sheets: Mapping[str, Sheet] | None = None
    problems: tuple[Problem, ...] = ()


def read_agreed(folder: Path, shown_folder: str) -> Agreed:
    """All sheets below the folder. What cannot be read is a problem, and counts as never agreed."""
    if not folder.is_dir():
        return Agreed()
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    for path in sorted((*folder.rglob("*.md.txt"), *folder.glob("*.yml.txt"))):
        name = path.relative_to(folder).as_posix()
        try:
            sheet, line = parse(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            sheet, line = {}, 1
        if line:
            sentence = f"this line is not of {COMMAND}; after a merge, take either side and run it again"
            problems.append(Problem(Place(f"{shown_folder}/{name}", line), sentence, "agreed-file"))
        sheets[page_path(name)] = sheet
    return Agreed(sheets, tuple(problems))


def sheet_path(path: str) -> str:
    """The file of a page, or of a data file, in the folder."""
    return f"{path}.txt"


def page_path(name: str) -> str:
    return name.removesuffix(".txt")


def parse(text: str) -> tuple[Sheet, int]:
    """The rows, and the number of the first line that cannot be read (0: all can)."""
    groups: dict[str, list[Row]] = {}
    rows: list[Row] | None = None
    wrong = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if group := GROUP.fullmatch(line):
            rows = groups.setdefault(group["name"], [])
        elif rows is not None and (found := ROW.fullmatch(line)):
            rows.append(_row(found))
        else:
            wrong = wrong or number
    return groups, wrong


def _row(found: re.Match[str]) -> Row:
    states: dict[str, str] = {}
    older: dict[tuple[str, str], str] = {}
    for state in STATE.finditer(found["states"]):
        if state["other"]:
            older[state["own"], state["other"]] = state["state"]
        else:
            states[state["own"]] = state["state"]
    return Row(found["label"], states, older, found["words"] or "")


def written(sheet: Sheet) -> str:
    """The text of the file."""
    lines = [HEAD]
    for name, rows in sheet.items():
        lines += ["", f"[{name}]", *map(_line, rows)]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    out = [row.label]
    for language, state in row.states.items():
        out.append(f"{language}={state}")
        out += [f"{own}<{other}={old}" for (own, other), old in sorted(row.older.items()) if own == language]
    return " ".join(out) + (f" · {row.words}" if row.words else "")
