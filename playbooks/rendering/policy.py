"""The content security policy of a page: nothing from elsewhere, scripts and styles inside it only by hash.

A script is approved by its name: those of ours and of the theme that stand in NAMES. What else stands in a
page – of another plugin, or of an author, should one get that far – gets no hash, and `unknown` tells it.

Nobody puts HTML together from strings (Trusted Types): our scripts make elements, and have a mark only for the
addresses of workers; those of others write through theme/assets/core/harmless.js, which their pages hold.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from jinja2 import Environment, TemplateNotFound

from ..model.layout import BUNDLES, ROOMS
from .inline_styles import Gathered, gathered

OTHERS = "partials/harmless.html"  # what stands between scripts of others and the page
# Templates of the theme that put inline scripts into a page (mkdocs-material 9.8.1), and our own.
NAMES = (
    "partials/colours.html",
    "partials/early.html",
    OTHERS,
    "partials/javascripts/announce.html",
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/javascripts/outdated.html",
    "partials/javascripts/palette.html",
)
SCRIPT = re.compile("<script(?P<attributes>[^<>]*)>(?P<code>.*?)</script>", re.DOTALL)
ATTRIBUTE = re.compile(r"""\s+(?P<name>[a-z-]+)(?:=(?:"(?P<value>[^"&]*)"|[a-z]+(?=\s|$)))?""")
_SOURCE = re.compile(r"<script\b[^>]*\ssrc\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
# Where our scripts are published: files of the bundler, words of the page's language, and modules as they are.
_FOLDERS = "|".join(f"{folder}/[^?#]+" for folder in (BUNDLES, *ROOMS))
_OURS = re.compile(rf"(?:[^?#]*/)?assets/(?:{_FOLDERS}|(?:page|playbook|lists)\.js)")
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_META = re.compile(rb"""(<meta http-equiv="Content-Security-Policy" content="[^"]*script-src 'self')""")
_WRITTEN = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
DRAWN = re.compile(r"""<[a-z]+ class=["']?[^"'>]*\bmermaid\b""")  # what Mermaid makes a diagram of
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


@dataclass(frozen=True)
class Rules:
    """What a page is allowed: the code of its scripts, whether styles may stand in it whatever they are, and the
    code between scripts of others and the page ("" where that is not known)."""

    approved: Collection[str] = ()
    any_style: bool = False
    between: str = ""


def policy(html: str, rules: Rules) -> str:
    """The policy for this page, as it is published."""
    scripts_by_hash = sorted({hashed(code) for code in scripts(html) if code in rules.approved})
    styles_by_hash = sorted({hashed(code) for code in _STYLE.findall(html)})
    marks = ["playbooks", *(["playbooks-reading", "default"] if rules.between and rules.between in html else [])]
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
            "require-trusted-types-for 'script'",
            " ".join(["script-src 'self'", *scripts_by_hash]),
            " ".join(["style-src 'self'", *(["'unsafe-inline'"] if rules.any_style else styles_by_hash)]),
            " ".join(["trusted-types", *marks]),
            "worker-src 'self'",
        )
    )


def hashed(code: str) -> str:
    """How a policy names a script or a style that stands in a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def has_others(html: str) -> bool:
    """Whether a page fetches a script that is not ours: of the theme, of another plugin, of the site."""
    return any(not _OURS.fullmatch(address) for address in _SOURCE.findall(html))


def protect(html: str, rules: Rules) -> str:
    """Put the policy where the page's template leaves a place for it, and what its hashes name beside it."""
    before, place, after = html.partition(PLACE)
    if not place:
        return html
    own = Gathered(html) if rules.any_style else gathered(html)
    before, _, after = own.html.partition(PLACE)
    added = f"<style>{own.rules}</style>" if own.rules else ""
    if rules.between and has_others(html) and rules.between not in html:
        added += f"<script>{rules.between}</script>"
    text = policy(before + added + after, rules)
    return f'{before}<meta http-equiv="Content-Security-Policy" content="{text}">{added}{after}'


def renewed(html: str, rules: Rules) -> str:
    """A page that has its policy, and was changed since: with the policy for what it holds now."""
    return protect(_WRITTEN.sub(PLACE, html, count=1), rules)


def with_last_script(page: bytes) -> bytes:
    """A page whose policy also names its last script: `mkdocs serve` puts one there that loads the page anew."""
    start, end = page.rfind(b"<script>"), page.rfind(b"</script>")
    if start < 0 or end < start:
        return page
    code = page[start + len(b"<script>") : end].decode("utf-8", "replace")
    return _META.sub(lambda found: found[1] + b" " + hashed(code).encode(), page, count=1)


def told(refused: Mapping[str, str]) -> str:
    """The sentence for who builds the site: styles that the policy refuses, and where each stands."""
    rows = "; ".join(f"{path}: {style:.60}" for style, path in refused.items())
    ways = "put them into a sheet of the site (extra_css), or write inline_styles: true"
    return f"styles in tags, of a plugin or a template, are refused by the policy of the page; {ways} – {rows}"
