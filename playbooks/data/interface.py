"""Strings of the interface that a site puts in place of the engine's: <custom_dir>/strings/<language>.yml."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import yaml

from ..languages.strings import SITE, given
from ..model.places import Place, Problem
from ..reading.plain_yaml import line_of, read_file
from ..reading.shapes import TEXT, faults_of, problems_of

NAMES = "nav."  # a section of the site is called nav.<folder>


def read_interface(path: Path, language: str, shown_path: str) -> tuple[dict[str, str], list[Problem]]:
    """Texts by dotted key, and what is wrong with them. Without the file there are none."""
    file = read_file(path, shown_path)
    if file.root is None or file.value is None:
        return {}, list(file.problems)
    if not isinstance(file.root, yaml.MappingNode):
        return {}, [Problem(Place(shown_path, 1), "the strings must be lines of key: text", "data-shape")]
    known = {*given(language), *SITE[1:]}
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name, key, value in _leaves(file.root):
        if name not in known and not name.startswith(NAMES):
            near = get_close_matches(name, known, 1)
            advice = f"; did you mean {near[0]}?" if near else ""
            problems.append(
                Problem(
                    Place(shown_path, line_of(key)), f"the engine has no string {name}{advice}", "unknown-string"
                )
            )
        elif faults := faults_of(TEXT, value, name=f"`{name}`"):
            problems += problems_of(faults, shown_path)
        else:
            texts[name] = str(value.value)
    return texts, problems


def _leaves(node: yaml.MappingNode, above: str = "") -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """The texts of a tree: dotted key, key and value."""
    for key, value in node.value:
        name = f"{above}{key.value}"
        if isinstance(value, yaml.MappingNode):
            yield from _leaves(value, f"{name}.")
        else:
            yield name, key, value
