"""The grammar of a template's words: blanks, alternatives, optional passages.

    {client}                     a blank, by the id of its field
    {next-date:on}               a blank in a form that its language knows: "on Thursday 10 December"
    {désolé|désolée|désolés}     as the speaker is: he | she | we | we, all of us women
    {désolé|désolée}             two forms: one person speaks, whoever writes the rest
    [[ … {event} … ]]            left out when all the blanks in it are empty
    \\{  \\}  \\[  \\]               the character itself

A form that depends on who speaks stays open until the reader has said so: [désolé / désolée]. What stands in
the blanks is the matter of `filling`.

The browser has a twin of this module (assets/words/words.js); both are tested by
tests/cases/words.json.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from .identifiers import is_identifier

GENDERS = ("he", "she")
MOST_FORMS = 4

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
    """`form` is what its language makes of the value: "on", "by", "of"; None for the value alone."""

    field: str
    form: str | None = None


@dataclass(frozen=True)
class Speaker:
    """Who speaks: `gender` "he" or "she", None until it is known; `voice` "i", "we", or "women"."""

    gender: str | None = None
    voice: str = "i"

    @property
    def alone(self) -> Speaker:
        """The same where one person speaks, on the phone."""
        return replace(self, voice="i")


NOBODY = Speaker()
"""Nobody has said yet who speaks."""
SPEAKERS: dict[str, Speaker] = {
    "he": Speaker("he"),
    "she": Speaker("she"),
    "we": Speaker(None, "we"),
    "women": Speaker("she", "women"),
}
"""Everyone who can speak, by the names that exports use."""


@dataclass(frozen=True)
class Alternatives:
    """Forms for he, she, we, and we as women; two, where it is always one person who speaks."""

    forms: tuple[str, ...]

    def form(self, speaker: Speaker) -> str | None:
        """The form of this speaker; None while it depends on what is not known."""
        forms = self.forms
        if speaker.voice == "i" or len(forms) == 2:
            if forms[0] == forms[1]:
                return forms[0]
            return forms[GENDERS.index(speaker.gender)] if speaker.gender else None
        return self.of_women if speaker.voice == "women" else forms[2]

    @property
    def of_women(self) -> str:
        """The fourth form; without it désolé|désolée|nous sommes désolés has its own, others the third."""
        he, she, we, *women = self.forms if len(self.forms) > 2 else (*self.forms, "")
        if women:
            return women[0]
        ending = she.removeprefix(he) if she.startswith(he) else ""
        last = he[he.rfind(" ") + 1 :]
        return f"{we[:-1]}{ending}s" if ending and we.endswith(f"{last}s") else we

    @property
    def open_form(self) -> str:
        """How it is shown while nobody has said who speaks: [désolé / désolée], [e]."""
        return f"[{' / '.join(form.strip() for form in self.forms[:2] if form.strip())}]"


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
        if len(forms) > MOST_FORMS:
            raise WordsError(
                f"{{{inner}}} has {len(forms)} forms; he | she | we | we, all women takes two to four"
            )
        if not any(form.strip() for form in forms):
            raise WordsError(f"{{{inner}}} has only empty forms")
        return Alternatives(forms)
    field, colon, form = inner.partition(":")
    if not is_identifier(field) or (colon and not is_identifier(form)):
        raise WordsError(f"{{{inner}}} is neither a blank (lower-case words joined by -) nor he|she|we")
    return Blank(field, form or None)


P = TypeVar("P", Blank, Alternatives)


def each(parts: Sequence[Part], kind: type[P]) -> Iterator[P]:
    """All blanks, or all alternatives, in order of appearance, those of optional passages too."""
    for part in parts:
        if isinstance(part, kind):
            yield part
        elif isinstance(part, Passage):
            yield from each(part.parts, kind)


def blanks(parts: Sequence[Part]) -> Iterator[str]:
    """The fields of all blanks, in order of appearance, repeated as they are."""
    return (blank.field for blank in each(parts, Blank))


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

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields of all blanks, in order of appearance, repeated as they are."""
        return tuple(blanks(self.parts))

    def labelled(self, label: Callable[[Blank], str], speaker: Speaker = NOBODY) -> str:
        """The words with each blank as its label in square brackets; optional passages are kept."""
        return labelled(self.parts, label, speaker)

    @property
    def forms(self) -> Iterator[Blank]:
        """The blanks that ask for a form."""
        return (blank for blank in each(self.parts, Blank) if blank.form)

    @property
    def passages(self) -> int:
        """The number of optional passages."""
        return sum(isinstance(part, Passage) for part in self.parts)


def labelled(parts: Sequence[Part], label: Callable[[Blank], str], speaker: Speaker = NOBODY) -> str:
    """The parts with each blank as its label in square brackets, passages kept."""
    out = ""
    for part in parts:
        if isinstance(part, Passage):
            out += labelled(part.parts, label, speaker)
        elif isinstance(part, Alternatives):
            form = part.form(speaker)
            out += part.open_form if form is None else form
        else:
            out += f"[{label(part)}]" if isinstance(part, Blank) else part.text
    return out
