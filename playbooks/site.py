"""Read the trees of all languages, and the data files beside them, into one Site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .configuration import downloads
from .fields import Field, read_fields
from .model import Page, Place, Problem, Site
from .pages import read_page
from .trees import survey


@dataclass(frozen=True)
class Project:
    """Where everything stands. `trees` maps a language to its folder; paths are absolute.

    `downloads` are endings of files that are published beside those of `trees.KINDS`.
    """

    root: Path
    trees: Mapping[str, Path]
    data: Path
    downloads: tuple[str, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.trees)

    def shown(self, path: Path) -> str:
        """The path as problems name it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


@dataclass(frozen=True)
class Content:
    """The site with the fields its blanks refer to, and by language the files of its tree that are published."""

    project: Project
    site: Site
    fields: Mapping[str, Field]
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def standard_project(root: Path) -> Project:
    """The layout of this repository: docs/, docs_fr/, docs_uk/, data/."""
    root = root.resolve()
    return Project(
        root=root,
        downloads=downloads(root / "mkdocs.yml"),
        trees={"en": root / "docs", "fr": root / "docs_fr", "uk": root / "docs_uk"},
        data=root / "data",
    )


def read_content(project: Project) -> Content:
    """Read all pages and fields. What is wrong with them stands in `site.problems`."""
    pages: list[Page] = []
    found_files = survey(project.trees, project.root, project.downloads)
    problems: list[Problem] = list(found_files.problems)
    for language, tree in project.trees.items():
        for name in found_files.pages(language):
            path = tree / name
            shown = project.shown(path)
            try:
                source = path.read_text("utf-8").replace("\r\n", "\n")
            except UnicodeDecodeError as error:
                line = error.object[: error.start].count(b"\n") + 1
                problems.append(Problem(Place(shown, line), "the file is not UTF-8"))
                continue
            page, found = read_page(source, name, language, shown)
            pages.append(page)
            problems += found
    fields_path = project.data / "fields.yml"
    fields, found = read_fields(fields_path, project.languages, project.shown(fields_path))
    site = Site(project.languages, tuple(pages), tuple(problems + found))
    return Content(project, site, fields, found_files.files)
