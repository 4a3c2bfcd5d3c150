"""YAML as authors of this project write it: plain lists, mappings and texts.

Front matter and data files are read here and nowhere else. What makes a small text grow (anchors and
aliases), hides a value (a key written twice) or asks for more than plain data (tags, deep nesting,
control characters) is refused at its line. The parser in C is used where PyYAML has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..model.places import Place, Problem
from .yaml_faults import QUOTES, explained

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TEXT = "tag:yaml.org,2002:str"
NOT_YAML = "this is not valid YAML"
DEPTH = 20  # nothing of ours is deeper than six
ALIASES = "aliases (&, *) are not understood here; write the text out"
TAGS = "tags (!) are not understood here; write the value alone"
NESTING = "lists and mappings stand too deep inside each other here"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000\ufffe\uffff]")
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as YAML counts lines


class UnreadableError(ValueError):
    """A text that is not read: its line, counted from 1, and why ("": it is not valid YAML); `advice` says then
    what to type."""

    def __init__(self, line: int, sentence: str = "", advice: str = QUOTES) -> None:
        super().__init__(sentence or "not valid YAML")
        self.line = line
        self.sentence = sentence
        self.advice = advice

    def said(self, otherwise: str = NOT_YAML) -> str:
        """The whole sentence; `otherwise` is how it begins for what is not valid YAML."""
        return self.sentence or f"{otherwise}; {self.advice}"


@dataclass(frozen=True)
class File:
    """What a data file holds, as a value and as nodes, which know their lines; and why it could not be read."""

    value: Any = None
    root: yaml.Node | None = None
    problems: tuple[Problem, ...] = ()


def load(source: str) -> Any:
    """What the text holds. Raises UnreadableError."""
    root = compose(source)
    return None if root is None else value_of(root, Loader(""))


def value_of(node: yaml.Node, loader: Any) -> Any:
    """What a node holds, in plain Python; `loader` makes numbers, dates and the like. Raises UnreadableError."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.tag == TEXT else _plain(node, loader)
    if isinstance(node, yaml.SequenceNode):
        return [value_of(child, loader) for child in node.value]
    found = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise UnreadableError(line_of(key))  # a list or a mapping is no key
        found[value_of(key, loader)] = value_of(child, loader)
    return found


def _plain(node: yaml.ScalarNode, loader: Any) -> Any:
    try:
        return loader.construct_object(node)
    except (yaml.MarkedYAMLError, ValueError, OverflowError) as error:
        advice = "put what looks like a date or a number and is none in quotes"  # 2026-13-45; 5,000 digits
        raise UnreadableError(line_of(node), advice=advice) from error


def compose(source: str) -> yaml.Node | None:
    """The text as nodes, which know their lines. Raises UnreadableError."""
    if found := CONTROL.search(source):
        line = len(LINE_BREAK.findall(source, 0, found.start())) + 1
        raise UnreadableError(line, f"the character U+{ord(found[0]):04X} cannot stand in a text")
    try:
        _refuse(source)
        root: yaml.Node | None = yaml.compose(source, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line, advice = explained(source, _line(error))
        raise UnreadableError(line, advice=advice) from error
    except yaml.YAMLError as error:
        raise UnreadableError(1) from error
    if root is not None:
        _refuse_doubled(root)
    return root


def read_file(path: Path, shown_path: str) -> File:
    """What a data file holds; nothing when it does not exist."""
    if path.exists() and not path.is_file():
        return _unread(shown_path, 1, "this is neither a file nor absent; take it away", "data-file")
    try:
        root = _composed(path.read_text("utf-8")) if path.exists() else None
        return File(None if root is None else value_of(root, Loader("")), root)
    except UnicodeDecodeError as error:
        return _unread(
            shown_path, error.object[: error.start].count(b"\n") + 1, "the file is not UTF-8", "encoding"
        )
    except UnreadableError as error:
        return _unread(shown_path, error.line, error.said(), "data-yaml")


@lru_cache(maxsize=64)  # a file is read for its meaning and for its texts, and by a server at each edit
def _composed(text: str) -> yaml.Node | None:
    return compose(text)


def _unread(shown_path: str, line: int, sentence: str, code: str) -> File:
    return File(problems=(Problem(Place(shown_path, line), sentence, code),))


def _line(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return int(mark.line) + 1 if mark else 1


def line_of(part: yaml.Node | yaml.Event) -> int:
    return int(part.start_mark.line) + 1 if part.start_mark else 1


def _refuse(source: str) -> None:
    """Look at the events one by one, before anything is built of them."""
    flows: list[bool] = []  # of what is open: whether it stands in brackets
    for event in yaml.parse(source, Loader=Loader):
        line = line_of(event)
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
        # the parser without C takes it for the start of a key: both agree
        raise UnreadableError(line, advice="put a text that holds ? in quotes")


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    if isinstance(node, yaml.CollectionNode):
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from _nodes(part)


def _doubled(key: str) -> str:
    if re.match(r"-\w", key):
        return f"type a space after the dash: - {key[1:]}: …"
    return f"{key}: stands twice"


def _refuse_doubled(root: yaml.Node) -> None:
    for node in _nodes(root):
        seen: set[str] = set()
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.value in seen:
                raise UnreadableError(line_of(key), _doubled(str(key.value)))
            seen.add(key.value)
