"""Blanks that templates use and no file declares: the lines to add to data/fields.yml."""

from __future__ import annotations

from collections.abc import Sequence

from ..content import Content


def undeclared(content: Content) -> list[str]:
    """The ids of blanks that are used and not declared, in the order of their first use."""
    used = (name for page in content.site.pages for template in page.templates for name in template.fields)
    return [name for name in dict.fromkeys(used) if name not in content.fields]


def declaration(name: str, languages: Sequence[str]) -> str:
    """The lines that declare a blank as a text, to be completed by the author."""
    texts = ", ".join(f'{language}: "{name.replace("-", " ")}"' for language in languages)
    return (
        f"- id: {name}\n"
        "  kind: text # or name, long-text, date, time, money, choice, number\n"
        "  keeper: client # or sender: whose detail it is\n"
        f"  label: {{{texts}}}\n"
        f"  example: {{{texts}}}\n"
        f"  help: {{{texts}}}\n"
    )
