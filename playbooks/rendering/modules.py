"""Which files a page fetches to run its scripts, all named at the start and none learned of one after the other.

Scripts are written as modules, one idea each, and published in few files (publishing/bundle.py). Where no bundler
is at hand they are published as they are: the same site in more requests.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

IMPORT = re.compile(r"""^(?:import|export)\b[^'"();]*?['"](?P<name>\.\.?/[\w/-]+\.js)['"]""", re.MULTILINE)


@dataclass(frozen=True)
class Scripts:
    """How entries are published: `parts` are the files of each below assets/, that which runs first, then what it
    imports at once. `files` are those that the bundler made, with their texts; `asked` are files that scripts
    ask for by a name, (path, text) each (publishing/asked.py)."""

    parts: Mapping[str, tuple[str, ...]]
    files: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def is_bundled(self) -> bool:
        return bool(self.files)

    @property
    def places(self) -> dict[str, str]:
        """Where the files are that are asked for by name, from the root of the site."""
        return {name: path for name, (path, _) in self.asked.items()}

    def first(self, entry: str) -> str:
        """The file to run."""
        return self.parts[entry][0]

    def of(self, *entries: str) -> list[str]:
        """All files that the entries need at once, each once."""
        return list(dict.fromkeys(part for entry in entries for part in self.parts[entry]))


def loose(modules: Mapping[str, str], *entries: str) -> Scripts:
    """Scripts as they are, of modules by their paths: "core/storage.js"."""
    return Scripts({entry: tuple(closure(modules, entry)) for entry in entries})


def closure(modules: Mapping[str, str], *entries: str) -> list[str]:
    """The modules that the entries import, directly or not, entries first, each once.

    Only static imports count: what is imported on demand is not wanted at the start.
    """
    found: dict[str, None] = dict.fromkeys(entries)
    queue = list(entries)
    while queue:
        module = queue.pop(0)
        for address in _imports(modules.get(module, "")):
            name = posixpath.normpath(posixpath.join(posixpath.dirname(module), address))
            if name not in found:
                found[name] = None
                queue.append(name)
    return list(found)


def _imports(source: str) -> Iterator[str]:
    return (match["name"] for match in IMPORT.finditer(source))
