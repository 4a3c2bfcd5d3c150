"""/addresses.json: what the page for unknown addresses and the picker of links need to know, and no more."""

from __future__ import annotations

from typing import Any

from ..content import Content
from ..languages.languages import LANGUAGES
from ..model.targets import Target


def addresses(content: Content) -> dict[str, Any]:
    """Pages by their address in one language's tree, public ids, and old ids with what they lead to now."""
    site = content.site
    titles: dict[str, dict[str, str]] = {}
    for language in site.languages:
        for page in site.pages_of(language):
            titles.setdefault(page.url, {})[language] = page.title
    return {
        "languages": list(site.languages),
        "codes": {other: code for code in site.languages for other in LANGUAGES[code].other_codes},
        "pages": [{"url": url, "title": title} for url, title in titles.items()],
        "targets": [_row(target) for target in content.targets.values()],
        "moved": dict(content.successors),
    }


def _row(target: Target) -> dict[str, Any]:
    row: dict[str, Any] = {"id": target.id, "kind": target.kind}
    if target.kind == "template":
        row["channel"] = target.template.channel.id
    row["page"] = target.page.url
    row["title"] = {language: target.title(language) for language in target.pages}
    return row
