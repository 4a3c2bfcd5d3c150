"""The worker in one file: its modules are for people, and each would be one more request.

Only what our modules use is understood: `import { a } from './b.js';`, `import './b.js';`, the same from
the folder above, which the page shares, and `export` before a declaration, each at the start of a line.
Names are distinct among the modules; all stand in one function, so that they can be shortened.
"""

from __future__ import annotations

import re
from pathlib import Path

IMPORT = re.compile(r"^import (?:\{[^}]*\} from )?'(?P<path>\.{1,2}/[\w/-]+\.js)';\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|class|function)\b)", re.MULTILINE)
ENTRY = "worker.js"


def bundle(folder: Path) -> None:
    """Put all modules that the worker in `folder` takes into it, and take them away."""
    entry = folder.resolve() / ENTRY
    if not entry.exists():
        return
    order: list[Path] = []
    _follow(entry, order)
    text = "".join(EXPORT.sub("", IMPORT.sub("", path.read_text("utf-8"))) for path in order)
    for path in order:
        if path.parent == entry.parent:
            path.unlink()
    entry.write_text(f"(() => {{{text}}})();\n", "utf-8", newline="\n")


def _follow(module: Path, order: list[Path]) -> None:
    """Append the modules that `module` needs, then itself, each once."""
    for match in IMPORT.finditer(module.read_text("utf-8")):
        needed = (module.parent / match["path"]).resolve()
        if needed not in order:
            _follow(needed, order)
    if module not in order:
        order.append(module)
