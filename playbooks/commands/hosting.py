"""Files for the host of a built site: headers, caching, redirects, and workflows that publish.

A page carries its own policy in a <meta>. What a <meta> cannot say – who may frame the page, for one – and the
same policy for the whole site stand in the headers of a host that lets one set them.
"""

from __future__ import annotations

import gzip
import importlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from ..model.layout import LASTING
from ..project import Project
from ..publishing.writing import Folder, WritingError

TEMPLATES = Path(__file__).parent / "hosts"
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
FOR_EVER = "public, max-age=31536000, immutable"
NOTHING_MOVED = re.compile(r'<script id="playbooks-moved" type="application/json">\{\}</script>')
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"#]*)"')
EMBED = "embed"
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".csv", ".md", ".yml", ".webmanifest")
SMALLEST = 512  # bytes; below it a compressed twin saves nothing
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}
TYPES = {
    "text/html": "html",
    "text/css": "css",
    "text/javascript": "js mjs",
    "application/json": "json map",
    "application/manifest+json": "webmanifest",
    "application/xml": "xml",
    "image/svg+xml": "svg",
    "image/png": "png",
    "font/woff2": "woff2",
    "text/plain": "txt",
    "text/markdown": "md",
    "text/csv": "csv",
    "application/yaml": "yml",
}


@dataclass(frozen=True)
class Hosted:
    """A built site and where it will stand."""

    name: str
    slug: str
    site_dir: str
    address: str  # https://desk.example/words/, or ""
    policy: str
    unframed: tuple[str, ...] = ()  # what no other site may frame: "", "playbooks/*", "fr/playbooks/*", …
    framed: tuple[str, ...] = ()  # folders of frames, one a language: "embed", "fr/embed"
    lasting: tuple[str, ...] = ()  # folders in which every file has a fingerprint in its name
    moved: tuple[tuple[str, str], ...] = ()  # addresses that lead on whatever their fragment is
    test: str = "make check"

    @property
    def base(self) -> str:
        """The path of the site on its host: "/" or "/words/"."""
        return urlsplit(self.address).path.rstrip("/") + "/"

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or "_"


def hosted(project: Project, site: Path) -> Hosted:
    """What hosts need to know. Raises WritingError with a sentence where the site is not built."""
    pages = sorted(site.rglob("*.html"))
    if not pages:
        raise WritingError(f"{site} holds no pages; build the site first")
    return Hosted(
        project.name,
        project.slug,
        site.name,
        project.address,
        policy(page.read_text("utf-8") for page in pages),
        tuple(_unframed(site)),
        tuple(sorted(path.relative_to(site).as_posix() for path in site.glob(f"**/{EMBED}") if path.is_dir())),
        tuple(_lasting(site)),
        tuple(_moved(site, pages)),
    )


def _unframed(site: Path, start: str = "") -> Iterator[str]:
    yield start
    for folder in sorted(path for path in (site / start).iterdir() if path.is_dir()):
        if (folder / EMBED).is_dir():
            yield from _unframed(site, f"{start}{folder.name}/")
        elif folder.name != EMBED and any(folder.rglob("*.html")):
            yield f"{start}{folder.name}/*"


def _lasting(site: Path) -> Iterator[str]:
    for folder in sorted(path for path in site.rglob("*") if path.is_dir()):
        files = [path.relative_to(site).as_posix() for path in folder.rglob("*") if path.is_file()]
        if files and all(re.fullmatch(LASTING, path) for path in files):
            yield folder.relative_to(site).as_posix()


def _moved(site: Path, pages: Sequence[Path]) -> Iterator[tuple[str, str]]:
    for page in pages:
        html = page.read_text("utf-8")
        target = REFRESH.search(html)
        if target and NOTHING_MOVED.search(html):
            new = Path(os.path.normpath(page.parent / target[1])).relative_to(site).as_posix()
            yield f"{page.parent.relative_to(site).as_posix()}/", f"{new}/"


def policy(pages: Iterable[str]) -> str:
    """One policy that holds for all pages: whatever one of them allows. Directives in alphabetic order."""
    allowed: dict[str, set[str]] = {}
    for page in pages:
        for directive in (unescape(found) for found in META.findall(page)):
            for part in directive.split(";"):
                name, *values = part.split()
                allowed.setdefault(name, set()).update(values)
    for some in allowed.values():
        if len(some) > 1:
            some.discard("'none'")
    return "; ".join(" ".join([name, *sorted(values)]) for name, values in sorted(allowed.items()))


