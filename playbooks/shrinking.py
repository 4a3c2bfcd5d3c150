"""Our browser code as it is published: without comments, with short names for what no other file sees.

Comments and names are for people, and a third of the bytes. What modules export, and what is written
to elements, keeps its name. Where the library has no wheel (Macs with Apple silicon, Windows on ARM),
a site works the same and has larger files.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from .search.bundle import bundle
from .search.rules import compact

try:
    import minify
except ImportError:
    minify = None

TYPES = {".js": "application/javascript", ".css": "text/css"}
OURS = Path(__file__).parent / "theme" / "assets"
PIECES = "styles"  # of playbooks.css; published because themes publish all files


def shrink(site: Path, themes: Iterable[Path] = ()) -> None:
    """Shrink our own scripts and styles in a built site; those of others are left alone.

    `themes` are the folders of the theme. A script that cannot be read is a ValueError that names it.
    """
    for theme in themes:
        for piece in (theme / PIECES).glob("*.css"):
            (site / PIECES / piece.name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # absent, or with files of somebody else
        (site / PIECES).rmdir()
    bundle(site / "assets" / "search" / "worker")
    for ours in sorted(OURS.rglob("*.*")):
        path = site / "assets" / ours.relative_to(OURS)
        if path.suffix in TYPES and path.is_file():
            path.write_text(compact(_shorter(path)) + "\n", "utf-8", newline="\n")


def _shorter(path: Path) -> str:
    text = path.read_text("utf-8")
    if not minify:
        return text
    try:
        return str(minify.string(TYPES[path.suffix], text))
    except minify.MinifyError as error:
        raise ValueError(f"{path.parent.name}/{path.name} cannot be read: {str(error).splitlines()[0]}") from error
