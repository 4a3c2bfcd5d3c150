"""Links and images that lead nowhere: a page, a heading or a file that the language does not have.

Links to other hosts are left to who wrote them; one that names the address of a page of this site is told which
file to name instead, as only that is checked, and leads on where a site moves or is read without a network.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from ..content import Content
from ..model.identifiers import shown
from ..model.layout import ours
from ..model.pages import Link, Page
from ..model.places import Place, Problem

ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|/|\?)", re.IGNORECASE)
OWN_IDS = re.compile(r"""\bid\s*=\s*["']?(?P<quoted>[\w.:-]+)|\{:?[^{}]*#(?P<braced>[\w.:-]+)[^{}]*\}""")
GIVEN = re.compile(r"__\w+|playbooks-[\w-]+|fn(?:ref)?:\S+")


@dataclass(frozen=True)
class Broken:
    """A link that leads nowhere, on which page, and why."""

    page: Page
    target: str
    problem: Problem


def check(content: Content) -> list[Broken]:
    """Every link of every page that leads nowhere."""
    return [
        Broken(page, link.target, problem)
        for page in content.site.pages
        if not page.given
        for link in page.links
        for problem in _link(content, page, link)
    ]


def _link(content: Content, page: Page, link: Link) -> Iterator[Problem]:
    target = link.target.strip("<>")
    if ELSEWHERE.match(target):
        yield from _absolute(content, page, link.place, target)
        return
    site = content.site
    way, _, fragment = target.partition("#")
    folder = posixpath.dirname(page.path)
    path = posixpath.normpath(posixpath.join(folder, unquote(way))) if way else page.path
    files = (*content.files.get(page.language, ()), *content.files.get(site.default, ()))
    if path.endswith(".md"):
        other = site.page(path, page.language)
        if other is None and path not in files:
            pages = [found.path for found in site.pages_of(page.language)]
            yield _problem(link.place, f"there is no page {shown(path)} in this language", path, pages)
        elif other and fragment and not GIVEN.fullmatch(fragment):
            known = _fragments(other)
            if known and fragment not in known:
                yield _problem(link.place, f"{path} has no heading with the id {shown(fragment)}", fragment, known)
    elif way and "." in posixpath.basename(path) and path not in files:
        yield _problem(link.place, f"there is no file {shown(path)}", path, files)


def _absolute(content: Content, page: Page, place: Place, target: str) -> Iterator[Problem]:
    """A link with the address of a page of this site; ours, such as /go/, are for other places."""
    root = urlsplit(content.project.address)
    parts = urlsplit(target)
    if (
        parts.query
        or not (parts.netloc or parts.path)
        or parts.scheme not in ("", "http", "https")
        or (parts.netloc and parts.netloc != root.netloc)
    ):
        return
    own = f"{root.path.rstrip('/')}/"
    if not parts.path.startswith(own) and parts.netloc:
        return
    address = (parts.path or "/").removeprefix(own).lstrip("/")
    other = _at(content, address)
    if other is None:
        if parts.netloc and not ours(address.rstrip("/") or "index.html", content.site.languages):
            files = {path for paths in content.files.values() for path in paths}
            if address not in files:
                yield Problem(place, f"this site has no page at {shown(target)}", "link")
        return
    way = posixpath.relpath(other.path, posixpath.dirname(page.path) or ".")
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    sentence = (
        f"{shown(target)} is a page of this site; name its file, so that the link is checked: ]({way}{fragment})"
    )
    yield Problem(place, sentence, "link-absolute")


def _at(content: Content, address: str) -> Page | None:
    """The page of any language at an address, with or without its last slash."""
    bare = address.removesuffix("index.html").strip("/").lower()
    for page in content.site.pages:
        if page.address().removesuffix("index.html").strip("/").lower() == bare:
            return page
    return None


def _fragments(page: Page) -> Collection[str]:
    """What a link can lead to on a page; empty where ids are made of the words of headings."""
    if any(heading.id is None for heading in page.headings):
        return frozenset()
    found = {heading.id for heading in page.headings if heading.id}
    found |= {template.id for template in page.templates} | {checklist.id for checklist in page.checklists}
    found |= {match["quoted"] or match["braced"] for match in OWN_IDS.finditer(page.text)}
    return found | ({page.slug} if page.is_playbook else set())


def _problem(place: Place, sentence: str, wrong: str, known: Collection[str]) -> Problem:
    near = get_close_matches(wrong, sorted(known), 1, 0.8)
    return Problem(place, f"{sentence}{f'; did you mean {near[0]}?' if near else ''}", "link")
