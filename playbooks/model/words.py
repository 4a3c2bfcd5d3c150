"""The grammar of a template's words: blanks, alternatives, optional passages.

    {client}                     a blank, by the id of its field
    {next-date:on}               a blank in a form that its language knows: "on Thursday 10 December"
    {désolé|désolée|désolés}     as the speaker is: he | she | we | we, all of us women
    {désolé|désolée}             two forms: one person speaks, whoever writes the rest
    [[ … {event} … ]]            left out when all the blanks in it are empty
    \\{  \\}  \\[  \\]               the character itself

A form that depends on who speaks stays open until the reader has said so: [désolé / désolée]. Around
what a reader typed, full stops are neither doubled nor missing (see `mended`).

The browser has a twin of this module (assets/words/words.js); both are tested by
tests/cases/words.json.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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


def all_blanks(parts: Sequence[Part]) -> Iterator[Blank]:
    """All blanks, in order of appearance."""
    for part in parts:
        if isinstance(part, Blank):
            yield part
        elif isinstance(part, Passage):
            yield from all_blanks(part.parts)


def blanks(parts: Sequence[Part]) -> Iterator[str]:
    """The fields of all blanks, in order of appearance, repeated as they are."""
    return (blank.field for blank in all_blanks(parts))


def alternatives(parts: Sequence[Part]) -> Iterator[Alternatives]:
    """All alternatives, in order of appearance."""
    for part in parts:
        if isinstance(part, Alternatives):
            yield part
        elif isinstance(part, Passage):
            yield from alternatives(part.parts)


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
            piece = replace(_piece(one, filling, before), passage=passage, is_omitted=omitted)
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

    def labelled(self, label: Callable[[Blank], str], speaker: Speaker = NOBODY) -> str:
        """The words with each blank as its label in square brackets; optional passages are kept."""
        return labelled(self.parts, label, speaker)

    @property
    def forms(self) -> Iterator[Blank]:
        """The blanks that ask for a form."""
        return (blank for blank in all_blanks(self.parts) if blank.form)

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
