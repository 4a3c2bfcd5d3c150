"""The images that links show in a chat, made at build time.

They are drawn with Pillow in Source Sans Pro, whose Latin and Cyrillic are of one design
(SIL Open Font License; the font comes as a Python package, so every machine draws the same bytes).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from ..model.pages import Page
from ..rendering.preview import HEIGHT, WIDTH, description_of, image_path, title_of
from .standalone import Publication

MARGIN = 88
PAPER, INK, QUIET, ACCENT = "#faf7f2", "#211e1a", "#5f574b", "#0b5f56"
COLOURS = 64  # enough for smooth edges, and half the bytes
FONT = "font_source_sans_pro"
# of icon.svg, in a square of 32
BUBBLE = ((8, 9.5), (24, 9.5), (24, 20), (15, 20), (10, 24.5), (10, 20), (8, 20), (8, 9.5), (24, 9.5))


def images(publication: Publication, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """(path, PNG) for each of the pages."""
    content = publication.content
    for page in pages:
        texts = content.texts[page.language]
        title, description = title_of(content, page), description_of(content, page)
        yield image_path(page), draw(title, description, texts("site.name"), texts("site.claim"))


@cache
def draw(title: str, description: str, name: str, claim: str) -> bytes:
    """A PNG of 1200 × 630: the title large, the description below it, the name of the site at the foot."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 20, HEIGHT), fill=ACCENT)
    y = _paragraph(pen, MARGIN, title, _fitting(title), INK, lines=3)
    _paragraph(pen, y + 24, description, font("Regular", 36), QUIET, lines=(HEIGHT - 150 - y - 24) // 47)
    _foot(pen, name, claim)
    file = io.BytesIO()
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


def _foot(pen: ImageDraw.ImageDraw, name: str, claim: str) -> None:
    """The mark of icon.svg, the name of the site and what it is for."""
    line, bold = HEIGHT - MARGIN, font("Semibold", 36)
    left, top, side = MARGIN, line - 36, 46
    pen.rounded_rectangle((left, top, left + side, top + side), 10, fill=ACCENT)
    pen.line([(left + x * side / 32, top + y * side / 32) for x, y in BUBBLE], PAPER, 3, joint="curve")
    pen.text((left + 62, line), name, INK, bold, anchor="ls")
    pen.text((left + 80 + bold.getlength(name), line), claim, QUIET, font("Regular", 32), anchor="ls")


def _paragraph(
    pen: ImageDraw.ImageDraw, y: int, text: str, font: ImageFont.FreeTypeFont, colour: str, lines: int
) -> int:
    """Write up to so many lines; the last one says with an ellipsis that there is more. The end of it."""
    wrapped = _wrap(text, font)
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], _with_ellipsis(wrapped[lines - 1], font)]
    for line in wrapped:
        pen.text((MARGIN, y), line, colour, font)
        y += round(font.size * 1.3)
    return y


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Lines that fit, broken at ordinary spaces only."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip(" ")
        if lines[-1] and font.getlength(longer) > WIDTH - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _with_ellipsis(line: str, font: ImageFont.FreeTypeFont) -> str:
    """The line, ended by an ellipsis; its last words make room for it."""
    while " " in line and font.getlength(f"{line}…") > WIDTH - 2 * MARGIN:
        line = line.rpartition(" ")[0]
    return line.rstrip(" ,;:.–—") + "…"


def _fitting(title: str) -> ImageFont.FreeTypeFont:
    """Large, or smaller where a long title needs it."""
    fonts = [font("Semibold", size) for size in (82, 72, 60)]
    return next((font for font in fonts if len(_wrap(title, font)) <= 2), fonts[-1])


@cache
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """Source Sans Pro. The basic layout engine: it is in every Pillow, and no script here needs shaping."""
    data = resources.files(FONT).joinpath("files", f"SourceSansPro-{weight}.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
