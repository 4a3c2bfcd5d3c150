"""All checks of the content, in one list of problems."""

from __future__ import annotations

from . import glossary, identifiers, parity, tone, typos
from .model import Problem
from .site import Content


def problems(content: Content) -> list[Problem]:
    """Everything that is wrong with the content, by file and line. Empty: all is well."""
    project, site = content.project, content.site
    shown_trees = {language: project.shown(tree) for language, tree in project.trees.items()}
    path = project.data / "glossary.yml"
    terms, of_glossary = glossary.read_glossary(path, site.languages, project.shown(path))
    found = [
        *site.problems,
        *of_glossary,
        *identifiers.check(site),
        *parity.check(site, shown_trees),
        *tone.check(site, content.fields, tone.read_tone(project.data / "tone.yml")),
        *glossary.check(site, terms),
        *typos.check(site),
    ]
    return sorted(set(found))
