"""The one form of ids, of addresses and of the names of files, wherever they come from.

They all become parts of addresses and of paths below the site folder, so what is accepted here can
never lead out of it: no empty part, no dot at the start, nothing but ASCII letters, digits, - _ and dots.
"""

from __future__ import annotations

import re

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
SEGMENT = re.compile(r"[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
LONGEST = 120  # of a segment; file systems end at 255 bytes, and endings are still added
DEEPEST = 16


def is_identifier(text: str) -> bool:
    """Lower-case ASCII words joined by "-", the form of every public id."""
    return len(text) <= LONGEST and IDENTIFIER.fullmatch(text) is not None


def is_segment(text: str) -> bool:
    """One name of a file or folder."""
    return len(text) <= LONGEST and SEGMENT.fullmatch(text) is not None


def is_path(text: str) -> bool:
    """A file below some folder, relative, in the way of POSIX: "go/own-a-mistake/index.html"."""
    parts = text.split("/")
    return len(parts) <= DEEPEST and all(is_segment(part) for part in parts)


def is_address(text: str) -> bool:
    """The address of a page with slashes on both ends: "/", "/onboarding/"."""
    return text == "/" or (len(text) > 2 and text[0] == text[-1] == "/" and is_path(text[1:-1]))


def shown(text: str) -> str:
    """Text of anybody as a sentence may show it: on one line, and not without end."""
    printable = "".join(sign if sign.isprintable() else "�" for sign in text)
    return printable if len(printable) <= 80 else f"{printable[:79]}…"
