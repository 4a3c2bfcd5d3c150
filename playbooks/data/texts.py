"""Texts of the data files that stand there in each language, as units that follow each other like paragraphs.

A group is an entry, a unit a text of it in one language; a list of words is one text. The strings of the interface
stand in one file per language, and are one group.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from ..model.places import Place
from ..model.units import Groups, Unit
from ..reading.plain_yaml import line_of, read_file
from ..reading.units import ENTRY
from .inventory import FILES, called

WHOLE = "all"  # the name of the one group of a file without entries
STRINGS = "strings.yml"  # the record of all files of a theme's strings/
NAMELESS = re.compile(r"[\[\]\n]+")  # what cannot stand in the name of a group
NO_LABEL = re.compile(r"[^\w.-]+")

Texts = Mapping[str, Mapping[str, Groups]]
"""By file, then by language."""


def read_texts(
    folder: Path, shown_folder: str, strings: Mapping[str, tuple[Path, str]], languages: Sequence[str]
) -> Texts:
    """`folder` is that of the data files; `strings` are by language the file of its strings and how problems
    call it. What cannot be read is left out: whoever reads it for its meaning reports that."""
    found: dict[str, dict[str, Groups]] = {}
    for name in FILES:
        root = read_file(folder / name, name).root
        if root is not None and (texts := _by_language(root, f"{shown_folder}/{name}", languages)):
            found[name] = texts
    interface: dict[str, Groups] = {}
    for language, (path, shown) in strings.items():
        root = read_file(path, shown).root
        if root is not None and (units := tuple(_leaves(root, "", line_of(root), shown))):
            interface[language] = {f"{ENTRY}{WHOLE}": units}
    if interface:
        found[STRINGS] = interface
    return found


def _by_language(root: yaml.Node, shown: str, languages: Sequence[str]) -> dict[str, Groups]:
    found: dict[str, dict[str, list[Unit]]] = {}
    seen: Counter[str] = Counter()
    for name, entry in _entries(root, languages):
        seen[name] += 1
        name = f"{name} ({seen[name]})" if seen[name] > 1 else name
        for language, unit in _texts(entry, "", shown, languages):
            found.setdefault(language, {}).setdefault(f"{ENTRY}{name}", []).append(unit)
    return {language: found[language] for language in languages if language in found}


def _entries(root: yaml.Node, languages: Sequence[str]) -> Iterator[tuple[str, yaml.Node]]:
    """The entries of a list by their ids, those of a mapping by their keys."""
    if isinstance(root, yaml.SequenceNode):
        for number, row in enumerate(root.value, 1):
            yield NAMELESS.sub(" ", called(row)).strip() or str(number), row
    elif isinstance(root, yaml.MappingNode):
        if any(key.value in languages for key, _ in root.value):
            yield WHOLE, root
            return
        for key, row in root.value:
            yield NAMELESS.sub(" ", str(key.value)), row


def _texts(node: yaml.Node, path: str, shown: str, languages: Sequence[str]) -> Iterator[tuple[str, Unit]]:
    """What stands below a language somewhere in an entry."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value in languages:
            yield from ((key.value, unit) for unit in _leaves(value, path, line_of(key), shown))
        else:
            yield from _texts(value, _under(path, key), shown, languages)


def _leaves(node: yaml.Node, path: str, line: int, shown: str) -> Iterator[Unit]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, _under(path, key), line_of(key), shown)
    elif text := " | ".join(_words(node)):
        yield Unit(path or "words", text, Place(shown, line))


def _under(path: str, key: yaml.Node) -> str:
    name = NO_LABEL.sub("-", str(key.value))
    return f"{path}.{name}" if path else name


def _words(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _words(child)
    elif isinstance(node, yaml.ScalarNode) and node.value:
        yield str(node.value)
