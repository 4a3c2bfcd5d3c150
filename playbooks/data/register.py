"""The register of all public ids and addresses, data/register.yml: what was once linked stays linked.

    entries: 2
    ids:
      - {id: own-a-mistake, kind: playbook, seal: 1f0c9a3e, successor: own-an-error}
      - {id: /onboarding/, kind: page, seal: 5b1d77c2}

It only ever grows. `python -m playbooks register` adds what the content has and it lacks. What
vanishes from the content needs a `successor`: another id, or the address of a page; the build then
writes redirects.

That nothing is taken out must be seen without the history of the file. So each line carries a seal
made of its id, its kind and the seal of the line before: taking out or changing a line breaks the
seal of the next one, and `entries` tells when the last lines are missing. After a merge of two
branches that both added lines, the lines of one are deleted and the command is run again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from ..languages.languages import LANGUAGES
from ..model.identifiers import is_address, is_identifier, shown
from ..model.layout import ours
from ..model.pages import Site
from ..model.places import Place, Problem
from ..model.targets import targets
from ..reading.plain_yaml import UnreadableError, compose
from ..reading.shapes import WORD, Key, ListOf, Record, faults_of, problems_of

KINDS = ("playbook", "template", "checklist", "page")
NEEDED = "the register needs entries: <number> and ids: <list>"
COMMAND = "python -m playbooks register"
LINES = "a list of {id: …, kind: …, seal: …}"
LINE = Record("a line", {name: Key(WORD) for name in ("id", "kind", "seal", "successor")})
SHAPE = Record("", {"entries": Key(WORD), "ids": Key(ListOf(LINE, LINES))})
HEAD = """\
# Every public id and every address of a page. It only ever grows: python -m playbooks register adds
# what is new. Something renamed or given up keeps its line and gets the successor: of what it leads to
# now, such as {id: old-name, kind: playbook, seal: 0a1b2c3d, successor: new-name}. Never delete a line:
# other people's links end here. After a merge, delete the lines of one branch and run the command again.
"""


@dataclass(frozen=True)
class Entry:
    """One line. The `id` of a page is its address with slashes on both ends: "/onboarding/"."""

    id: str
    kind: str
    seal: str
    successor: str | None
    place: Place

    @property
    def faults(self) -> tuple[str, ...]:
        """Texts of the line that are no id and no address; such a line is reported, and never used."""
        own = is_free_address(self.id) if self.kind == "page" else is_identifier(self.id)
        led = self.successor is None or is_identifier(self.successor) or is_free_address(self.successor)
        return (() if own else (self.id,)) + (() if led else (str(self.successor),))

    @property
    def sound(self) -> bool:
        return self.kind in KINDS and not self.faults


def is_free_address(text: str) -> bool:
    """Whether a page can have, or have had, this address."""
    return is_address(text) and not ours(f"{text.strip('/')}/index.html".lstrip("/"), LANGUAGES)


@dataclass(frozen=True)
class Register:
    """The lines in their order; `count` is what the file says about their number, None without one."""

    entries: tuple[Entry, ...]
    count: int | None
    place: Place
    problems: tuple[Problem, ...] = ()

    @cached_property
    def successors(self) -> Mapping[str, str | None]:
        return {entry.id: entry.successor for entry in self.entries if entry.sound}

    def final(self, identifier: str, known: Container[str]) -> str | None:
        """What an id leads to now: itself while it is known, else the end of its line of successors."""
        seen: set[str] = set()
        current: str | None = identifier
        while current and current not in known and current not in seen:
            seen.add(current)
            current = self.successors.get(current)
        return current if current in known else None


def seal(before: str, kind: str, identifier: str) -> str:
    return hashlib.sha256(f"{before} {kind} {identifier}".encode()).hexdigest()[:8]


def read_register(path: Path, shown_path: str) -> Register:
    """Read the file; an unreadable one is a problem. Without one, no link is promised to last."""
    top = Place(shown_path, 1)
    if not path.exists():
        return Register((), None, top)
    if not path.is_file():
        return Register(
            (), None, top, (Problem(top, "this is neither a file nor absent; take it away", "data-file"),)
        )
    try:
        root = compose(path.read_text("utf-8"))
    except UnicodeDecodeError:
        return Register((), None, top, (Problem(top, "the file is not UTF-8", "encoding"),))
    except UnreadableError as error:
        problem = Problem(Place(shown_path, error.line), error.said("the file is not valid YAML"), "data-yaml")
        return Register((), None, top, (problem,))
    if root is None:
        return Register((), None, top, (Problem(top, NEEDED, "register-line"),))
    values = _values(root)
    rows, count = values.get("ids"), values.get("entries")
    if not isinstance(rows, yaml.SequenceNode) or not (count and re.fullmatch("[0-9]{1,9}", str(count.value))):
        return Register((), None, top, (Problem(top, NEEDED, "register-line"),))
    entries = tuple(_entry(row, shown_path) for row in rows.value)
    place = Place(shown_path, count.start_mark.line + 1)
    return Register(entries, int(count.value), place, tuple(problems_of(faults_of(SHAPE, root), shown_path)))


def _values(node: yaml.Node | None) -> dict[str, yaml.Node]:
    rows = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value): value for key, value in rows if isinstance(key, yaml.ScalarNode)}


def _entry(row: yaml.Node, shown_path: str) -> Entry:
    nodes = _values(row).items()
    values = {key: str(node.value) for key, node in nodes if isinstance(node, yaml.ScalarNode)}
    return Entry(
        id=values.get("id", ""),
        kind=values.get("kind", ""),
        seal=values.get("seal", ""),
        successor=values.get("successor"),
        place=Place(shown_path, row.start_mark.line + 1),
    )


def public(site: Site) -> dict[str, tuple[str, Place]]:
    """What the content has: id or address → (kind, where it stands)."""
    found = {name: (str(target.kind), target.place) for name, target in targets(site).items()}
    for page in site.pages:
        if not page.is_playbook and not page.given:
            found.setdefault(page.public, ("page", page.place))
    return found


def intact(register: Register) -> Iterator[Problem]:
    """Whether lines were taken out or changed; a broken seal is reported once."""
    before = ""
    for entry in register.entries:
        if entry.kind not in KINDS or not entry.id:
            yield Problem(entry.place, f"a line needs id: and kind:, one of {', '.join(KINDS)}", "register-line")
        if entry.seal != seal(before, entry.kind, entry.id):
            sentence = (
                f"the seal of {shown(entry.id)} does not fit: a line was taken out or changed here or just above; "
                f"put it back (after a merge: delete the lines of one branch and run {COMMAND})"
            )
            yield Problem(entry.place, sentence, "register-seal")
        before = entry.seal
    if register.count != len(register.entries):
        sentence = (
            f"entries: says {register.count}, but there are {len(register.entries)}: "
            "put back the lines that were taken out"
        )
        yield Problem(register.place, sentence, "register-seal")


def additions(site: Site, register: Register) -> list[str]:
    """The lines that the register lacks, sealed, in the order of the content."""
    known = {entry.id for entry in register.entries}
    before = register.entries[-1].seal if register.entries else ""
    lines = []
    for name, (kind, _) in public(site).items():
        if name not in known and (is_identifier(name) if kind != "page" else is_free_address(name)):
            before = seal(before, kind, name)
            lines.append(f"  - {{id: {name}, kind: {kind}, seal: {before}}}")
    return lines


def extended(source: str, lines: list[str], count: int) -> str:
    """The text of the file with lines added; an empty one gets its head."""
    if not source.strip():
        source = f"{HEAD}\nentries: 0\nids:\n"
    source = re.sub(r"(?m)^entries:.*$", f"entries: {count}", source, count=1)
    return source.rstrip("\n") + "\n" + "".join(f"{line}\n" for line in lines)
