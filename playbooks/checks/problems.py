"""All checks of the content, in one list of problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..content import Content
from ..data import changes, glossary, questions, register
from ..data.fields import Field
from ..model.pages import Place, Problem
from . import identifiers, parity, tone
from . import typing as typos


def problems(content: Content) -> list[Problem]:
    """Everything that is wrong with the content, by file and line. Empty: all is well."""
    project, site = content.project, content.site
    shown_trees = {language: project.shown(tree) for language, tree in project.trees.items()}
    path = project.data / "glossary.yml"
    terms, of_glossary = glossary.read_glossary(path, site.languages, project.shown(path))
    path = project.data / "tone.yml"
    tones, of_tone = tone.read_tone(path, project.shown(path))
    registered = register.registered(project)
    path = project.data / "changes.yml"
    changed, of_changes = changes.read_changes(path, site.languages, project.shown(path))
    path = project.data / "search.yml"
    of_search = questions.check(site, path, project.shown(path))
    public = [entry.id for entry in registered.entries]
    found = [
        *site.problems,
        *of_glossary,
        *of_tone,
        *_empty(content, shown_trees),
        *identifiers.check(site),
        *parity.check(site, shown_trees),
        *tone.check(site, _declared(content), tones),
        *glossary.check(site, terms),
        *typos.check(site),
        *register.check(site, registered),
        *of_changes,
        *changes.check(changed, public),
        *of_search,
    ]
    return sorted(set(found))


def _declared(content: Content) -> Mapping[str, Field] | None:
    """The fields; None when their file could not be read."""
    path = content.project.shown(content.project.data / "fields.yml")
    unread = not content.fields and any(problem.place.path == path for problem in content.site.problems)
    return None if unread else content.fields


def _empty(content: Content, shown_trees: Mapping[str, str]) -> Iterator[Problem]:
    """A project without pages is not one without faults."""
    if not content.site.pages and not content.site.problems:
        trees = ", ".join(f"{tree}/" for tree in shown_trees.values())
        yield Problem(Place(next(iter(shown_trees.values())), 1), f"no page was found in {trees}")
