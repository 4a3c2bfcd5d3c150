"""Cuts the theme's style sheet to what our templates and scripts can show.

The parser is lightningcss, which is told the names of which there is nothing. Where it has no wheel, pages keep
the whole sheets.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from ..model.layout import STYLES
from ..rendering.styles import TAGS, TYPES, Some, Styles
from .selectors import without

try:
    import lightningcss
except ImportError:
    lightningcss = None  # type: ignore[assignment]

# What the frame of a page has of the theme (base.html of mkdocs-material 9.8.1, without the blocks that ours
# replace), and what stands in texts.
FRAME = frozenset(
    {
        *("js", "no-js", "md-container", "md-content", "md-content__inner", "md-dialog", "md-dialog__inner"),
        *("md-grid", "md-main", "md-main__inner", "md-overlay", "md-skip", "md-toggle", "md-typeset"),
        *("md-typeset__scrollwrap", "md-typeset__table"),
    }
)
# What pages with this sheet do not have (Styles.fits), nor our templates and scripts make of the theme's:
# its elements, writing from right to left, blocks of a type, grids of cards, keys, tables that are sorted.
_FOREIGN = re.compile(
    rf"(?<![\w.#:-])(?:{'|'.join(TAGS)})(?![\w-])"
    rf"|\[dir=rtl\]|\.(?:{'|'.join(TYPES)}|grid|cards?|keys|middle)(?![\w-])"
    r"|\[(?:role=columnheader|data-preview|id=__comments|data-md-scrolllock|for=__search|align=\w+|src\$=[^\]]+)\]"
    r"|\[data-md-toggle=drawer\]:checked|\[(?:type|align)\]|\.md-header\[hidden\]|\.focus-visible"
)
SHEETS = ("ground", "page", "words", "links", "print")  # ours, in their order
SOME = ("lists",)  # of ours, what only some pages have
ALONE = ("alone", "embed", "ways__")  # pages without the site around them, which have a sheet of their own
_NAME = re.compile(r"[.#]([a-zA-Z_][\w-]*)")
_WORD = re.compile(r"[\w-]+")
_SET = re.compile(r"(--[\w-]+)\s*:")
_READ = re.compile(r"var\(\s*(--[\w-]+)")


def own_sheet(folders: Iterable[Path], names: Iterable[str] = SHEETS) -> str:
    """Our styles as one text; the first folder of the theme that has a sheet wins."""
    places = list(folders)
    found = (next((path for path in _ways(places, sheet) if path.is_file()), None) for sheet in names)
    return "\n".join(path.read_text("utf-8") for path in found if path)


def _ways(folders: Iterable[Path], sheet: str) -> Iterator[Path]:
    return (folder / "styles" / f"{sheet}.css" for folder in folders)


def theme_sheet(folders: Iterable[Path]) -> str | None:
    """The theme's own main sheet."""
    found = (path for folder in folders for path in sorted((folder / STYLES).glob("main.*.min.css")))
    path = next(found, None)
    return path.read_text("utf-8") if path else None


def known_names(templates: Iterable[Path], scripts: Iterable[str]) -> frozenset[str]:
    """Every word of our templates and scripts: a name that they make is among them; and the properties that
    sheets read which come later."""
    folders = list(templates)
    texts = [path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("*.html"))]
    words = (word for text in (*texts, *scripts) for word in _WORD.findall(text))
    later = (path for folder in folders for path in sorted(folder.rglob("*.css")) if path.stem not in SHEETS)
    return FRAME | frozenset(words) | {name for path in later for name in _READ.findall(path.read_text("utf-8"))}


def styles(theme: str | None, ours: str, some: str, known: Collection[str]) -> Styles | None:
    """The sheet of most pages, and that of what only some have; None where they cannot be made."""
    if theme is None or lightningcss is None:
        return None
    return _styles(theme, ours, some, frozenset(known))


@cache
def _styles(theme: str, ours: str, some: str, known: frozenset[str]) -> Styles:
    alone = {name for name in _NAME.findall(ours) if name.startswith(ALONE)}
    lost = frozenset(_NAME.findall(theme)) - known | alone
    frame = lightningcss.process_stylesheet(theme, unused_symbols=set(lost), minify=True)
    frame = without(frame, lambda selector: _FOREIGN.search(selector) is not None)
    results = without(frame, lambda selector: "md-search-result" not in selector)
    frame = without(frame, lambda selector: "md-search-result" in selector)
    text = _cut(frame + ours, set(lost), known | frozenset(_READ.findall(results)))
    rest = lightningcss.process_stylesheet(some, minify=True) + "\n"
    only = Some(_address("lists", rest), rest, frozenset(_NAME.findall(rest)) - set(_NAME.findall(text)))
    return Styles(_address("pages", text), text, lost, only, results)


def _address(name: str, text: str) -> str:
    return f"{STYLES}/{name}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"


def _cut(sheet: str, unused: set[str], known: Collection[str]) -> str:
    """Without the rules for names that nothing has, then without properties that no rule reads, in turn."""
    while True:
        text = lightningcss.process_stylesheet(sheet, unused_symbols=unused, minify=True)
        idle = set(_SET.findall(text)) - set(_READ.findall(text)) - unused - set(known)
        if not idle:
            return text + "\n"
        unused |= idle
