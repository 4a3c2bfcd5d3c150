"""Which browser modules a page needs, so that they are fetched at once and not one after the other.

A browser learns of an import only when it has read the module that asks for it; links of the kind
modulepreload name the whole set at the start.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

IMPORT = re.compile(r"""^(?:import|export)\b[^'"();]*?['"](?P<name>\.\.?/[\w/-]+\.js)['"]""", re.MULTILINE)


def closure(folder: Path, *entries: str) -> list[str]:
    """The modules that the entries import, directly or not, entries first, each once.

    All are told by their paths below `folder`, which holds a folder for each room: "core/storage.js".
    Only static imports count: what is imported on demand is not wanted at the start.
    """
    found: dict[str, None] = dict.fromkeys(entries)
    queue = list(entries)
    while queue:
        module = queue.pop(0)
        for address in _imports(folder / module):
            name = posixpath.normpath(posixpath.join(posixpath.dirname(module), address))
            if name not in found:
                found[name] = None
                queue.append(name)
    return list(found)


@cache
def _imports_of(path: Path, changed: int) -> tuple[str, ...]:
    source = path.read_text("utf-8")
    return tuple(match["name"] for match in IMPORT.finditer(source))


def _imports(path: Path) -> Iterator[str]:
    yield from _imports_of(path, path.stat().st_mtime_ns) if path.exists() else ()
