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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from .model import Place, Problem, Site
from .plain_yaml import UnreadableError, compose
from .site import Project
from .targets import targets

KINDS = ("playbook", "template", "checklist", "page")
COMMAND = "python -m playbooks register"
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


@dataclass(frozen=True)
class Register:
    """The lines in their order; `count` is what the file says about their number, None without one."""

    entries: tuple[Entry, ...]
    count: int | None
    place: Place
    problems: tuple[Problem, ...] = ()

    def final(self, identifier: str, known: Iterable[str]) -> str | None:
        """What an id leads to now: itself while it is known, else the end of its line of successors."""
        successors = {entry.id: entry.successor for entry in self.entries}
        seen: set[str] = set()
        current: str | None = identifier
        while current and current not in known and current not in seen:
            seen.add(current)
            current = successors.get(current)
        return current if current in set(known) else None


def seal(before: str, kind: str, identifier: str) -> str:
    return hashlib.sha256(f"{before} {kind} {identifier}".encode()).hexdigest()[:8]


def read_register(path: Path, shown_path: str) -> Register:
    """Read the file; a missing one is a problem, an unreadable one too."""
    top = Place(shown_path, 1)
    if not path.exists():
        return Register((), None, top, (Problem(top, f"there is no register of public ids; run {COMMAND}"),))
    try:
        root = compose(path.read_text("utf-8"))
    except UnicodeDecodeError:
        return Register((), None, top, (Problem(top, "the file is not UTF-8"),))
    except UnreadableError as error:
        sentence = error.sentence or "the file is not valid YAML"
        return Register((), None, top, (Problem(Place(shown_path, error.line), sentence),))
    values = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    rows, count = values.get("ids"), values.get("entries")
    if not isinstance(rows, yaml.SequenceNode) or not (count and str(count.value).isdigit()):
        return Register((), None, top, (Problem(top, "the register needs entries: <number> and ids: <list>"),))
    entries = tuple(_entry(row, shown_path) for row in rows.value)
    return Register(entries, int(count.value), Place(shown_path, count.start_mark.line + 1))


def registered(project: Project) -> Register:
    """The register of a project; read again only when the file has changed."""
    path = project.data / "register.yml"
    changed = path.stat().st_mtime_ns if path.exists() else 0
    return _read(path, project.shown(path), changed)


@cache
def _read(path: Path, shown_path: str, changed: int) -> Register:
    return read_register(path, shown_path)


def _entry(row: yaml.Node, shown_path: str) -> Entry:
    values: dict[str, str] = {}
    if isinstance(row, yaml.MappingNode):
        values = {str(key.value): str(value.value) for key, value in row.value}
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
        if not page.is_playbook:
            found.setdefault(f"/{page.url}", ("page", page.place))
    return found


def check(site: Site, register: Register) -> Iterator[Problem]:
    """Everything that would break a link."""
    yield from register.problems
    if register.count is None:
        return
    yield from intact(register)
    content = public(site)
    entries: dict[str, Entry] = {}
    for entry in register.entries:
        if entry.id in entries:
            yield Problem(entry.place, f"{entry.id} already stands in line {entries[entry.id].place.line}")
        entries.setdefault(entry.id, entry)
    for entry in entries.values():
        yield from _entry_problems(entry, entries, content)
    for name, (kind, place) in content.items():
        if name not in entries:
            yield Problem(place, f"the {kind} {name} is not in {register.place.path}; add it with {COMMAND}")


def intact(register: Register) -> Iterator[Problem]:
    """Whether lines were taken out or changed; a broken seal is reported once."""
    before = ""
    for entry in register.entries:
        if entry.kind not in KINDS or not entry.id:
            yield Problem(entry.place, f"a line needs id: and kind:, one of {', '.join(KINDS)}")
        if entry.seal != seal(before, entry.kind, entry.id):
            sentence = (
                f"the seal of {entry.id} does not fit: a line was taken out or changed here or just above; "
                f"put it back (after a merge: delete the lines of one branch and run {COMMAND})"
            )
            yield Problem(entry.place, sentence)
        before = entry.seal
    if register.count != len(register.entries):
        sentence = (
            f"entries: says {register.count}, but there are {len(register.entries)}: "
            "put back the lines that were taken out"
        )
        yield Problem(register.place, sentence)


def _entry_problems(
    entry: Entry, entries: Mapping[str, Entry], content: Mapping[str, tuple[str, Place]]
) -> Iterator[Problem]:
    if entry.id in content:
        kind, place = content[entry.id]
        if kind != entry.kind:
            yield Problem(place, f"{entry.id} was a {entry.kind} ({entry.place}); a {kind} needs another id")
        elif entry.successor:
            yield Problem(entry.place, f"{entry.id} has the successor {entry.successor}, but is still at {place}")
        return
    if not entry.successor:
        sentence = f"the {entry.kind} {entry.id} is gone; bring it back, or name its successor: here"
        yield Problem(entry.place, sentence)
        return
    way = [entry.id]
    while (name := way[-1]) not in content:
        following = entries[name].successor if name in entries else None
        if name not in entries:
            yield Problem(entry.place, f"{name}, the successor of {way[-2]}, does not exist")
            return
        if following is None:
            return  # reported where that line stands
        if following in way:
            circle = " → ".join([*way[way.index(following) :], following])
            yield Problem(entry.place, f"the successors go round in a circle: {circle}")
            return
        way.append(following)


def additions(site: Site, register: Register) -> list[str]:
    """The lines that the register lacks, sealed, in the order of the content."""
    known = {entry.id for entry in register.entries}
    before = register.entries[-1].seal if register.entries else ""
    lines = []
    for name, (kind, _) in public(site).items():
        if name not in known:
            before = seal(before, kind, name)
            lines.append(f"  - {{id: {name}, kind: {kind}, seal: {before}}}")
    return lines


def extended(source: str, lines: list[str], count: int) -> str:
    """The text of the file with lines added; an empty one gets its head."""
    if not source.strip():
        source = f"{HEAD}\nentries: 0\nids:\n"
    source = re.sub(r"(?m)^entries:.*$", f"entries: {count}", source, count=1)
    return source.rstrip("\n") + "\n" + "".join(f"{line}\n" for line in lines)