def nginx(site: Hosted, root: str, port: int) -> Iterator[tuple[str, str]]:
    """hosting/nginx.conf: a server for the site in the folder `root`."""
    yield (
        "hosting/nginx.conf",
        _filled(
            "nginx.conf",
            name=site.name,
            folder=root,
            host=site.host,
            port=port,
            base=site.base,
            policy=site.policy,
            lasting=LASTING,
            headers="\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items()),
            types="\n".join(f"        {kind} {endings};" for kind, endings in TYPES.items()),
        ),
    )


def headers(site: Hosted) -> Iterator[tuple[str, str]]:
    """_headers and _redirects in the site itself, as Cloudflare Pages, Netlify and others read them.

    Such a host gives a page the headers of every row that fits, and no row can take one back: so what may not
    be framed is named folder by folder.
    """
    rows = [f"{site.base}*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    rows += [f"  Content-Security-Policy: {site.policy}", "  Cache-Control: no-cache"]
    for folder in site.unframed:
        rows += [f"{site.base}{folder}", "  Content-Security-Policy: frame-ancestors 'none'"]
    for folder in site.lasting:
        rows += [f"{site.base}{folder}/*", "  ! Cache-Control", f"  Cache-Control: {FOR_EVER}"]
    yield f"{site.site_dir}/_headers", "\n".join(rows) + "\n"
    lines = (f"{site.base}{old} {site.base}{new} 301" for old, new in site.moved)
    yield f"{site.site_dir}/_redirects", "".join(f"{line}\n" for line in lines)


def container(site: Hosted) -> Iterator[tuple[str, str]]:
    """Containerfile: builds the site in one stage and serves it with nginx in the next."""
    base = site.base.rstrip("/")
    yield "Containerfile", _filled("Containerfile", slug=site.slug, site_dir=site.site_dir, base=base)


def github(site: Hosted) -> Iterator[tuple[str, str]]:
    yield ".github/workflows/publish.yml", _filled("pages.yml", site_dir=site.site_dir, test=site.test)


def gitlab(site: Hosted) -> Iterator[tuple[str, str]]:
    yield ".gitlab-ci.yml", _filled("gitlab-ci.yml", site_dir=site.site_dir, test=site.test)


def bucket(site: Hosted) -> Iterator[tuple[str, str]]:
    """A script for an object store behind a CDN, and the headers that the CDN is to set."""
    yield (
        "hosting/publish-bucket.sh",
        _filled(
            "publish-bucket.sh", site_dir=site.site_dir, base=site.base, lasting=LASTING, invalid=f"'{site.base}*'"
        ),
    )
    every = {**HEADERS, "Content-Security-Policy": f"{site.policy}; frame-ancestors 'none'"}
    open_ = {**HEADERS, "Content-Security-Policy": site.policy}
    rows = {f"{site.base}*": every, **{f"{site.base}{folder}/*": open_ for folder in site.framed}}
    yield "hosting/headers.json", json.dumps(rows, indent=2) + "\n"


def compress(site: Path, brotli: Callable[[bytes], bytes] | None) -> int:
    """Write name.gz, and name.br where there is a `brotli`, beside each file that gains by it; how many."""
    if not any(site.rglob("*.html")):
        raise WritingError(f"{site} holds no pages; build the site first")
    made = 0
    folder = Folder(site.resolve())
    for path in sorted(path for path in site.rglob("*") if path.suffix in COMPRESSED and path.is_file()):
        data = path.read_bytes()
        if len(data) < SMALLEST:
            continue
        name = str(path.relative_to(site))
        folder.write(f"{name}.gz", gzip.compress(data, 9, mtime=0))
        if brotli:
            folder.write(f"{name}.br", brotli(data))
        made += 1
    return made


def brotli() -> Callable[[bytes], bytes] | None:
    """What makes .br files, where it is installed."""
    try:
        return importlib.import_module("brotli").compress  # type: ignore[no-any-return]
    except ImportError:
        return None


def _filled(template: str, **values: object) -> str:
    return (TEMPLATES / template).read_text("utf-8").format(**values)


HOSTS: dict[str, Callable[[Hosted], Iterator[tuple[str, str]]]] = {
    "headers": headers,
    "container": container,
    "github": github,
    "gitlab": gitlab,
    "bucket": bucket,
}
NAMES = ("nginx", *HOSTS)
