"""Data files whose names nobody reads: one letter wrong, and their contents are missed in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from ..content import Content
from ..data.inventory import FILES
from ..languages.languages import LANGUAGES
from ..model.identifiers import shown
from ..model.places import Place, Problem

KNOWN = (*FILES, "register.yml")
WORDS = "accepted-words-{}.txt"


def check(content: Content) -> Iterator[Problem]:
    project = content.project
    known = [*KNOWN, *(WORDS.format(language) for language in LANGUAGES)]
    yield from _misnamed(project.data, known, content)
    if project.custom:
        yield from _misnamed(
            project.custom / "strings", [f"{language}.yml" for language in LANGUAGES], content, 0.5
        )


def _misnamed(folder: Path, known: Sequence[str], content: Content, near: float = 0.7) -> Iterator[Problem]:
    """Files that are nearly called as one that is read. Others are their owner's."""
    try:
        names = sorted(file.name for file in folder.iterdir() if file.is_file())
    except OSError:
        return
    for name in names:
        low = name.lower()
        if name in known or name.startswith("."):
            continue
        close = get_close_matches(
            low.removesuffix(".yaml") + ".yml" if low.endswith(".yaml") else low, known, 1, near
        )
        if close:
            sentence = f"nobody reads a file of this name; did you mean {close[0]}?"
            yield Problem(Place(shown(content.project.shown(folder / name)), 1), sentence, "unknown-file")
