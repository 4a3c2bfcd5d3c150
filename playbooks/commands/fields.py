"""Blanks that templates use and no file declares: the lines to add to data/fields.yml."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..content import Content
from ..languages.languages import LANGUAGES

FILE = "fields.yml"
KINDS = ("date", "time", "company")  # of which languages make forms


def undeclared(content: Content) -> Mapping[str, str]:
    """The ids of blanks that are used and not declared, in the order of their first use, each with its kind."""
    forms: dict[str, set[str]] = {}
    for page in content.site.pages:
        for template in page.templates:
            for words in template.words:
                for name in words.fields:
                    forms.setdefault(name, set())
                for blank in words.forms:
                    forms[blank.field].add(blank.form or "")
    known = {*content.fields, *content.held.now.get(FILE, ())}
    return {name: _kind(name, asked) for name, asked in forms.items() if name not in known}


def faulty_fields(content: Content) -> str:
    """Why nothing is added to the file: a sentence, "" where it can be read."""
    shown = content.project.shown(content.project.data / FILE)
    first = next((problem for problem in content.problems if problem.place.path == shown), None)
    return f"nothing is added before this is mended: {first}" if first and FILE in content.held.unread else ""


def _kind(name: str, asked: Collection[str]) -> str:
    """The kind that makes all forms that templates ask for; of several, the one that the name ends with."""
    able = [
        kind
        for kind in KINDS
        if any(set(asked) <= set(language.blank_forms(kind)) for language in LANGUAGES.values())
    ]
    named = [kind for kind in able if name.endswith(kind)]
    return (named or (able if asked else []) or ["text"])[0]


def declaration(name: str, kind: str, languages: Sequence[str]) -> str:
    """The lines that declare a blank, to be completed by the author."""
    texts = ", ".join(f'{language}: "{name.replace("-", " ")}"' for language in languages)
    return (
        f"- id: {name}\n"
        f"  kind: {kind} # text, name, company, long-text, date, time, money, choice or number\n"
        "  keeper: client # or sender: whose detail it is\n"
        f"  label: {{{texts}}}\n"
        f"  example: {{{texts}}}\n"
        f"  help: {{{texts}}}\n"
    )
