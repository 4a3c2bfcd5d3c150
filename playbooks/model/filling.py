"""Words with their blanks filled: what was typed, the forms of who speaks, and the marks around them.

Around what a reader typed, full stops are neither doubled nor missing (see `mended`). The browser has a twin of
this module (assets/words/filling.js); both are tested by tests/cases/words.json.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from .words import NOBODY, Alternatives, Blank, Part, Passage, Speaker, Text, blanks


@dataclass(frozen=True)
class Piece:
    """A run of words as it is shown.

    `blank` is the field it stands for; `is_empty`: it is not filled, `text` is its label in brackets.
    `passage` numbers the optional passage it belongs to; `is_omitted`: that passage is left out.
    """

    text: str
    blank: str | None = None
    is_empty: bool = False
    passage: int | None = None
    is_omitted: bool = False


Formed = Callable[[str, str, str], str]
"""(field, form, the words before it) → the value in that form."""


@dataclass(frozen=True)
class Filling:
    """What fills the blanks of words in one language.

    `values` maps fields to what is to stand there, already formatted; a missing or empty one gives its
    label in square brackets. `formed` makes the form that a blank asks for; without it the value stands alone.
    `sentences` are the fields that hold whole sentences; `stops_outside` says that in this language a full stop
    stands after the closing quotation mark.
    """

    values: Mapping[str, str]
    speaker: Speaker = NOBODY
    label: Callable[[str], str] = lambda field: field
    formed: Formed | None = None
    sentences: Collection[str] = ()
    stops_outside: bool = False
    speaker_field: str = "speaker"


def fill(parts: Sequence[Part], filling: Filling) -> str:
    """The words with their blanks filled."""
    out = ""
    omitted = False  # the passage just before was left out
    for piece in mended(pieces(parts, filling), filling):
        if piece.is_omitted:
            omitted = True
            continue
        text = piece.text
        if omitted:
            out, text = _join_around_gap(out, text)
            omitted = False
        out += text
    return out.rstrip(" ") if omitted else out


def pieces(parts: Sequence[Part], filling: Filling) -> list[Piece]:
    """The words in runs; passages that are left out are in it, marked."""
    found: list[Piece] = []
    before = ""
    for number, part in enumerate(parts):
        inner = part.parts if isinstance(part, Passage) else (part,)
        passage = number if isinstance(part, Passage) else None
        omitted = passage is not None and not any(filling.values.get(name) for name in blanks(inner))
        for one in inner:
            piece = _piece(one, filling, before)
            if passage is not None:
                piece = replace(piece, passage=passage, is_omitted=omitted)
            before = before if omitted else before + piece.text
            found.append(piece)
    return found


def _piece(part: Part, filling: Filling, before: str) -> Piece:
    if isinstance(part, Blank):
        value = filling.values.get(part.field)
        if value and part.form and filling.formed:
            value = filling.formed(part.field, part.form, before)
        return Piece(value or f"[{filling.label(part.field)}]", part.field, not value)
    if isinstance(part, Alternatives):
        form = part.form(filling.speaker)
        return Piece(part.open_form, filling.speaker_field, True) if form is None else Piece(form)
    assert isinstance(part, Text)  # the grammar has no passage inside a passage
    return Piece(part.text)


CLOSERS = '"»”’“‘)]'
STOPS = ".!?…"
BEGINS = re.compile(r"(^|[.!?…][\"»”’)\]]*[ \u00a0\u202f]+|\n)$")
CLOSED = re.compile(rf"[{re.escape(CLOSERS)}\u00a0\u202f]*$")


def mended(run: Sequence[Piece], filling: Filling) -> list[Piece]:
    """The pieces with the marks around filled blanks put right, whatever was typed.

    No full stop is doubled: of what a value ends in and what follows, one stays. A sentence that a reader typed
    begins with a capital where a sentence begins, and ends in a full stop where nothing else ends it.
    """
    out = list(run)
    shown = [at for at, piece in enumerate(out) if not piece.is_omitted and piece.text]
    before = ""
    for number, at in enumerate(shown):
        piece = out[at]
        if piece.blank and not piece.is_empty:
            rest = shown[number + 1 :]
            after = _after([out[other] for other in rest[:3]], filling.sentences)
            is_sentence = piece.blank in filling.sentences
            text = _capital(piece.text) if is_sentence and BEGINS.search(before) else piece.text
            text, drops = _ended(text, after, is_sentence, filling.stops_outside)
            out[at] = replace(piece, text=text)
            if drops and not out[rest[0]].blank:
                out[rest[0]] = replace(out[rest[0]], text=out[rest[0]].text[1:])
        before = (before + out[at].text)[-8:]
    return out


def _after(run: Sequence[Piece], sentences: Collection[str]) -> str:
    """What follows a value; a sentence that a reader types begins with a capital."""
    out = ""
    for piece in run:
        begins = piece.blank in sentences and not out.strip(" \u00a0\u202f")
        out += "A" if begins else piece.text
    return out


def _capital(text: str) -> str:
    first = text[0].upper()
    return first + text[1:] if len(first) == 1 else text


def _ended(text: str, after: str, is_sentence: bool, outside: bool) -> tuple[str, bool]:
    """The end of a value before `after`; and whether the mark that follows it has to go."""
    bare = CLOSED.sub("", text)
    closers, mark = text[len(bare) :], bare[-1:]
    if after.startswith("."):
        if mark == "." and closers and outside:
            return bare[:-1] + closers, False
        return text, mark in STOPS and mark != ""
    if mark == "." and not bare.endswith("..") and _drops_own(after, is_sentence, outside):
        return bare[:-1] + closers, False
    if is_sentence and mark not in f"{STOPS}:;," and _is_end(after):
        return f"{text}.", False
    return text, False


def _drops_own(after: str, is_sentence: bool, outside: bool) -> bool:
    """Whether a value loses its full stop to the mark, or the closing quotation mark, that follows."""
    if after[:1] in (",", ";", ":", "!", "?", "…"):
        return is_sentence
    return after[:1] != "" and after.lstrip("\u00a0\u202f")[:1] in CLOSERS and (is_sentence or outside)


def _is_end(after: str) -> bool:
    """Whether a sentence ends before these words: they are none, a new line, or begin with a capital."""
    rest = after.lstrip(" \u00a0\u202f")
    return not rest or rest[0] == "\n" or (rest != after and rest[0].isupper())


def _join_around_gap(before: str, after: str) -> tuple[str, str]:
    """Keep one space, and none at the ends of a line, where a passage was left out."""
    if not before or before[-1] in " \n":
        after = after.lstrip(" ")
    if after.startswith("\n"):
        before = before.rstrip(" ")
    return before, after
