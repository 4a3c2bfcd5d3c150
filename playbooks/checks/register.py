"""The register of public ids: nothing that was once linked is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..data.register import COMMAND, KINDS, Entry, Register, intact, public
from ..model.identifiers import shown
from ..model.pages import Site
from ..model.places import Place, Problem


def check(site: Site, register: Register) -> Iterator[Problem]:
    """Everything that would break a link."""
    yield from register.problems
    if register.count is None:
        return
    seals = list(intact(register))
    yield from seals
    content = public(site)
    entries: dict[str, Entry] = {}
    for entry in register.entries:
        if entry.id in entries:
            yield Problem(
                entry.place,
                f"{shown(entry.id)} already stands in line {entries[entry.id].place.line}",
                "register-line",
            )
        entries.setdefault(entry.id, entry)
    addresses = {page.public.lower() for page in site.pages}
    for entry in register.entries:
        yield from _form(entry)
        if entry.kind == "page" and entry.sound and entry.id not in content and entry.id.lower() in addresses:
            yield Problem(
                entry.place,
                f"{entry.id} is, but for capital letters or its kind:, a page of today",
                "register-line",
            )
    for entry in entries.values():
        if entry.sound:
            yield from _entry_problems(entry, entries, content)
    for name, (kind, place) in content.items():
        if name not in entries and not (seals or register.problems):  # else it may stand in a line that is broken
            yield Problem(
                place,
                f"the {kind} {name} is not in {register.place.path}; add it with {COMMAND}",
                "register-missing",
            )


def _form(entry: Entry) -> Iterator[Problem]:
    for text in entry.faults if entry.kind in KINDS and entry.id else ():
        sentence = (
            f"“{shown(text)}” is no id and no free address: an id consists of lower-case words joined by -, "
            "the address of a page of names between slashes, such as /onboarding/"
        )
        yield Problem(entry.place, sentence, "register-line")


def _entry_problems(
    entry: Entry, entries: Mapping[str, Entry], content: Mapping[str, tuple[str, Place]]
) -> Iterator[Problem]:
    if entry.id in content:
        kind, place = content[entry.id]
        if kind != entry.kind:
            yield Problem(
                place, f"{entry.id} was a {entry.kind} ({entry.place}); a {kind} needs another id", "register-kind"
            )
        elif entry.successor:
            yield Problem(
                entry.place,
                f"{entry.id} has the successor {entry.successor}, but is still at {place}",
                "register-successor",
            )
        return
    if not entry.successor:
        sentence = f"the {entry.kind} {entry.id} is gone; bring it back, or name its successor: here"
        yield Problem(entry.place, sentence, "register-gone")
        return
    way = [entry.id]
    while (name := way[-1]) not in content:
        following = entries[name].successor if name in entries else None
        if name not in entries:
            yield Problem(entry.place, f"{name}, the successor of {way[-2]}, does not exist", "register-successor")
            return
        if following is None:
            return  # reported where that line stands
        if following in way:
            circle = " → ".join([*way[way.index(following) :], following])
            yield Problem(entry.place, f"the successors go round in a circle: {circle}", "register-successor")
            return
        way.append(following)
