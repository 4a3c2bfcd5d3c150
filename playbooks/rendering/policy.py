"""The content security policy of a page: nothing from elsewhere, and inline scripts only by hash.

A script is approved by its name: those of ours and of the theme that stand in NAMES. What else stands in a
page – of another plugin, or of an author, should one get that far – gets no hash, and `unknown` tells it.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from jinja2 import Environment, TemplateNotFound

# Templates of the theme that put inline scripts into a page (mkdocs-material 9.8.1), and our own.
NAMES = (
    "partials/colours.html",
    "partials/early.html",
    "partials/javascripts/announce.html",
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/javascripts/outdated.html",
    "partials/javascripts/palette.html",
)
SCRIPT = re.compile("<script(?P<attributes>[^<>]*)>(?P<code>.*?)</script>", re.DOTALL)
ATTRIBUTE = re.compile(r"""\s+(?P<name>[a-z-]+)(?:=(?:"(?P<value>[^"&]*)"|[a-z]+(?=\s|$)))?""")
PLACE = "<!-- content-security-policy -->"


def approved(environment: Environment, values: Mapping[str, Any]) -> frozenset[str]:
    """The code of the scripts in NAMES as the theme makes them on a page. `values` are those of its templates;
    a theme that has no template of a name has no such script."""
    found: set[str] = set()
    for name in NAMES:
        with contextlib.suppress(TemplateNotFound):
            found.update(scripts(environment.get_template(name).render(values)))
    return frozenset(found)


class _Scripts(HTMLParser):
    """Collects the code of inline scripts that a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        is_data = "json" in attributes.get("type", "")
        self.is_inside = tag == "script" and "src" not in attributes and not is_data
        if self.is_inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = False


def scripts(html: str) -> list[str]:
    """The code of all inline scripts, in their order; data (JSON) is none."""
    plain = _plainly(html)
    return _read(html) if plain is None else plain


def _plainly(html: str) -> list[str] | None:
    """The same where it is sure without reading all tags: every “<script” begins one that is written plainly,
    outside of comments. None where it is not."""
    if html.count("<!--") > (PLACE in html):
        return None
    found = list(SCRIPT.finditer(html))
    if len(found) != html.lower().count("<script"):
        return None
    rows = [(_attributes(match["attributes"]), match["code"]) for match in found]
    if any(attributes is None for attributes, _ in rows):
        return None
    return [
        code
        for attributes, code in rows
        if attributes is not None and "src" not in attributes and "json" not in attributes.get("type", "")
    ]


def _attributes(written: str) -> dict[str, str] | None:
    """The attributes of a tag; None where one is not written as ours and the theme's are."""
    if ATTRIBUTE.sub("", written).strip():
        return None
    return {match["name"].lower(): match["value"] or "" for match in ATTRIBUTE.finditer(written)}


def _read(html: str) -> list[str]:
    """The code of inline scripts, as a reader of HTML finds them."""
    reader = _Scripts()
    reader.feed(html)
    reader.close()
    return reader.found


def unknown(html: str, approved: Collection[str]) -> Iterator[str]:
    """The inline scripts of a page that nobody approved."""
    if all(code in approved for code in scripts(html)):
        return
    yield from (code for code in _read(html) if code not in approved)


def policy(html: str, approved: Collection[str], live_reload: bool = False) -> str:
    """The policy for this page. Styles may stand inline: Material sets some by attribute.

    `approved` is the code of the scripts in NAMES. `live_reload` allows the inline script that `mkdocs serve`
    puts into pages after us.
    """
    hashes = sorted({_hash(code) for code in scripts(html) if code in approved})
    return "; ".join(
        (
            "default-src 'none'",
            "base-uri 'none'",
            "connect-src 'self'",
            "font-src 'self'",
            "form-action 'none'",
            "frame-src 'self'",
            "img-src 'self' data:",
            "manifest-src 'self'",
            " ".join(["script-src 'self'", *(["'unsafe-inline'"] if live_reload else hashes)]),
            "style-src 'self' 'unsafe-inline'",
            "worker-src 'self'",
        )
    )


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def protect(html: str, approved: Collection[str], live_reload: bool = False) -> str:
    """Put the policy where the page's template leaves a place for it."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html, approved, live_reload)}">'
    return html.replace(PLACE, meta, 1)
