"""Strings of the interface that a site puts in place of the engine's: <custom_dir>/strings/<language>.yml."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from ..languages.strings import SITE, flat, given
from ..model.places import Place, Problem
from ..reading.plain_yaml import read_file

NAMES = "nav."  # a section of the site is called nav.<folder>


def read_interface(path: Path, language: str, shown_path: str) -> tuple[dict[str, str], list[Problem]]:
    """Texts by dotted key, and what is wrong with them. Without the file there are none."""
    source, tree, problems = read_file(path, shown_path)
    if tree is None:
        return {}, problems
    if not isinstance(tree, Mapping):
        return {}, [*problems, Problem(Place(shown_path, 1), "the strings must be lines of key: text")]
    known = {*given(language), *SITE[1:]}
    texts: dict[str, str] = {}
    for key, text in flat(tree).items():
        if key in known or key.startswith(NAMES):
            texts[key] = text
        else:
            near = get_close_matches(key, known, 1)
            advice = f"; did you mean {near[0]}?" if near else ""
            place = Place(shown_path, _line_of(source, key))
            problems.append(Problem(place, f"the engine has no string {key}{advice}"))
    return texts, problems


def _line_of(source: str, key: str) -> int:
    """Where the last word of a key stands, as far as one can tell."""
    word = key.rpartition(".")[2] + ":"
    return next((n for n, line in enumerate(source.split("\n"), 1) if word in line), 1)
