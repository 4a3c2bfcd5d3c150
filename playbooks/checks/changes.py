"""What changed, for readers: every change is about something that exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..data.changes import Change
from ..model.identifiers import shown
from ..model.places import Problem


def check(changes: Sequence[Change], known: Collection[str]) -> Iterator[Problem]:
    """`known` are the public ids, old ones included."""
    for change in changes:
        for name in change.ids:
            if name not in known:
                yield Problem(
                    change.place, f"the change {change.id} names {shown(name)}, which is no public id", "change-id"
                )
