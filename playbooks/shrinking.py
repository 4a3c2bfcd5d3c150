"""Browser modules without their comments, those in the rules of stemmers too.

Comments are for people, and a third of the bytes.

Names stay as they are, so that what runs can still be read.
"""

from __future__ import annotations

from pathlib import Path

import rjsmin

from .search.bundle import bundle
from .search.rules import compact

FOLDERS = ("assets/javascripts", "assets/search")


def shrink(site: Path) -> None:
    """Strip the comments from our own scripts in a built site; minified ones are left alone."""
    bundle(site / "assets" / "search")
    for folder in FOLDERS:
        for path in sorted((site / folder).glob("*.js")):
            if not path.name.endswith(".min.js"):
                text = path.read_text("utf-8")
                path.write_text(compact(rjsmin.jsmin(text)) + "\n", "utf-8", newline="\n")
