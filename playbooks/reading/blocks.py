"""Find the blocks of ours in a page of Markdown: templates, checklists, headings.

A template is a fenced block whose first word is a channel:

    ```email {#announce-a-delay-email title="A new date" .bad-news}
    Subject: {project}: a new delivery date

    Hello {client},
    ```

A checklist is an ordinary task list right under a heading; the heading's id is the checklist's:

    ## Before you call {#announce-a-delay-checklist}

    - [ ] I know the new date. {#new-date}

`scan` cuts the lines of a page into raw blocks; the modules `script` and `pages` make templates
and checklists of them. The Markdown extension uses the same cut, so that what is checked is
what is rendered. All line numbers count from 1 in the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model.blocks import Block, Fence, Line, Task, Tasks, Title
from ..model.channels import CHANNELS

FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
INFO = re.compile(r"^(?P<word>[\w-]*)\s*(?:\{(?P<attributes>[^}]*)\})?\s*(?P<rest>.*)$")
ATTRIBUTE = re.compile(r'#(?P<id>[^\s#.="]+)|\.(?P<flag>[\w-]+)|title="(?P<title>[^"]*)"|(?P<odd>\S+)')
HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]*+(?P<text>[^\s#].*)")
TASK = re.compile(r"[-*+] \[(?P<mark>[ xX])\] (?P<text>.*)")
TASK_MORE = re.compile(r" {2,}(?P<text>\S.*)")
ID = re.compile(r"\{:?\s*#(?P<id>[\w-]+)\s*\}")


def scan(text: str) -> Iterator[Block]:
    """Cut the text of a page into blocks, in order, every line in exactly one of them."""
    lines = text.split("\n")
    at = 0
    heading: Title | None = None
    while at < len(lines):
        block = _block(lines, at, heading)
        yield block
        at = block.end
        if isinstance(block, Title):
            heading = block
        elif not (isinstance(block, Line) and not block.text.strip()):
            heading = None


def _block(lines: list[str], at: int, heading: Title | None) -> Block:
    line = lines[at]
    if fence := FENCE.match(line):
        return _fence(lines, at, fence)
    if TASK.match(line):
        return _tasks(lines, at, heading)
    if title := _title(line, at + 1):
        return title
    return Line(at + 1, at + 1, line)


def _title(line: str, number: int) -> Title | None:
    heading = HEADING.match(line)
    if not heading:
        return None
    text, identifier = _id(heading["text"].rstrip().rstrip("#"))
    if not text:  # braces alone are what the heading says
        text, identifier = heading["text"].rstrip().rstrip("#").rstrip(), None
    return Title(number, number, len(heading["marks"]), text, identifier)


def _id(text: str) -> tuple[str, str | None]:
    """What stands before the id at the end of a heading or a row, and the id."""
    text = text.rstrip()
    start = text.rfind("{")
    found = ID.fullmatch(text, start) if start >= 0 else None
    return (text[:start].rstrip(), found["id"]) if found else (text, None)


def _fence(lines: list[str], at: int, opening: re.Match[str]) -> Fence:
    mark, indent = opening["fence"], len(opening["indent"])
    closing = re.compile(rf"^ {{0,{indent + 3}}}{re.escape(mark[0])}{{{len(mark)},}}\s*$")
    word, attributes = _info(opening)
    end = at + 1
    while end < len(lines) and not closing.match(lines[end]):
        if word in CHANNELS and _begins_something_else(lines[end]):
            break
        end += 1
    closed = end < len(lines) and bool(closing.match(lines[end]))
    content = tuple(line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines[at + 1 : end])
    return Fence(at + 1, end + 1 if closed else end, word, attributes, content, closed)


def _info(opening: re.Match[str]) -> tuple[str, str | None]:
    info = INFO.match(opening["info"].strip())
    return (info["word"], info["attributes"]) if info else ("", None)


def _begins_something_else(line: str) -> bool:
    """Inside a template, this line tells that the fence which should close it was forgotten."""
    fence, title = FENCE.match(line), _title(line, 0)
    return bool(fence and _info(fence)[0] in CHANNELS) or bool(title and title.id)


def _tasks(lines: list[str], at: int, heading: Title | None) -> Tasks:
    items: list[Task] = []
    start = at
    while at < len(lines):
        if task := TASK.match(lines[at].lstrip(" ")):
            text, identifier = _id(task["text"])
            nested, ticked = lines[at].startswith(" "), task["mark"] != " "
            items.append(Task(at + 1, text, identifier, nested, ticked))
        elif items and (more := TASK_MORE.match(lines[at])):
            last, (text, identifier) = items[-1], _id(more["text"])
            items[-1] = replace(last, text=f"{last.text} {text}".rstrip(), id=identifier or last.id)
        elif lines[at].strip() or not (at + 1 < len(lines) and TASK.match(lines[at + 1])):
            break
        at += 1
    return Tasks(start + 1, at, tuple(items), heading)


@dataclass(frozen=True)
class Attributes:
    """What stands in the braces after the channel; `odd` is what could not be understood."""

    id: str | None
    title: str | None
    flags: frozenset[str]
    odd: tuple[str, ...]


def read_attributes(text: str | None) -> Attributes:
    identifier, title, flags, odd = None, None, set(), []
    for match in ATTRIBUTE.finditer(text or ""):
        if match["id"]:
            identifier = match["id"]
        elif match["flag"]:
            flags.add(match["flag"])
        elif match["title"] is not None:
            title = match["title"]
        else:
            odd.append(match["odd"])
    return Attributes(identifier, title, frozenset(flags), tuple(odd))
