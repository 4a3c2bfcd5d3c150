"""From plainly typed text to the characters that each language asks for.

Authors type ' and " and ordinary spaces. `typeset` returns curly quotes or guillemets, the right
apostrophe and no-break spaces. It is idempotent: typeset text comes back unchanged. Sources:
Imprimerie nationale for French, the 2019 orthography for Ukrainian, New Hart's Rules for English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NBSP = "\u00a0"  # no-break space
NNBSP = "\u202f"  # narrow no-break space
SEAM = "\ue000"  # joins the pieces of a paragraph that markup cuts apart; never in a text
SPACE = f"[ {NBSP}{NNBSP}]"


@dataclass(frozen=True)
class Quotes:
    """Outer and inner marks, and the characters after which another one opens: l'"urgence"."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    elision: str = ""


QUOTES = {
    "en": Quotes(("“", "”"), ("‘", "’")),
    "fr": Quotes((f"«{NBSP}", f"{NBSP}»"), ("“", "”"), elision="'’"),
    "uk": Quotes(("«", "»"), ("„", "“")),
}
OPENS_AFTER = set(" \t\n([{|—–-/«“„‘") | {NBSP, NNBSP}

# (pattern, replacement), applied in order, after quotes and apostrophes.
RULES: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": ((re.compile(rf"(?<=\d){SPACE}+%"), "%"),),
    "fr": (
        (re.compile(rf"«{SPACE}*(?=\S)"), f"«{NBSP}"),
        (re.compile(rf"(?<=\S){SPACE}*»"), f"{NBSP}»"),
        # what ends a word, not the colon of 15:30 nor the marks inside an address
        (re.compile(rf"(?<=[\w}}»”’)\]%€…{SEAM}]){SPACE}*:(?=[\s{SEAM}]|$)"), f"{NBSP}:"),
        (re.compile(rf"(?<=[\w}}»”’)\]%€…{SEAM}]){SPACE}*([;!?]+)(?!\w)"), rf"{NNBSP}\1"),
        (re.compile(rf"(?<=\d){SPACE}*%"), f"{NBSP}%"),
        (re.compile(rf"(?<=\d){SPACE}(?=\d{{3}}(?!\d))"), NNBSP),
        (re.compile(rf"(?<=\d){SPACE}*(?=€)"), NBSP),
        (re.compile(rf"\b(\d{{1,2}}){SPACE}?h{SPACE}?(\d\d)\b"), rf"\1{NBSP}h{NBSP}\2"),
        (re.compile(rf"\b(\d{{1,2}}){SPACE}h\b"), rf"\1{NBSP}h"),
        (re.compile(rf"(?<=\S){SPACE}+([—–])(?=[ \n]|$)"), rf"{NBSP}\1"),
    ),
    "uk": (
        (re.compile(rf"(?<=\d){SPACE}*%"), f"{NBSP}%"),
        (re.compile(rf"(?<=\d){SPACE}(?=\d{{3}}(?!\d))"), NBSP),
        (re.compile(rf"(?<=\d){SPACE}*(?=€|грн)"), NBSP),
        (re.compile(rf"(?<=\S){SPACE}+([—–])(?=[ \n]|$)"), rf"{NBSP}\1"),
    ),
}


def typeset(text: str, language: str) -> str:
    """`text` with the characters of `language`; blanks and alternatives in it are kept."""
    text = text.replace("...", "…")
    text = _quotes(text, QUOTES[language])
    text = _apostrophes(text, language)
    for pattern, replacement in RULES[language]:
        text = pattern.sub(replacement, text)
    return text


def typeset_pieces(pieces: list[str], language: str) -> list[str]:
    """Typeset the pieces of one paragraph, cut by markup, as the one text that a reader sees."""
    joined = typeset(SEAM.join(piece.replace(SEAM, "") for piece in pieces), language)
    return joined.split(SEAM)


def _before(text: str, at: int) -> str:
    """The visible character before `at`, or a space at the start."""
    at -= 1
    while at >= 0 and text[at] == SEAM:
        at -= 1
    return text[at] if at >= 0 else " "


def _quotes(text: str, quotes: Quotes) -> str:
    out: list[str] = []
    depth = 0
    opens = True
    for at, char in enumerate(text):
        if char != '"':
            out.append(char)
            depth += char == quotes.outer[0][0] or char == quotes.inner[0]
            depth -= depth > 0 and (char == quotes.outer[1][-1] or char == quotes.inner[1])
            continue
        before = _before(text, at)
        if before != '"':  # one right after another goes the same way
            opens = before in OPENS_AFTER or before in quotes.elision
        if opens:
            out.append((quotes.inner if depth else quotes.outer)[0])
            depth += 1
        else:
            depth = max(depth - 1, 0)
            out.append((quotes.inner if depth else quotes.outer)[1])
    return "".join(out)


def _apostrophes(text: str, language: str) -> str:
    """' is an apostrophe, except that English opens an inner quotation with it."""
    if language != "en":
        return text.replace("'", "’").replace("ʼ", "’")
    out: list[str] = []
    last = text.rfind("'")
    for at, char in enumerate(text):
        opens = char == "'" and at < last and _before(text, at) in OPENS_AFTER
        out.append("‘" if opens else "’" if char == "'" else char)
    return "".join(out)
