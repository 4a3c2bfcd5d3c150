"""The grammar of a template's words: blanks, alternatives, optional passages.

    {client}                     a blank, by the id of its field
    {désolé|désolée|désolés}     the sender's choice: he | she | we (two forms: we takes the first)
    [[ … {event} … ]]            left out when all the blanks in it are empty
    \\{  \\}  \\[  \\]               the character itself

The browser has a twin of this module (assets/words/words.js); both are tested by
tests/cases/words.json.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .identifiers import is_identifier

SENDERS = ("he", "she", "we")

TOKEN = re.compile(
    r"""
      \\(?P<escape>[{}\[\]])        # \{ \} \[ \]
    | (?P<open>\[\[)                # start of an optional passage
    | (?P<close>\]\])               # its end
    | \{(?P<inner>[^{}]*)\}         # a blank or alternatives
    | (?P<stray>[{}])               # a brace without its partner
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Blank:
    field: str


@dataclass(frozen=True)
class Alternatives:
    """Forms for he, she and we."""

    forms: tuple[str, ...]

    def form(self, sender: str) -> str:
        at = SENDERS.index(sender)
        return self.forms[at] if at < len(self.forms) else self.forms[0]


@dataclass(frozen=True)
class Passage:
    """An optional passage."""

    parts: tuple[Part, ...]


Part = Text | Blank | Alternatives | Passage


class WordsError(ValueError):
    """The grammar is broken; the message is a sentence for the author."""


def parse(text: str) -> tuple[Part, ...]:
    """Cut one paragraph into its parts.

    Raises WordsError with the first fault found.
    """
    outer: list[Part] = []
    inner: list[Part] | None = None
    at = 0
    for token in TOKEN.finditer(text):
        parts = outer if inner is None else inner
        _add_text(parts, text[at : token.start()])
        at = token.end()
        if token["escape"]:
            _add_text(parts, token["escape"])
        elif token["open"]:
            if inner is not None:
                raise WordsError("an optional passage [[…]] stands inside another one")
            inner = []
        elif token["close"]:
            outer.append(_passage(inner))
            inner = None
        elif token["stray"]:
            stray = token["stray"]
            raise WordsError(f"the brace {stray} has no partner; write \\{stray} to show the character itself")
        else:
            parts.append(_braces(token["inner"]))
    if inner is not None:
        raise WordsError("an optional passage [[ is not closed by ]]")
    _add_text(outer, text[at:])
    return tuple(outer)


def _add_text(parts: list[Part], text: str) -> None:
    if not text:
        return
    if parts and isinstance(last := parts[-1], Text):
        parts[-1] = Text(last.text + text)
    else:
        parts.append(Text(text))


def _passage(parts: list[Part] | None) -> Passage:
    if parts is None:
        raise WordsError("]] closes an optional passage that was never opened by [[")
    if not any(isinstance(part, Blank) for part in parts):
        raise WordsError("an optional passage [[…]] holds no blank, so it would never appear")
    return Passage(tuple(parts))


def _braces(inner: str) -> Part:
    if "|" in inner:
        forms = tuple(inner.split("|"))
        if len(forms) > len(SENDERS):
            raise WordsError(f"{{{inner}}} has {len(forms)} forms; he | she | we takes two or three")
        if not any(form.strip() for form in forms):
            raise WordsError(f"{{{inner}}} has only empty forms")
        return Alternatives(forms)
    if not is_identifier(inner):
        raise WordsError(f"{{{inner}}} is neither a blank (lower-case words joined by -) nor he|she|we")
    return Blank(inner)


def blanks(parts: Sequence[Part]) -> Iterator[str]:
    """The fields of all blanks, in order of appearance, repeated as they are."""
    for part in parts:
        if isinstance(part, Blank):
            yield part.field
        elif isinstance(part, Passage):
            yield from blanks(part.parts)


def fill(
    parts: Sequence[Part],
    values: Mapping[str, str],
    sender: str = "he",
    label: Callable[[str], str] = lambda field: field,
) -> str:
    """The words with their blanks filled.

    `values` maps fields to what is to stand there (already formatted); a missing or empty one
    gives its label in square brackets. `sender` is "he", "she" or "we".
    """
    out = ""
    omitted = False  # the passage just before was left out
    for part in parts:
        if isinstance(part, Passage) and not any(values.get(name) for name in blanks(part.parts)):
            omitted = True
            continue
        piece = _piece(part, values, sender, label)
        if omitted:
            out, piece = _join_around_gap(out, piece)
            omitted = False
        out += piece
    return out.rstrip(" ") if omitted else out


def _piece(part: Part, values: Mapping[str, str], sender: str, label: Callable[[str], str]) -> str:
    if isinstance(part, Text):
        return part.text
    if isinstance(part, Blank):
        return values.get(part.field) or f"[{label(part.field)}]"
    if isinstance(part, Alternatives):
        return part.form(sender)
    return fill(part.parts, values, sender, label)


def _join_around_gap(before: str, after: str) -> tuple[str, str]:
    """Keep one space, and none at the ends of a line, where a passage was left out."""
    if not before or before[-1] in " \n":
        after = after.lstrip(" ")
    if after.startswith("\n"):
        before = before.rstrip(" ")
    return before, after


@dataclass(frozen=True)
class Words:
    """A text in the grammar of this module, parsed once, when it is read.

    Where the grammar is broken, `fault` is the sentence for the author, and the text stands for itself.
    """

    text: str
    parts: tuple[Part, ...]
    fault: str | None = None

    @classmethod
    def read(cls, text: str) -> Words:
        """Never raises: a fault is told to the author by whoever reads the page."""
        try:
            return cls(text, parse(text))
        except WordsError as error:
            return cls(text, (Text(text),), str(error))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of all blanks, in order of appearance, repeated as they are."""
        return tuple(blanks(self.parts))

    def labelled(self, label: Callable[[str], str], sender: str = "he") -> str:
        """The words with each blank as its label in square brackets; optional passages are kept."""
        return fill(self.parts, {name: f"[{label(name)}]" for name in self.fields}, sender)

    @property
    def passages(self) -> int:
        """The number of optional passages."""
        return sum(isinstance(part, Passage) for part in self.parts)
