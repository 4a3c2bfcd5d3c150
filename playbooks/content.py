"""Everything that the site is made of, read once: the pages of all languages and the data files beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .data.changes import Change, read_changes
from .data.fields import Field, read_fields
from .data.glossary import Term, read_glossary
from .data.questions import Questions, read_questions
from .data.register import Register, read_register
from .data.tone import Tone, read_tone
from .model import pages
from .model.pages import Page, Site
from .model.places import Place, Problem
from .model.targets import Target, targets
from .reading.pages import read_page


@dataclass(frozen=True)
class Project:
    """Where everything stands. `trees` maps a language to its folder, the default one first.

    All paths are absolute.
    """

    root: Path
    trees: Mapping[str, Path]
    data: Path

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.trees)

    @property
    def default(self) -> str:
        return self.languages[0]

    def shown(self, path: Path) -> str:
        """The path as problems name it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


@dataclass(frozen=True)
class Content:
    """The pages, what the data files say, and what was wrong with both while reading."""

    project: Project
    site: Site
    fields: Mapping[str, Field]
    glossary: Sequence[Term]
    tones: Mapping[str, Tone]
    register: Register
    changes: Sequence[Change]
    questions: Questions
    problems: Sequence[Problem]

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """Everything that has a public id."""
        return targets(self.site)

    @cached_property
    def templates(self) -> Mapping[str, Target]:
        """Those of the targets that are templates."""
        return {name: target for name, target in self.targets.items() if target.kind == "template"}

    @cached_property
    def successors(self) -> Mapping[str, str]:
        """Old ids that the content lacks, with the ids of what they lead to now."""
        entries = (entry.id for entry in self.register.entries if entry.id not in self.targets)
        finals = ((name, self.register.final(name, self.targets)) for name in entries)
        return {name: final for name, final in finals if final}


def standard_project(root: Path) -> Project:
    """The layout of this repository: docs/, docs_fr/, docs_uk/, data/."""
    root = root.resolve()
    return Project(
        root=root,
        trees={"en": root / "docs", "fr": root / "docs_fr", "uk": root / "docs_uk"},
        data=root / "data",
    )


def read_content(project: Project) -> Content:
    """Read every file once. Nothing is raised: what is wrong stands in `problems`."""
    found: list[Problem] = []
    languages = project.languages

    def file(name: str) -> tuple[Path, str]:
        return project.data / name, project.shown(project.data / name)

    site = _read_site(project)
    path, shown = file("fields.yml")
    fields, problems = read_fields(path, languages, shown)
    found += problems
    path, shown = file("glossary.yml")
    glossary, problems = read_glossary(path, languages, shown)
    found += problems
    path, shown = file("tone.yml")
    tones, problems = read_tone(path, shown)
    found += problems
    path, shown = file("changes.yml")
    changes, problems = read_changes(path, languages, shown)
    found += problems
    return Content(
        project=project,
        site=site,
        fields=fields,
        glossary=glossary,
        tones=tones,
        register=read_register(*file("register.yml")),
        changes=changes,
        questions=read_questions(project.data / "search.yml"),
        problems=tuple(found),
    )


def _read_site(project: Project) -> Site:
    """The pages of all languages."""
    found: list[Page] = []
    problems: list[Problem] = []
    for language, tree in project.trees.items():
        root = pages.root(language, project.default)
        for path in sorted(tree.rglob("*.md")):
            shown = project.shown(path)
            try:
                source = path.read_text("utf-8").replace("\r\n", "\n")
            except UnicodeDecodeError as error:
                line = error.object[: error.start].count(b"\n") + 1
                problems.append(Problem(Place(shown, line), "the file is not UTF-8"))
                continue
            page, faults = read_page(source, path.relative_to(tree).as_posix(), language, shown, root)
            found.append(page)
            problems += faults
    return Site(project.languages, tuple(found), tuple(problems))
