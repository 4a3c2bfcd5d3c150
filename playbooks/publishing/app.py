"""The site as an app: one manifest a language, and icons.

The icons are the mark of the theme; a site with a mark of its own gives icon-192.png and icon-512.png beside it,
or gets the first letter of its name.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import relpath
from typing import Any

from PIL import Image, ImageDraw

from ..model.layout import ASSETS, MANIFEST
from .previews import ACCENT, BUBBLE, PAPER, font
from .standalone import Publication

SIZES = (192, 512)
MARK = f"{ASSETS}/images/icon.svg"
THEME = Path(__file__).parent.parent / "theme"
LONGEST = 12  # letters of a name below an icon
SHORTCUTS = ("playbooks", "templates", "checklists")


def files(publication: Publication) -> Iterator[tuple[str, str | bytes]]:
    """(path, contents) of the icons and of each language's manifest."""
    drawn = [(size, *_icon(publication, size)) for size in SIZES]
    yield from ((path, data) for _, path, data in drawn)
    icons = [{"src": path, "sizes": f"{size}x{size}", "type": "image/png"} for size, path, _ in drawn]
    icons.append({**icons[-1], "purpose": "maskable"})
    icons.insert(0, {"src": MARK, "sizes": "any", "type": "image/svg+xml"})
    for language in publication.languages:
        yield f"{publication.content.site.root(language)}{MANIFEST}", _manifest(publication, language, icons)


def _manifest(publication: Publication, language: str, icons: list[dict[str, str]]) -> str:
    site, texts = publication.content.site, publication.content.texts[language]
    start = site.root(language)
    name = texts("site.name")

    def way(address: str) -> str:
        """From where the manifest stands."""
        end = "/" if address.endswith("/") or not address else ""
        return f"{relpath(address or '.', start or '.')}{end}".removeprefix("./") or "./"

    pages = [(key, site.page(f"{key}/index.md", language)) for key in SHORTCUTS]
    home = site.page("index.md", language)
    told: dict[str, Any] = {
        "id": way(start),
        "name": name,
        "short_name": name if len(name) <= LONGEST else name.split()[0][:LONGEST],
        "description": texts("site.description"),
        "lang": language,
        "dir": "ltr",
        "start_url": way(home.address() if home else start),
        "scope": way(""),
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [{**icon, "src": way(icon["src"])} for icon in icons],
        "shortcuts": [
            {"name": texts(f"nav.{key}"), "url": way(page.address())} for key, page in pages if page is not None
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _icon(publication: Publication, size: int) -> tuple[str, bytes]:
    """(path, PNG); its name says what is in it."""
    given = _first(publication, f"{ASSETS}/images/icon-{size}.png")
    mark = _first(publication, MARK)
    is_ours = mark is not None and mark.read_bytes() == (THEME / MARK).read_bytes()
    letter = "" if is_ours else publication.content.project.name[:1].upper()
    data = given.read_bytes() if given else draw(size, letter)
    return f"{ASSETS}/images/app-{size}-{hashlib.sha256(data).hexdigest()[:8]}.png", data


def _first(publication: Publication, name: str) -> Path | None:
    return next((path for folder in publication.templates if (path := folder / name).is_file()), None)


@cache
def draw(size: int, letter: str) -> bytes:
    """A square of one colour with the bubble of icon.svg, or a letter, small enough for any mask."""
    fine = size * 4
    image = Image.new("RGB", (fine, fine), ACCENT)
    pen = ImageDraw.Draw(image)
    if letter:
        pen.text((fine / 2, fine / 2), letter, PAPER, font("Semibold", fine // 2), anchor="mm")
    else:
        scale = fine / 38  # of the mark, so that all of it lies within a circle of 80 %
        edge = round(2.2 * scale)
        points = [(3 * scale + x * scale, 2.5 * scale + y * scale) for x, y in BUBBLE]
        pen.line(points, PAPER, edge, joint="curve")
    file = io.BytesIO()
    small = image.resize((size, size), Image.Resampling.LANCZOS)
    small.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()
