"""Where our own files stand in the site: what publishes them builds its paths from these names, and
what reads the trees of authors keeps them free."""

from __future__ import annotations

import re
from collections.abc import Collection

GO = "go"
EMBED = "embed"
SEARCH = "search"
EXPORTS = "exports"
ASSETS = "assets"
TEMPLATES = "templates"
PREVIEWS = f"{ASSETS}/previews"
CATALOG = "catalog.json"
SCHEMA = "catalog.schema.json"
ADDRESSES = "addresses.json"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
NOT_FOUND = "404.html"
OFFLINE = "offline/index.md"  # the page that stands for one that is not there without a network
OFFLINE_WORKER = "offline.js"
OFFLINE_LISTS = f"{ASSETS}/offline"
MANIFEST = "app.webmanifest"
# addresses that carry a fingerprint: what stands there never changes. For Python and for JavaScript
LASTING = r"assets/([a-z]+|search/worker)/[^/]+[-.][0-9a-z]{8}\.(min\.)?[a-z0-9]+|search/[a-z-]+-[0-9a-f]{8}/[^/]+"

STYLES = f"{ASSETS}/stylesheets"
WORKER = f"{ASSETS}/search/worker"
WORDS_ROOM = f"{ASSETS}/words"
BUNDLES = "scripts"  # below assets/: the browser modules in few files
# the browser modules (theme/assets)
ROOMS = ("blanks", "call", "checklist", "core", "header", "links", "offline", "search", "template", "words")
SCRIPTS = (ASSETS, *(f"{ASSETS}/{room}" for room in ROOMS), WORKER)
PIECES = "styles"  # of the style sheet; themes publish all their files

FOLDERS = (GO, EMBED, SEARCH, EXPORTS)
FILES = (CATALOG, SCHEMA, ADDRESSES, FEED, SITEMAP, f"{SITEMAP}.gz", NOT_FOUND, OFFLINE_WORKER, MANIFEST)
OF_ASSETS = (
    PREVIEWS,
    *SCRIPTS[1:],
    f"{ASSETS}/{BUNDLES}",
    STYLES,
    f"{ASSETS}/images/icon.svg",
    f"{ASSETS}/images/favicon.png",
    f"{ASSETS}/javascripts",
)
WORDS = re.compile(rf"{TEMPLATES}/[^/]+\.(?:md|txt)(?:/.*)?")
LOCALE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2}|-[a-z]{4}(?:-[a-z]{2})?)?")


def ours(path: str, languages: Collection[str] = ()) -> str | None:
    """What of ours an author's file at this path of a tree would stand in the way of, if anything.

    `path` is that of the published file, from the root of its language: "go/late/index.html". Capital
    letters make no difference: many disks do not tell them apart.
    """
    low = path.lower()
    first, _, rest = low.partition("/")
    if first in FOLDERS or (rest and first in (code.lower() for code in languages)):
        return f"{first}/"
    if first in FILES or f"{first}.html" in FILES:
        return first
    if WORDS.fullmatch(low):
        return f"{TEMPLATES}/<id>.md and .txt"
    if first == ASSETS and low.endswith("/index.html"):
        return f"{ASSETS}/"
    return next((taken for taken in OF_ASSETS if low == taken or low.startswith(f"{taken}/")), None)


def looks_like_language(path: str) -> bool:
    """Whether the first folder of a path is taken for a language by mkdocs-static-i18n, which drops it."""
    first, _, rest = path.lower().partition("/")
    return bool(rest) and LOCALE.fullmatch(first) is not None
