"""Versions of checklist items: what changes when an author changes an item in any language."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from .pages import Site


def version(texts: Iterable[str]) -> str:
    """Eight hexadecimal digits for the texts of one item."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:8]


def versions(site: Site) -> dict[tuple[str, str], str]:
    """(checklist id, item id) → version, from the item's texts in all languages."""
    texts: dict[tuple[str, str], list[str]] = {}
    for language in site.languages:
        for page in site.pages_of(language):
            for checklist in page.checklists:
                for item in checklist.items:
                    texts.setdefault((checklist.id, item.id), []).append(item.text)
    return {key: version(found) for key, found in texts.items()}
