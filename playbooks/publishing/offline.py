"""What a reader's browser keeps of the built site, so that its pages work without a network.

    /offline.js                   the service worker (theme/assets/offline/worker.js), with the build it belongs to
    /assets/offline/en-1f2e.txt   what it keeps of a language, one a line: an address, and where that does not tell
                                  what is in the file, its hash. A page stands after all that it asks for.

The worker is ours and not Workbox's: what matters here – a page never meets a file of another build – is a rule
about builds that Workbox does not have, and the rest of it is as long as what one would write to set that up.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.layout import (
    ADDRESSES,
    ASSETS,
    LASTING,
    MANIFEST,
    OFFLINE,
    OFFLINE_LISTS,
    OFFLINE_WORKER,
    PREVIEWS,
    SEARCH,
    STYLES,
    WORDS_ROOM,
    WORKER,
)
from ..model.pages import Site
from ..search.index import PACK
from .shrinking import shorter

SOURCE = f"{ASSETS}/offline/worker.js"
GONE = f"{ASSETS}/offline/gone.js"
# Names are given to these by scripts, which put them together.
SHEETS = (f"{STYLES}/call.css", f"{STYLES}/search.css")
KINDS = (".js", ".css", ".json", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".ico", ".woff2")
ELSEWHERE = ("go", "embed", "exports", SEARCH, PREVIEWS, OFFLINE_LISTS)
_NAME = re.compile(rf"[\w.-]+(?:{'|'.join(map(re.escape, KINDS))})\b")
_LASTING = re.compile(LASTING)


@dataclass(frozen=True)
class Kept:
    """What is kept of one language: addresses from the root of the site, and their files."""

    language: str
    files: tuple[tuple[str, Path], ...]

    @property
    def text(self) -> str:
        return "".join(f"{address}{_told(address, path)}\n" for address, path in self.files)

    @property
    def address(self) -> str:
        return f"{OFFLINE_LISTS}/{self.language}-{hashlib.sha256(self.text.encode()).hexdigest()[:8]}.txt"


def files(folder: Path, site: Site, theme: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """(path, text) of the worker and its lists, for the site that stands built in the folder."""
    lists = [kept(folder, site, language) for language in site.languages]
    yield from ((each.address, each.text) for each in lists)
    code = _source(theme, SOURCE)
    addresses = {each.language: each.address for each in lists}
    build = hashlib.sha256(f"{addresses}{code}".encode()).hexdigest()[:8]
    lost = {page.language: page.address() for page in site.pages if page.path == OFFLINE}
    told = {
        "build": build,
        "lists": addresses,
        "roots": {language: site.root(language) for language in site.languages},
        "lost": lost,
        "lasting": LASTING,
    }
    yield OFFLINE_WORKER, f"self.KEPT={json.dumps(told, separators=(',', ':'))};\n{shorter(SOURCE, code)}"


def gone(theme: Iterable[Path]) -> tuple[str, str]:
    """(path, text) of what stands in the place of the worker where nothing is to be kept any more: a browser that
    has the worker would go on with it for ever."""
    return OFFLINE_WORKER, shorter(GONE, _source(theme, GONE))


def kept(folder: Path, site: Site, language: str) -> Kept:
    """What is kept of a language: its pages and what they ask for, now or later."""
    own = [page.address() for page in site.pages_of(language)]
    others = [page.address() for page in site.pages if page.path == OFFLINE and page.language != language]
    pages = [(address, path) for address in (*own, *others) if (path := _file(folder, address)).is_file()]
    asked = _asked(folder, [path for _, path in pages])
    fixed = [*SHEETS, ADDRESSES, f"{WORKER}/worker.js", f"{WORKER}/stem_{language}.js"]
    fixed += [f"{WORDS_ROOM}/address_{code}.js" for code in site.languages]
    fixed += [f"{site.root(language)}{MANIFEST}", f"{SEARCH}/{language}.json"]
    rows = [path.relative_to(folder).as_posix() for path in (folder / SEARCH).glob(f"{language}-*/{PACK}")]
    names = dict.fromkeys([*asked, *fixed, *rows])
    return Kept(language, (*((name, folder / name) for name in names if (folder / name).is_file()), *pages))


def _asked(folder: Path, pages: Collection[Path]) -> list[str]:
    """The files whose names stand in the pages, or in a script or sheet that such a name leads to."""
    known: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*")):
        way = path.relative_to(folder).as_posix()
        is_ours = not way.startswith(tuple(f"{one}/" for one in ELSEWHERE)) and "/" in way
        if is_ours and path.suffix in KINDS and path.is_file() and not path.is_symlink():
            known.setdefault(path.name, []).append(path)
    found: dict[Path, None] = {}
    queue = list(pages)
    while queue:
        for name in sorted(set(_NAME.findall(queue.pop().read_text("utf-8")))):
            for path in known.pop(name, ()):
                found[path] = None
                if path.suffix in (".js", ".css"):
                    queue.append(path)
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _file(folder: Path, address: str) -> Path:
    return folder / (f"{address}index.html" if address.endswith("/") or not address else address)


def _told(address: str, path: Path) -> str:
    """The hash, unless the address has it."""
    if _LASTING.fullmatch(address):
        return ""
    return f" {base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()}"


def _source(theme: Iterable[Path], name: str) -> str:
    return next(path for folder in theme if (path := folder / name).is_file()).read_text("utf-8")
