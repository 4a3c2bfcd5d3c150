"""All checks of the content, in one list of problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..content import Content
from ..data import inventory
from ..data.fields import Field
from ..languages.languages import FAULTS
from ..model.places import Place, Problem
from . import (
    causes,
    changes,
    characters,
    drift,
    forms,
    html,
    identifiers,
    layouts,
    links,
    markup,
    names,
    numbers,
    outlines,
    parity,
    placeholders,
    questions,
    register,
    sections,
    tone,
    typing,
    untranslated,
    vocabulary,
)
from .versions import Cut

FIELDS = "fields.yml"


def problems(content: Content) -> list[Problem]:
    """Everything that is wrong with the content, by file and line. Empty: all is well."""
    return [problem for problem in findings(content) if not problem.is_doubt]


def findings(content: Content) -> list[Problem]:
    """Problems, and doubts: what may be wrong and asks to be looked at; what follows from others is held back."""
    project, site = content.project, content.site
    shown_trees = {language: project.shown(tree) for language, tree in project.trees.items()}
    public = [entry.id for entry in content.register.entries]
    cut, broken = Cut(site, content.data_texts), links.check(content)
    sheets = content.agreed.sheets or {}

    def rows(path: str) -> Mapping[tuple[str, int], int]:
        return drift.rows_of(cut.versions[path], sheets.get(path, {}))

    found = [
        *_of_languages(),
        *site.problems,
        *content.problems,
        *_empty(content, shown_trees),
        *identifiers.check(site),
        *parity.check(site, shown_trees, [(link.page.place.path, link.target) for link in broken]),
        *outlines.check(site, cut.outlines, rows),
        *drift.check(cut.all_versions, content.agreed),
        *sections.check(site),
        *placeholders.check(site, content.data_texts),
        *numbers.check(cut.versions, cut.outlines),
        *forms.check(site, cut.versions, content.agreed, content.fields),
        *inventory.check(content.held, project.shown(project.data)),
        *tone.check(site, _declared(content), content.tones, _ever_declared(content)),
        *vocabulary.check(site, content.glossary),
        *typing.check(site),
        *(link.problem for link in broken),
        *names.check(content),
        *layouts.check(content),
        *markup.check(site, cut.outlines, project.extensions),
        *characters.check(content),
        *untranslated.check(cut.versions),
        *untranslated.check_fields(content.data_texts.get("fields.yml", {})),
        *html.check(content),
        *register.check(site, content.register),
        *(changes.check(content.changes, public) if _is_whole(content) else ()),
        *questions.check(site, content.questions),
    ]
    return sorted(causes.told(set(found), site))


def _of_languages() -> Iterator[Problem]:
    """What is wrong with the files of the languages that come with the engine."""
    for fault in FAULTS:
        file, _, sentence = fault.partition(": ")
        yield Problem(Place(f"languages/{file}", 1), sentence, "language-file")


def _declared(content: Content) -> Mapping[str, Field] | None:
    """The fields; None when their file could not be read, or is gone."""
    path = content.project.shown(content.project.data / FIELDS)
    unread = not content.fields and any(problem.place.path == path for problem in content.problems)
    gone = FIELDS in content.held.before and FIELDS not in content.held.now
    return None if unread or gone else content.fields


def _ever_declared(content: Content) -> frozenset[str]:
    """The ids of all fields, faulty ones and those that are gone too: those are told where they were declared."""
    names = (*content.held.before.get(FIELDS, ()), *content.held.now.get(FIELDS, ()))
    return frozenset(name for name in names if "." not in name)


def _is_whole(content: Content) -> bool:
    """Whether the register could be read, so that it knows all public ids."""
    gone = content.register.count is None and inventory.REGISTER in content.held.before
    return not content.register.problems and not gone


def _empty(content: Content, shown_trees: Mapping[str, str]) -> Iterator[Problem]:
    """A project without pages is not one without faults."""
    own = any(not page.given for page in content.site.pages)
    if not own and not content.site.problems and not content.project.problems:
        trees = ", ".join(f"{tree}/" for tree in shown_trees.values())
        yield Problem(Place(next(iter(shown_trees.values())), 1), f"no page was found in {trees}", "no-pages")
