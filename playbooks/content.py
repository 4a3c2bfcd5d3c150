"""Everything that the site is made of, read once: the pages of all languages and the data files beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from . import languages
from .data.agreed import FOLDER as AGREED
from .data.agreed import Agreed, read_agreed
from .data.changes import Change, read_changes
from .data.fields import Field, read_fields, speaking
from .data.glossary import Term, read_glossary
from .data.interface import read_interface
from .data.inventory import NAME as INVENTORY
from .data.inventory import Held, read_held
from .data.questions import Questions, read_questions
from .data.register import Register, read_register
from .data.texts import Texts, read_texts
from .data.tone import Tone, read_tone
from .languages.strings import Strings, strings
from .model import pages
from .model.layout import OFFLINE
from .model.pages import Page, Site
from .model.places import Place, Problem
from .model.targets import Target, targets
from .project import Project
from .reading.pages import read_page
from .reading.trees import Trees, survey

HALF_A_DRAFT = (
    "this page is published in no language, as it is a draft in another one; take draft: true out there too"
)


@dataclass(frozen=True)
class Content:
    """The pages, what the data files say, and what was wrong with both while reading.

    `files` are by language the files of its tree that are published, pages included.
    `data_texts` are the texts of data files by language.
    `drafts` are the paths of pages that were left out because they are no more than drafts.
    """

    project: Project
    site: Site
    fields: Mapping[str, Field]
    glossary: Sequence[Term]
    tones: Mapping[str, Tone]
    register: Register
    changes: Sequence[Change]
    questions: Questions
    texts: Mapping[str, Strings]
    problems: Sequence[Problem]
    files: Mapping[str, Sequence[str]] = field(default_factory=dict)
    drafts: Sequence[str] = ()
    agreed: Agreed = field(default_factory=Agreed)
    held: Held = field(default_factory=lambda: Held({}, {}))
    data_texts: Texts = field(default_factory=dict)
    made: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was made of the content and is asked for again, by those who make it."""

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
        entries = (entry.id for entry in self.register.entries if entry.sound and entry.id not in self.targets)
        finals = ((name, self.register.final(name, self.targets)) for name in entries)
        return {name: final for name, final in finals if final}


def read_content(project: Project, drafts: bool = False) -> Content:
    """Read every file once. Nothing is raised: what is wrong stands in `problems`.

    A page that is a draft in any language is left out of all, unless `drafts` are asked for.
    """
    found: list[Problem] = list(project.problems)

    def file(name: str) -> tuple[Path, str]:
        return project.data / name, project.shown(project.data / name)

    texts: dict[str, Strings] = {}
    interface: dict[str, tuple[Path, str]] = {}
    for language in project.languages:
        own: dict[str, str] = {}
        if project.custom:
            path = project.custom / "strings" / f"{language}.yml"
            interface[language] = path, project.shown(path)
            own, problems = read_interface(path, language, project.shown(path))
            found += problems
        named = {"site.name": project.name, "site.description": project.description}
        texts[language] = strings(language, {**named, **own})
    files = survey(project.trees, project.root, project.downloads)
    found += files.problems
    site, left_out = _read_site(project, texts, files, drafts)
    path, shown = file("fields.yml")
    fields, problems = read_fields(path, project.languages, shown)
    found += problems
    asks = any(template.asks_who_speaks for page in site.pages for template in page.templates)
    if asks and (fields or not problems):
        fields |= {field.id: field for field in speaking(texts, fields)}
    path, shown = file("glossary.yml")
    glossary, problems = read_glossary(path, project.languages, shown)
    found += problems
    path, shown = file("tone.yml")
    tones, problems = read_tone(path, shown)
    found += problems
    path, shown = file("changes.yml")
    changes, problems = read_changes(path, project.languages, shown)
    found += problems
    questions, problems = read_questions(*file("search.yml"))
    found += problems
    return Content(
        project=project,
        site=site,
        fields=fields,
        glossary=glossary,
        tones=tones,
        register=read_register(*file("register.yml")),
        changes=changes,
        texts=texts,
        questions=questions,
        problems=tuple(found),
        files={
            language: [path for path in paths if path not in left_out] for language, paths in files.files.items()
        },
        drafts=tuple(sorted(left_out)),
        agreed=read_agreed(*file(AGREED)),
        held=read_held(project.data, project.data / AGREED / INVENTORY),
        data_texts=read_texts(project.data, project.shown(project.data), interface, project.languages),
    )


def _read_site(
    project: Project, texts: Mapping[str, Strings], files: Trees, drafts: bool
) -> tuple[Site, frozenset[str]]:
    """The pages of all languages, and the paths of drafts that were left out."""
    found: list[Page] = []
    problems: list[Problem] = []
    for language, tree in project.trees.items():
        addressing = pages.Addressing(pages.root(language, project.default), project.directory_urls)
        own = _Known(texts[language])
        for name in files.pages(language):
            path = tree / name
            shown = project.shown(path)
            try:
                source = path.read_text("utf-8").replace("\r\n", "\n")
            except UnicodeDecodeError as error:
                line = error.object[: error.start].count(b"\n") + 1
                problems.append(Problem(Place(shown, line), "the file is not UTF-8", "encoding"))
                continue
            page, faults = _page(source, name, own, shown, addressing)
            found.append(page)
            problems += faults
    left_out = frozenset(page.path for page in found if page.is_draft and not drafts)
    away = {page.place.path for page in found if page.path in left_out}
    half = [page for page in found if page.path in left_out and not page.is_draft]
    found = [page for page in found if page.path not in left_out]
    problems = [problem for problem in problems if problem.place.path not in away]
    problems += [Problem(page.place, HALF_A_DRAFT, "draft", is_doubt=True) for page in half]
    found += _given(project, texts, {page.path for page in found})
    return Site(project.languages, tuple(found), tuple(problems)), left_out


class _Known:
    """Strings by what they say: those of one build are those of the next."""

    def __init__(self, texts: Strings) -> None:
        self.texts = texts
        self.said = (texts.language, *texts.texts.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self.said == other.said

    def __hash__(self) -> int:
        return hash(self.texts.language)


@lru_cache(maxsize=1 << 13)  # a server reads again and again what has not changed
def _page(
    source: str, name: str, texts: _Known, shown: str, addressing: pages.Addressing
) -> tuple[Page, list[Problem]]:
    return read_page(source, name, texts.texts, shown, addressing)


def _given(project: Project, texts: Mapping[str, Strings], own: Collection[str]) -> Iterator[Page]:
    """The pages that every site has – home, playbooks, templates, checklists – where this one has none."""
    for language in project.languages:
        addressing = pages.Addressing(pages.root(language, project.default), project.directory_urls)
        folder = Path(languages.__path__[0]) / language / "pages"
        for file in sorted(folder.rglob("*.md")):
            path = file.relative_to(folder).as_posix()
            if path not in own and (project.offline or path != OFFLINE):
                page, _ = read_page(file.read_text("utf-8"), path, texts[language], path, addressing)
                named = page.meta if page.meta else {"title": project.name}
                yield replace(page, meta=named, given=file)
