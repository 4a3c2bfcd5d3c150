"""The worker in one file: its modules are for people, and each would be one more request.

Only what our modules use is understood: `import { a } from './b.js';`, `import './b.js';`, the same from
the folder above, which the page shares, and `export` before a declaration, each at the start of a line.
Names are distinct among the modules; all stand in one function, so that they can be shortened.
"""

from __future__ import annotations

import posixpath
import re

from .writing import Folder

IMPORT = re.compile(r"^import (?:\{[^}]*\} from )?'(?P<path>\.{1,2}/[\w/-]+\.js)';\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|class|function)\b)", re.MULTILINE)
ENTRY = "worker.js"


def bundle(site: Folder, folder: str) -> None:
    """Put all modules that the worker in `folder` takes into it, and take them away."""
    entry = f"{folder}/{ENTRY}"
    order: dict[str, str] = {}
    _follow(site, entry, order)
    if not order:
        return
    text = "".join(EXPORT.sub("", IMPORT.sub("", source)) for source in order.values())
    for path in order:
        if posixpath.dirname(path) == folder:
            site.remove(path)
    site.write(entry, f"(() => {{{text}}})();\n")


def _follow(site: Folder, module: str, order: dict[str, str]) -> None:
    """Append the modules that `module` needs, then itself, each once, with their texts."""
    source = site.read(module)
    if source is None:
        return
    for match in IMPORT.finditer(source):
        needed = posixpath.normpath(posixpath.join(posixpath.dirname(module), match["path"]))
        if needed not in order:
            _follow(site, needed, order)
    order.setdefault(module, source)
