"""What data files must look like: each file says its shape in these words, next to the class that it fills.

    SHAPE = Rows(
        "the fields must be a list; begin each with - id: …",
        Record("the field {id}", {"id": Key(TEXT, "a field needs an id"), "label": Key(ByLanguage(TEXT))}),
    )

`faults_of` walks a file along its shape and says, with its line, what is misspelt and what is no text, no list
and so on. Values of a file without such faults have the types of the shape; only their meaning is still to be
looked at. A key or a language that nobody knows is told too, but is no reason to leave its row out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Protocol

import yaml

from ..languages.languages import LANGUAGES
from ..model.identifiers import shown
from ..model.places import Place, Problem
from .patterns import fault as fault_of_pattern
from .plain_yaml import TEXT as STRING
from .plain_yaml import line_of

NULL = "tag:yaml.org,2002:null"
BOOL = "tag:yaml.org,2002:bool"
DATE_TAG = "tag:yaml.org,2002:timestamp"
TYPED = {STRING, DATE_TAG, "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}  # what reads as it was typed
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
QUOTES = "put yes, no and what holds a colon in quotes"
LISTED = 12  # keys that a sentence names at most


@dataclass(frozen=True)
class Fault:
    """What is wrong at a line; `stray`: no more than a key that nobody knows."""

    line: int
    sentence: str
    stray: bool = False


@dataclass
class Walk:
    """One walk along a shape: the languages that every text needs, and what was found so far."""

    needed: Sequence[str] = ()
    language: str = ""  # of what is being looked at
    faults: list[Fault] = field(default_factory=list)

    def say(self, node: yaml.Node, sentence: str, stray: bool = False) -> None:
        self.faults.append(Fault(line_of(node), sentence, stray))

    def apart(self) -> Walk:
        """The same walk, with a list of its own."""
        return Walk(self.needed, self.language)


class Shape(Protocol):
    """`name` is how a sentence calls what is looked at; "" is the file itself."""

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        """Add what is wrong with a node to the walk."""


@dataclass(frozen=True)
class Scalar:
    """One value whose tag is one of `tags`, written as `form` says."""

    must: str
    tags: Collection[str] = frozenset(TYPED)
    form: re.Pattern[str] | None = None

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        written = isinstance(node, yaml.ScalarNode) and node.tag in self.tags
        if not written or (self.form and not self.form.fullmatch(node.value)):
            walk.say(node, f"{name} must be {self.must}")


@dataclass(frozen=True)
class Anything:
    """One value of any kind, which is read as it stands; no list and no mapping."""

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        if not isinstance(node, yaml.ScalarNode):
            walk.say(node, f"{name} must be a single word")


TEXT = Scalar(f"a text; {QUOTES}")
DATE = Scalar("a date: year-month-day", frozenset({DATE_TAG}), DAY)
WORD = Anything()


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        if not isinstance(node, yaml.ScalarNode) or node.value not in self.words:
            walk.say(node, f"{name} must be one of {', '.join(self.words)}")


@dataclass(frozen=True)
class Pattern:
    """A regular expression that Python understands and that comes to an end on every text."""

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        before = len(walk.faults)
        TEXT.look(node, name, walk)
        if len(walk.faults) == before and (sentence := fault_of_pattern(str(node.value))):
            walk.say(node, f"{walk.language}: “{shown(str(node.value))}” {sentence}")


@dataclass(frozen=True)
class ListOf:
    of: Shape
    must: str = "a list of texts, such as [one, another]"

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        if not isinstance(node, yaml.SequenceNode):
            walk.say(node, f"{name} must be {self.must}")
            return
        for child in node.value:
            self.of.look(child, f"each item of {name}", walk)


@dataclass(frozen=True)
class WordsOrList:
    """Words with spaces between, or a list of them."""

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        shape: Shape = ListOf(TEXT) if isinstance(node, yaml.SequenceNode) else TEXT
        shape.look(node, name, walk)


@dataclass(frozen=True)
class Table:
    """Lines of key: value whose keys are the author's."""

    of: Shape
    must: str = "lines of key: text"

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        if not isinstance(node, yaml.MappingNode):
            walk.say(node, f"{name} must be {self.must}")
            return
        for key, child in node.value:
            self.of.look(child, _below(name, _text(key)), walk)


@dataclass(frozen=True)
class ByLanguage:
    """Lines of language: value. The engine knows the languages; the site may build fewer."""

    of: Shape
    must: str = "written in each language, such as {en: …}"

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        if not isinstance(node, yaml.MappingNode):
            walk.say(node, f"{name or 'the file'} must be {self.must}")
            return
        for key, child in node.value:
            language = _text(key)
            if language not in LANGUAGES:
                _stray(key, LANGUAGES, walk, child)
            elif not is_empty(child):
                before, walk.language = walk.language, language
                self.of.look(child, f"{name} in {language}" if name else language, walk)
                walk.language = before


@dataclass(frozen=True)
class Key:
    """What stands under a key. `otherwise` is a sentence of its own for what is wrong or missing, told where
    the row begins: it may hold {id} and {value}. `everywhere`: no language of the site may lack it."""

    shape: Shape
    otherwise: str = ""
    needed: bool = False
    everywhere: bool = False


