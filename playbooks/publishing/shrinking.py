"""Our browser code as it is published: without comments, with short names for what no other file sees.

Comments and names are for people, and a third of the bytes. What modules export, and what is written
to elements, keeps its name. Where the library has no wheel (Macs with Apple silicon, Windows on ARM),
a site works the same and has larger files.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markupsafe import Markup

from ..languages.rules import compact
from ..model.layout import SCRIPTS, STYLES
from .writing import Folder

try:
    import minify
except ImportError:
    minify = None

TYPES = {".js": "application/javascript", ".css": "text/css"}
FOLDERS = (*SCRIPTS, STYLES)


def shrink(site: Folder) -> None:
    """Shrink our own scripts and styles in a built site; minified ones are left alone.

    A script that cannot be read is a ValueError that names it.
    """
    for folder in FOLDERS:
        for path in site.names(folder):
            is_ours = Path(path).suffix in TYPES and ".min." not in path
            text = site.read(path) if is_ours else None
            if text is not None:
                site.write(path, shorter(path, text))


@cache
def inline(code: str) -> Markup:
    """A script that stands in the page itself, as short as it can be: a filter of the theme's templates."""
    return Markup(shorter("inline.js", str(code)).strip())


def shorter(path: str, text: str) -> str:
    """A script or style sheet as it is published at `path`."""
    return compact(_minified(path, text)) + "\n"


def _minified(path: str, text: str) -> str:
    if not minify:
        return text
    try:
        return str(minify.string(TYPES[Path(path).suffix], text))
    except minify.MinifyError as error:
        name = "/".join(path.split("/")[-2:])
        raise ValueError(f"{name} cannot be read: {str(error).splitlines()[0]}") from error
