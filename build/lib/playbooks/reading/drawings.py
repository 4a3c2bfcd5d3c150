"""SVG files of authors: a browser runs what they hold when they are opened, so only drawings pass.

A list of elements and attributes says what a drawing is. The parser reads no document type and no
entity, and no other encoding than UTF-8, so that a browser reads what was checked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

LARGEST = 1_000_000
DEEPEST = 100
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

_ELEMENTS = """
    svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
    textPath linearGradient radialGradient stop clipPath mask pattern marker style filter feBlend
    feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG
    feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTurbulence
"""
ELEMENTS = frozenset(_ELEMENTS.split())
_ATTRIBUTES = """
    id class style role lang tabindex version baseProfile viewBox preserveAspectRatio width height x
    y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength transform gradientTransform
    gradientUnits patternTransform patternUnits patternContentUnits spreadMethod offset
    clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits markerUnits markerWidth
    markerHeight refX refY orient dx dy rotate textLength lengthAdjust startOffset method spacing in
    in2 result mode type values operator k1 k2 k3 k4 stdDeviation radius tableValues slope intercept
    amplitude exponent baseFrequency numOctaves seed stitchTiles edgeMode href media fill
    fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-opacity stroke-width stop-color stop-opacity flood-color flood-opacity
    color color-interpolation color-interpolation-filters opacity clip-path clip-rule mask filter
    marker-start marker-mid marker-end display visibility overflow vector-effect paint-order
    shape-rendering text-rendering image-rendering font font-family font-size font-style
    font-variant font-weight font-stretch letter-spacing word-spacing text-anchor text-decoration
    dominant-baseline alignment-baseline baseline-shift direction unicode-bidi writing-mode
    isolation mix-blend-mode enable-background
"""
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
OWN = re.compile(r"url\(\s*(['\"]?)#[\w.-]+\1\s*\)", re.ASCII)
STYLE = re.compile(r"url|[@\\<&]|expression|import|javascript|behavior|binding", re.IGNORECASE)


class _FaultError(Exception):
    """What is wrong; ends the reading."""


def fault(data: bytes) -> tuple[int, str] | None:
    """The line and the words of the first thing in an SVG file that is not a drawing; None: it is one."""
    if len(data) > LARGEST:
        return 1, f"it is larger than {LARGEST // 1_000_000} MB"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data[: error.start].count(b"\n") + 1, "it is not UTF-8"
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _FaultError as found:
        return reader.parser.CurrentLineNumber, str(found)
    except expat.ExpatError as error:
        return error.lineno, "it is not well-formed XML"
    return None


class _Reader:
    """Raises _FaultError at the first thing that no drawing needs."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate("utf-8", " ")
        self.open: list[str] = []
        self.style: list[str] = []
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            raise _FaultError(f"its encoding is {encoding}; save it as UTF-8")

    def _doctype(self, *_: object) -> None:
        raise _FaultError("it has a <!DOCTYPE>; delete that line")

    def _instruction(self, target: str, data: str) -> None:
        raise _FaultError(f"it holds <?{target}?>")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, element = name.rpartition(" ")
        if namespace != SVG or element not in ELEMENTS:
            raise _FaultError(f"it holds <{element}>")
        if not self.open and element != "svg":
            raise _FaultError("it does not begin with <svg>")
        if len(self.open) >= DEEPEST:
            raise _FaultError(f"its elements stand more than {DEEPEST} deep")
        self.open.append(element)
        for attribute, value in attributes.items():
            _check(attribute, value)

    def _end(self, name: str) -> None:
        if self.open.pop() == "style":
            _check_style("".join(self.style), "<style>")
            self.style.clear()

    def _text(self, text: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style.append(text)


def _check(attribute: str, value: str) -> None:
    namespace, _, name = attribute.rpartition(" ")
    known = name in ATTRIBUTES or name.startswith(("aria-", "data-"))
    if not (
        (namespace == "" and known)
        or (namespace == XLINK and name == "href")
        or (namespace == XML and name in ("space", "lang"))
    ):
        raise _FaultError(f"it holds the attribute {name}=")
    if name == "href" and not re.fullmatch(r"#[\w.-]+", value, re.ASCII):
        raise _FaultError("an href= of it leads out of the drawing")
    if name == "style":
        _check_style(value, "style=")
    elif "url" in OWN.sub("", value).lower() and not name.startswith(("aria-", "data-")):
        raise _FaultError(f"{name}= names another file")
    elif "\\" in value:
        raise _FaultError(f"{name}= holds a backslash")


def _check_style(text: str, where: str) -> None:
    if found := STYLE.search(text):
        raise _FaultError(f"{where} of it holds “{found.group()}”")
