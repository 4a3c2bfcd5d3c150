"""Texts are escaped where they are shown; what is HTML says so by its type, markupsafe.Markup.

MkDocs gives its templates no escaping, and Material's count on that. So the choice goes by template:
those of our theme and of the project escape, Material's do not, and what both show is handed over as
Markup that is escaped already. The objects here are MkDocs' pages, which this module only reads and
marks; it knows nothing else of it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

ESCAPED = (".html", ".xml")  # a style sheet is a template too
NO_TEXT = {"template"}  # values of front matter that name a file


@dataclass(frozen=True)
class Escaping:
    """Whether a template escapes, by its name: for `autoescape` of a Jinja environment.

    `folders` are searched for templates in this order; those in `ours` escape.
    """

    folders: tuple[Path, ...]
    ours: frozenset[Path]

    def __call__(self, name: str | None) -> bool:
        if name is None or not name.endswith(ESCAPED):
            return False
        folder = next((folder for folder in self.folders if (folder / name).is_file()), None)
        return folder in self.ours


def mark(page: Any) -> None:
    """Title, table of contents and front matter of a page as Markup, right in every template."""
    page.title = escape(_plain_title(page))
    page.meta = {key: value if key in NO_TEXT else marked(value) for key, value in page.meta.items()}
    _mark_contents(page.toc)


def _plain_title(page: Any) -> str:
    """A title that MkDocs took from a heading is HTML, one of the front matter or the navigation is text."""
    title = str(page.title)
    return html.unescape(title) if title == page._title_from_render and "title" not in page.meta else title


def marked(value: object) -> object:
    """The value with every text in it escaped."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, list):
        return [marked(each) for each in value]
    if isinstance(value, dict):
        return {key: marked(each) for key, each in value.items()}
    return value


def _mark_contents(entries: Iterable[Any]) -> None:
    """MkDocs gives the titles as HTML without tags, and the ids as they are."""
    for entry in entries:
        if not isinstance(entry.title, Markup):
            entry.title = escape(html.unescape(entry.title))
            entry.id = escape(entry.id)
        _mark_contents(entry.children)
