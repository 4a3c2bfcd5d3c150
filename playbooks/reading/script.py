"""The paragraphs of a template, and the grammar of a phone script.

    You: Hello {client}.          a speech: the name of a speaker, a colon
    (Pause.)                      a direction: a paragraph in parentheses
    If they are angry:            a branch: a line at the margin that ends in a colon …
      You: I understand.          … and what belongs to it, indented

Emails and voicemails have ordinary paragraphs only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from ..model.places import Place, Problem
from ..model.templates import Paragraph
from ..model.words import Words

SPEECH = re.compile(r"^(?P<speaker>[^\W\d_][^:{}\n]{0,20}?)\s*:\s+(?P<text>\S.*)$", re.DOTALL)
BRANCH = re.compile(r"^(?P<text>[^{}\n]+):$")


def paragraphs(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """Paragraphs as (line number of the first line, text); `first` numbers the first line given.

    Spaces at the ends of lines are dropped; line breaks inside a paragraph are kept.
    """
    held: list[str] = []
    for number, line in enumerate([*lines, ""], start=first):
        if line.strip():
            held.append(line.rstrip())
        elif held:
            yield number - len(held), "\n".join(held)
            held = []


def plain(lines: Sequence[str], path: str, first: int, typeset: Callable[[str], str]) -> tuple[Paragraph, ...]:
    """The paragraphs of an email or a voicemail."""
    return tuple(
        Paragraph("text", Words.read(typeset(_dedent(text))), Place(path, number))
        for number, text in paragraphs(lines, first)
    )


def _dedent(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n"))


def phone(
    lines: Sequence[str],
    path: str,
    first: int,
    typeset: Callable[[str], str],
    speakers: Mapping[str, str],
) -> tuple[list[Paragraph], list[Problem]]:
    """The paragraphs of a phone script.

    `speakers` maps the names of a language ("Vous") to their ids ("you").
    """
    found: list[Paragraph] = []
    problems: list[Problem] = []
    in_branch = False
    for number, text in _split_branches(lines, first):
        place = Place(path, number)
        indented = text.startswith(" ")
        in_branch = in_branch and indented
        paragraph, fault = _paragraph(_dedent(text), place, speakers, typeset)
        if indented and not in_branch:
            fault = fault or "this is indented, but no branch (a line ending in a colon) stands above it"
        if paragraph.kind == "branch":
            in_branch = True
            if indented:
                fault = "a branch stands inside another branch; one level is enough for a phone call"
        elif in_branch:
            paragraph = replace(paragraph, depth=1)
        found.append(paragraph)
        if "\t" in text:
            fault = "there is a tab in this paragraph; type two spaces at the beginning of a line in a branch"
        if fault:
            problems.append(Problem(place, fault, "script"))
    return found, problems + _dangling(found)


def _split_branches(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """Paragraphs, with the line that opens a branch as one of its own."""
    for number, text in paragraphs(lines, first):
        head, _, rest = text.partition("\n")
        if rest.startswith(" ") and not head.startswith(" ") and BRANCH.match(head):
            yield number, head
            yield number + 1, rest
        else:
            yield number, text


def _paragraph(
    text: str, place: Place, speakers: Mapping[str, str], typeset: Callable[[str], str]
) -> tuple[Paragraph, str | None]:
    known = ", ".join(f"{name}:" for name in speakers)
    if text.startswith("(") and text.endswith(")"):
        return Paragraph("direction", Words.read(typeset(text)), place), None
    if speech := SPEECH.match(text):
        name = speech["speaker"].strip()
        if name in speakers:
            return Paragraph("speech", Words.read(typeset(speech["text"])), place, speakers[name]), None
        unknown = Paragraph("speech", Words.read(typeset(speech["text"])), place)
        return unknown, f"“{name}:” is not a speaker; the speakers are {known}"
    if branch := BRANCH.match(text):
        return Paragraph("branch", Words.read(typeset(branch["text"].rstrip() + ":")), place), None
    return Paragraph("text", Words.read(typeset(text)), place), (
        "this paragraph says neither who speaks nor what to do; begin it with a speaker "
        f"({known}), put it in parentheses, or end it with a colon to open a branch"
    )


def _dangling(found: Sequence[Paragraph]) -> list[Problem]:
    """A branch with nothing in it, and speech that could be taken for the end of a branch."""
    problems = []
    for paragraph, following in zip_longest(found, found[1:]):
        if paragraph.kind == "branch" and (following is None or following.depth == 0):
            problems.append(Problem(paragraph.place, "nothing is indented under this branch", "script"))
        if paragraph.depth and following and following.kind == "speech" and not following.depth:
            problems.append(
                Problem(
                    following.place,
                    "the script goes on after a branch; say so with a direction such as (In every case.)",
                    "script",
                )
            )
    return problems
