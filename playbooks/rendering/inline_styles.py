"""Styles that stand in tags, where no policy can approve them one by one: they go into one block with a hash.

Ours and those of authors have none: our templates name classes, and `harmless` keeps none of an author. What is
left comes from other plugins and from templates of a site.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from html import unescape

# What is no tag: text of scripts and the like, and comments.
_RAW = re.compile(r"(<!--.*?-->|<(script|style|textarea|title|xmp)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""<[a-zA-Z][^\s/>]*(?:"[^"]*"|'[^']*'|[^"'>])*>""")
_ATTRIBUTE = re.compile(r"""\s+([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_NAMED = re.compile(r"\sstyle\s*=", re.IGNORECASE)
# What would end its rule or the block, and what the policy refuses in any place.
_UNFIT = re.compile(r"[{}<>\\]|@import|url\(\s*['\"]?\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
STRONGER = ":not(#_#_)"  # than every rule of a sheet, as a style in a tag is
PREFIX = "styled-"


@dataclass(frozen=True)
class Gathered:
    """The page, the rules of its block ("" where it needs none), and the styles that the policy will refuse."""

    html: str
    rules: str = ""
    refused: tuple[str, ...] = ()


def gathered(html: str) -> Gathered:
    """The page with a class for each style of a tag."""
    if not _NAMED.search(html):
        return Gathered(html)
    styles: dict[str, str] = {}
    refused: dict[str, None] = {}

    def moved(tag: re.Match[str]) -> str:
        return _moved(tag[0], styles, refused) if _NAMED.search(tag[0]) else tag[0]

    parts = _RAW.split(html)
    # split by a pattern with two groups: text, what is raw, its name, text, …
    pieces = (part if place % 3 else _TAG.sub(moved, part) for place, part in enumerate(parts) if place % 3 != 2)
    page = "".join(pieces)
    rules = "".join(f".{name}{STRONGER}{{{style}}}" for name, style in sorted(styles.items()))
    return Gathered(page, rules, tuple(refused))


def _moved(tag: str, styles: dict[str, str], refused: dict[str, None]) -> str:
    """A tag with a class in the place of its style. One that is unfit stays, and is refused."""
    rows = list(_ATTRIBUTE.finditer(tag))
    own = next((row for row in rows if row[1].lower() == "style"), None)
    if own is None:  # the word stands in a value
        return tag
    style = unescape((own[2] or "").strip("\"'")).strip().rstrip(";")
    if _UNFIT.search(style):
        refused[style] = None
        return tag
    if not style:
        return tag[: own.start()] + tag[own.end() :]
    name = PREFIX + hashlib.sha256(style.encode()).hexdigest()[:8]
    styles[name] = style
    classes = next((row for row in rows if row[1].lower() == "class"), None)
    if classes is None:
        return f'{tag[: own.start()]} class="{name}"{tag[own.end() :]}'
    changes = sorted(
        ((own, ""), (classes, f' class="{_joined(classes[2], name)}"')), key=lambda row: -row[0].start()
    )
    for row, text in changes:
        tag = tag[: row.start()] + text + tag[row.end() :]
    return tag


def _joined(value: str | None, name: str) -> str:
    bare = (value or "").strip("\"'").strip().replace('"', "&quot;")
    return f"{bare} {name}" if bare else name