@dataclass(frozen=True)
class Record:
    """Lines of key: value with known keys. `called` names it in sentences and may hold its {id}.

    `otherwise` is the sentence for what is no mapping. `languages`: keys beside those of `keys` are languages,
    and this is the shape of what stands there.
    """

    called: str
    keys: Mapping[str, Key]
    otherwise: str = ""
    languages: Shape | None = None

    def look(self, node: yaml.Node, name: str, walk: Walk) -> None:
        if not isinstance(node, yaml.MappingNode):
            walk.say(node, self.otherwise or f"{name or 'the file'} must be lines of {', '.join(self.keys)}")
            return
        children = {_text(key): child for key, child in node.value}
        if self.called:
            name = self._named(children)
        self._unknown(node, walk)
        for key, row in self.keys.items():
            self._value(node, key, row, children, name, walk)
            if key == "id" and not is_sound(walk.faults):
                return  # a row without a name is told once
        if self.languages:
            for language in LANGUAGES:
                if language in children and not is_empty(children[language]):
                    before, walk.language = walk.language, language
                    self.languages.look(children[language], f"{name} in {language}", walk)
                    walk.language = before

    def _named(self, children: Mapping[str, yaml.Node]) -> str:
        return _filled(self.called, children.get("id"), None) if "{" in self.called else self.called

    def _unknown(self, node: yaml.MappingNode, walk: Walk) -> None:
        """Tell of keys that are misspelt."""
        for key, _ in node.value:
            if (text := _text(key)) not in self.keys and not (self.languages and text in LANGUAGES):
                _stray(key, [*self.keys, *(LANGUAGES if self.languages else ())], walk)

    def _value(
        self, node: yaml.Node, key: str, row: Key, children: Mapping[str, yaml.Node], name: str, walk: Walk
    ) -> None:
        """Look at what stands under one key."""
        child = children.get(key)
        if child is None or is_empty(child):
            if row.needed:
                walk.say(node, _filled(row.otherwise, children.get("id"), child) or f"{name} needs {key}: …")
        elif row.otherwise:
            inner = walk.apart()
            row.shape.look(child, "", inner)
            walk.faults += [fault for fault in inner.faults if fault.stray]
            if any(not fault.stray for fault in inner.faults):
                walk.say(node, _filled(row.otherwise, children.get("id"), child))
        else:
            row.shape.look(child, _below(name, key), walk)
        if row.everywhere and (child is None or is_empty(child) or isinstance(child, yaml.MappingNode)):
            for language in lacking(child, walk.needed):
                walk.say(node, f"{name} has no {key} in {language}")


@dataclass(frozen=True)
class Rows:
    """A file that is a list of records; `otherwise` is the sentence for one that is not."""

    otherwise: str
    of: Record


def faults_of(shape: Shape, node: yaml.Node, languages: Sequence[str] = (), name: str = "") -> list[Fault]:
    """What is wrong with a node. `languages` are those of the site, `name` is how sentences call the node."""
    walk = Walk(languages)
    shape.look(node, name, walk)
    return walk.faults


def problems_of(faults: Iterable[Fault], shown_path: str) -> list[Problem]:
    return [
        Problem(Place(shown_path, fault.line), fault.sentence, "unknown-key" if fault.stray else "data-shape")
        for fault in faults
    ]


def is_sound(faults: Iterable[Fault]) -> bool:
    """Whether the values have the types of the shape."""
    return all(fault.stray for fault in faults)


def lacking(node: yaml.Node | None, languages: Iterable[str]) -> list[str]:
    """The languages in which a mapping of texts has none."""
    rows = node.value if isinstance(node, yaml.MappingNode) else ()
    given = {_text(key) for key, child in rows if not is_empty(child)}
    return [language for language in languages if language not in given]


def is_empty(node: yaml.Node) -> bool:
    """Nothing at all, or nothing in it."""
    return node.tag == NULL or not node.value


def advice(key: str, known: Iterable[str]) -> str:
    """How a sentence about a misspelt key ends."""
    rows = list(known)
    if near := get_close_matches(key, rows, 1):
        return f"; did you mean `{near[0]}`?"
    return f"; known are {', '.join(rows)}" if len(rows) <= LISTED else ""


def _stray(key: yaml.Node, known: Iterable[str], walk: Walk, value: yaml.Node | None = None) -> None:
    """`value`, where nothing after the key means that a text was cut at its comma: {en: 1,200 euros}."""
    text = _text(key)
    is_cut = value is not None and is_empty(value) and not get_close_matches(text, known, 1)
    end = "; a text that holds a comma stands in quotes" if is_cut else advice(text, known)
    walk.say(key, f"the key `{shown(text)}` is not known here{end}", stray=True)


def _below(name: str, key: str) -> str:
    return f"`{shown(key)}` of {name}" if name else f"`{shown(key)}`"


def _filled(sentence: str, identifier: yaml.Node | None, value: yaml.Node | None) -> str:
    return sentence.replace("{id}", _shown(identifier)).replace("{value}", _shown(value))


def _shown(node: yaml.Node | None) -> str:
    """A value as a sentence shows it."""
    return shown(node.value) if isinstance(node, yaml.ScalarNode) and node.tag != NULL else "None"


def _text(key: yaml.Node) -> str:
    return str(key.value)
