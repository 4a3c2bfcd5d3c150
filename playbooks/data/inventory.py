"""What the data files held when the languages were last read against each other: data/agreed/data.txt.

An entry that vanishes takes its checks, its search words or its announcement along, and nothing else would say
so. Names of entries and of their keys are kept, and the phrases that checks look for; what they say may change
at will. `python -m playbooks agree data/tone.yml` says that something is meant to be gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from ..model.identifiers import shown
from ..model.places import Place, Problem
from ..reading.plain_yaml import line_of, read_file

NAME = "data.txt"
FILES = ("fields.yml", "glossary.yml", "tone.yml", "changes.yml", "search.yml")
REGISTER = "register.yml"
PHRASES = ("rejected", "sorry", "vague", "first_person")  # lists whose every item is looked for
HEAD = "# What the data files held when they were last agreed; python -m playbooks agree writes this file"
GROUP = re.compile(r"\[(?P<name>[\w.-]+)\]")

Inventory = Mapping[str, Mapping[str, int]]
"""By file: the names of what it holds, with the lines where they stand."""


@dataclass(frozen=True)
class Held:
    """What was agreed, what there is, which files could not be read, and the last lines of the others."""

    before: Inventory
    now: Inventory
    unread: frozenset[str] = frozenset()
    ends: Mapping[str, int] = field(default_factory=dict)


def read_held(folder: Path, agreed: Path) -> Held:
    """`folder` is that of the data files, `agreed` the record."""
    before = parse(agreed.read_text("utf-8", "replace")) if agreed.is_file() else {}
    now: dict[str, Mapping[str, int]] = {}
    unread: set[str] = set()
    ends: dict[str, int] = {}
    if (folder / REGISTER).is_file():
        now[REGISTER] = {}  # it has seals of its own
    for name in FILES:
        file = read_file(folder / name, name)
        if file.problems:
            unread.add(name)
        elif (folder / name).is_file():
            now[name] = _each_once(_names(file.root)) if file.root is not None else {}
            ends[name] = (folder / name).read_bytes().count(b"\n")
    return Held(before, now, frozenset(unread), ends)


def _each_once(names: Iterator[tuple[str, int]]) -> dict[str, int]:
    """The names with their lines; one that comes again is numbered."""
    found: dict[str, int] = {}
    for name, line in names:
        number = 1
        while (own := name if number == 1 else f"{name} ({number})") in found:
            number += 1
        found[own] = line
    return found


def _names(root: yaml.Node) -> Iterator[tuple[str, int]]:
    """Entries by their ids or keys, then the keys of each."""
    rows = root.value if isinstance(root, yaml.CollectionNode) else ()
    for row in rows:
        key, node = row if isinstance(row, tuple) else (None, row)
        name = str(key.value) if key is not None else called(node)
        yield name, line_of(key or node)
        for inner, child in node.value if isinstance(node, yaml.MappingNode) else ():
            if inner.value == "id":
                continue
            path = f"{name}.{inner.value}"
            yield path, line_of(inner)
            yield from _phrases(path, str(inner.value), child)
            for deep, below in child.value if isinstance(child, yaml.MappingNode) else ():
                yield from _phrases(f"{path}.{deep.value}", str(deep.value), below)


def called(node: yaml.Node) -> str:
    """The name of an entry of a list: its id, or the first word of each language."""
    rows = node.value if isinstance(node, yaml.MappingNode) else ()
    values = {str(key.value): value for key, value in rows}
    if "id" in values:
        return str(values["id"].value)
    firsts = [
        value.value[0].value for value in values.values() if isinstance(value, yaml.SequenceNode) and value.value
    ]
    return ", ".join(map(str, firsts))


def _phrases(path: str, key: str, node: yaml.Node) -> Iterator[tuple[str, int]]:
    if key in PHRASES and isinstance(node, yaml.SequenceNode):
        yield from ((f"{path}: {' '.join(str(item.value).split())}", line_of(item)) for item in node.value)


def check(held: Held, shown_folder: str) -> Iterator[Problem]:
    """What was there and is gone: a file or an entry is a problem, a phrase of a list a doubt."""
    for file, names in held.before.items():
        path = f"{shown_folder}/{file}"
        advice = f"bring it back, or say that it is meant: python -m playbooks agree {path}"
        if file in held.unread:
            continue
        if file not in held.now:
            yield Problem(Place(path, 1), f"this file was there and is gone; {advice}", "data-gone")
            continue
        now = held.now[file]
        order = list(names)
        for at, name in enumerate(order):
            if name in now:
                continue
            line = next((now[other] for other in order[at:] if other in now), max(held.ends.get(file, 1), 1))
            if not any(above in names and above not in now for above in _above(name)):
                sentence = f"{shown(name)} stood here and is gone; {advice}"
                yield Problem(Place(path, line), sentence, "data-gone", is_doubt=": " in name)


def _above(name: str) -> Iterator[str]:
    """The entries that a name belongs to."""
    path = name.partition(": ")[0]
    if path != name:
        yield path
    while "." in path:
        path = path.rpartition(".")[0]
        yield path


def parse(text: str) -> Inventory:
    found: dict[str, dict[str, int]] = {}
    for line in text.split("\n"):
        if group := GROUP.fullmatch(line):
            found[group["name"]] = {}
        elif line.strip() and not line.startswith("#") and found:
            found[next(reversed(found))][line] = 0
    return found


def written(inventory: Inventory) -> str:
    """The text of the record."""
    parts = [HEAD, *("\n".join(["", f"[{file}]", *names]) for file, names in inventory.items())]
    return "\n".join(parts) + "\n"
