"""YAML as authors of this project write it: plain lists, mappings and texts.

Front matter and data files are read here and nowhere else. What makes a small text grow (anchors and
aliases), hides a value (a key written twice) or asks for more than plain data (tags, deep nesting,
control characters) is refused at its line. The parser in C is used where PyYAML has it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..model.places import Place, Problem

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEPTH = 20  # nothing of ours is deeper than six
ALIASES = "aliases (&, *) are not understood here; write the text out"
TAGS = "tags (!) are not understood here; write the value alone"
NESTING = "lists and mappings stand too deep inside each other here"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000\ufffe\uffff]")
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as YAML counts lines


class UnreadableError(ValueError):
    """A text that is not read: its line, counted from 1, and why ("": it is not valid YAML)."""

    def __init__(self, line: int, sentence: str = "") -> None:
        super().__init__(sentence or "not valid YAML")
        self.line = line
        self.sentence = sentence


def load(source: str) -> Any:
    """What the text holds. Raises UnreadableError."""
    root = compose(source)
    if root is None:
        return None
    try:
        return Loader("").construct_document(root)
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(_line(error)) from error
    except (ValueError, OverflowError) as error:  # a date such as 2026-13-45, a number of 5,000 digits
        raise UnreadableError(_wrong_value(root)) from error


def compose(source: str) -> yaml.Node | None:
    """The text as nodes, which know their lines. Raises UnreadableError."""
    if found := CONTROL.search(source):
        line = len(LINE_BREAK.findall(source, 0, found.start())) + 1
        raise UnreadableError(line, f"the character U+{ord(found[0]):04X} cannot stand in a text")
    try:
        _refuse(source)
        root: yaml.Node | None = yaml.compose(source, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(_line(error)) from error
    except yaml.YAMLError as error:
        raise UnreadableError(1) from error
    if root is not None:
        _refuse_doubled(root)
    return root


def read_file(path: Path, shown_path: str) -> tuple[str, Any, list[Problem]]:
    """The text of a data file, what it holds (None: nothing that can be read), and why not."""
    if path.exists() and not path.is_file():
        return "", None, [Problem(Place(shown_path, 1), "this is neither a file nor absent; take it away")]
    try:
        source = path.read_text("utf-8") if path.exists() else ""
        return source, load(source), []
    except UnicodeDecodeError as error:
        line, sentence = error.object[: error.start].count(b"\n") + 1, "the file is not UTF-8"
    except UnreadableError as error:
        line, sentence = error.line, error.sentence
    advice = "this is not valid YAML; put texts that hold a colon, a comma or ? in quotes"
    return "", None, [Problem(Place(shown_path, line), sentence or advice)]


def is_text(value: object) -> bool:
    """Whether a value reads as it was typed: yes, no and nothing at all do not, nor do lists."""
    return isinstance(value, str | int | float | datetime.date) and not isinstance(value, bool)


def are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


def lines_of(source: str) -> dict[str, int]:
    """Where each line first stands, by its text without spaces and the hyphen of a list."""
    found: dict[str, int] = {}
    for number, line in enumerate(source.split("\n"), 1):
        found.setdefault(line.lstrip("- ").strip(), number)
    return found


def _line(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return int(mark.line) + 1 if mark else 1


def _line_of(part: yaml.Node | yaml.Event) -> int:
    return int(part.start_mark.line) + 1 if part.start_mark else 1


def _refuse(source: str) -> None:
    """Look at the events one by one, before anything is built of them."""
    flows: list[bool] = []  # of what is open: whether it stands in brackets
    for event in yaml.parse(source, Loader=Loader):
        line = _line_of(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableError(line, ALIASES)
        if getattr(event, "tag", None):
            raise UnreadableError(line, TAGS)
        if isinstance(event, yaml.CollectionStartEvent):
            flows.append(bool(event.flow_style))
        elif isinstance(event, yaml.CollectionEndEvent):
            flows.pop()
        elif isinstance(event, yaml.ScalarEvent):
            _refuse_text(event, line, in_brackets=bool(flows) and flows[-1])
        if len(flows) > DEPTH:
            raise UnreadableError(line, NESTING)


def _refuse_text(event: yaml.ScalarEvent, line: int, in_brackets: bool) -> None:
    if found := CONTROL.search(event.value):
        raise UnreadableError(line, f"the character U+{ord(found[0]):04X} cannot stand in a text")
    if in_brackets and event.style in (None, "") and "?" in event.value:
        raise UnreadableError(line)  # the parser without C takes it for the start of a key: both agree


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    if isinstance(node, yaml.CollectionNode):
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from _nodes(part)


def _refuse_doubled(root: yaml.Node) -> None:
    for node in _nodes(root):
        seen: set[str] = set()
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.value in seen:
                raise UnreadableError(_line_of(key), f"{key.value}: stands twice")
            seen.add(key.value)


def _wrong_value(root: yaml.Node) -> int:
    """The line of the first value that cannot be what it looks like."""
    loader = Loader("")
    for node in _nodes(root):
        if isinstance(node, yaml.ScalarNode):
            try:
                loader.construct_object(node)
            except (ValueError, OverflowError):
                return _line_of(node)
    return 1
