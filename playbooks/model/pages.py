"""The nouns of the domain, as frozen dataclasses.

All texts are typeset (see `typography`): they hold the characters that readers see. Blanks,
alternatives and optional passages stay in them as the author wrote them (see `words`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, TypeVar

from .blocks import Block, Line, Title
from .checklists import Checklist, version
from .places import Place, Problem
from .plain import plain
from .templates import Template

STAGES = ("ahead", "passed", "delivered", "repair", "after")  # the life of a project, as the home page shows it
Made = TypeVar("Made")
UNDERLINE = re.compile(r"=+\s*")


@dataclass(frozen=True)
class Heading:
    """A heading with its explicit id (None: the author forgot it)."""

    id: str | None
    level: int
    text: str
    place: Place


@dataclass(frozen=True)
class Link:
    """A link that the author wrote: its target as written."""

    target: str
    place: Place


@dataclass(frozen=True)
class Addressing:
    """How addresses are made: `root` is where those of a language begin, "" or "fr/"; with `directories` a
    page is a folder ("playbooks/late/"), else a file ("playbooks/late.html")."""

    root: str = ""
    directories: bool = True

    def url(self, path: str) -> str:
        """The address of a page in its language's tree, without a leading slash."""
        name = path.removesuffix(".md")
        if not self.directories:
            return f"{name}.html"
        return "" if name == "index" else name.removesuffix("/index") + "/"


AT_THE_ROOT = Addressing()


def is_playbook(path: str) -> bool:
    """Whether the page at this path of a tree is a playbook."""
    folder, _, name = path.rpartition("/")
    return folder == "playbooks" and name != "index.md"


def _spoken(name: str) -> str:
    """The name of a file as a title, as MkDocs makes one: "on-duty" → "On duty"."""
    words = name.replace("-", " ").replace("_", " ")
    return words.capitalize() if words.lower() == words else words


@dataclass(frozen=True)
class Page:
    """One Markdown file of one language.

    `path` is relative to the tree of its language ("playbooks/own-a-mistake.md"), the same
    in all of them; `text` is the Markdown without the front matter, whose values are `meta` and
    which takes `offset` lines; `lines` says where its keys stand. `given` is the file of a page that the
    engine gives where a site has none.
    """

    path: str
    language: str
    place: Place
    meta: Mapping[str, object]
    text: str
    blocks: tuple[Block, ...] = ()
    offset: int = 0
    addressing: Addressing = AT_THE_ROOT
    given: FilePath | None = None
    headings: tuple[Heading, ...] = ()
    templates: tuple[Template, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    links: tuple[Link, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    _made: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def once(self, key: object, make: Callable[[], Made]) -> Made:
        """What was made of the page under this key: a server that builds again and again reads and checks what
        is as it was only once. The key names whatever else it is made of."""
        if key not in self._made:
            self._made[key] = make()
        found: Made = self._made[key]
        return found

    def place_of(self, key: str) -> Place:
        """Where a key of the front matter stands; the first line where it does not."""
        return Place(self.place.path, self.lines.get(key, 1))

    @property
    def slug(self) -> str:
        """The last word of the address: "own-a-mistake", or the folder for an index page."""
        parts = self.path.removesuffix(".md").split("/")
        if parts[-1] == "index":
            parts = parts[:-1]
        return parts[-1] if parts else ""

    @property
    def is_playbook(self) -> bool:
        return is_playbook(self.path)

    @property
    def url(self) -> str:
        """Address in its language's tree, without a leading slash: "playbooks/own-a-mistake/"."""
        return self.addressing.url(self.path)

    @property
    def public(self) -> str:
        """What the register calls it, whether or not addresses are files: "/onboarding/"."""
        return f"/{AT_THE_ROOT.url(self.path)}"

    @property
    def is_draft(self) -> bool:
        """Whether the author says that it is not ready: draft: true."""
        return self.meta.get("draft") is True

    @property
    def is_home(self) -> bool:
        return self.path == "index.md"

    @property
    def title(self) -> str:
        """What the front matter says, else the title that the page opens with, else its name."""
        return str(self.meta.get("title") or self.heading or _spoken(self.slug))

    @cached_property
    def opening(self) -> tuple[Block, ...]:
        """The lines of the title that a page opens with – `# Title`, or a line above === – () if there is none."""
        rows = [block for block in self.blocks if not isinstance(block, Line) or block.text.strip()][:2]
        if not rows or self.is_playbook:
            return ()
        if isinstance(rows[0], Title):
            return tuple(rows[:1]) if rows[0].level == 1 else ()
        texts = [block.text for block in rows if isinstance(block, Line)]
        is_underlined = len(texts) == 2 and UNDERLINE.fullmatch(texts[1]) and rows[0].end + 1 == rows[1].start
        return tuple(rows) if is_underlined else ()

    @cached_property
    def heading(self) -> str:
        """The words of the title that the page opens with."""
        first = self.opening[0] if self.opening else None
        return plain(first.text, self.language) if isinstance(first, Title | Line) else ""

    @property
    def is_ordinary(self) -> bool:
        """Whether it is written as for any site of MkDocs: with a title of its own, or without front matter."""
        return not self.is_playbook and bool(self.opening or not self.meta)

    @property
    def description(self) -> str:
        return str(self.meta.get("description", ""))

    @property
    def asked(self) -> tuple[str, ...]:
        """What readers type when they need this page, for the search only."""
        rows = self.meta.get("asked")
        return tuple(map(str, rows)) if isinstance(rows, list) else ()

    def address(self, fragment: str = "") -> str:
        """From the root of the site, without a leading slash: "fr/playbooks/own-a-mistake/#…"."""
        return self.addressing.root + self.url + (f"#{fragment}" if fragment else "")

    def template(self, identifier: str) -> Template | None:
        """The template with this id; None while this language lacks it."""
        return next((template for template in self.templates if template.id == identifier), None)

    def checklist(self, identifier: str) -> Checklist | None:
        """The checklist with this id; None while this language lacks it."""
        return next((checklist for checklist in self.checklists if checklist.id == identifier), None)


def root(language: str, default: str) -> str:
    """Where the addresses of a language begin, from the root of the site."""
    return "" if language == default else f"{language}/"


@dataclass(frozen=True)
class Site:
    """Everything that was read, with the problems met while reading. The first language is the default one."""

    languages: tuple[str, ...]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    _index: dict[tuple[str, str], Page] = field(default_factory=dict, compare=False, repr=False, hash=False)

    def __post_init__(self) -> None:
        self._index.update({(page.path, page.language): page for page in self.pages})

    @property
    def default(self) -> str:
        """The language whose addresses stand at the root of the site."""
        return self.languages[0]

    def root(self, language: str) -> str:
        """Where the addresses of a language begin: "" for the default one, else "fr/"."""
        return root(language, self.default)

    def page(self, path: str, language: str) -> Page | None:
        return self._index.get((path, language))

    def paths(self) -> tuple[str, ...]:
        """Paths that exist in any language, playbooks last: by stage, as on the home page, then by `order`."""
        return self._paths

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        paths = {page.path for page in self.pages}
        return tuple(sorted(paths, key=lambda path: (self._stage(path), self.order(path), path)))

    def _stage(self, path: str) -> int:
        """0 for what is no playbook; a playbook that names no stage stands at the end."""
        for language in self.languages:
            page = self.page(path, language)
            if page and page.is_playbook:
                stage = page.meta.get("stage")
                return STAGES.index(stage) + 1 if stage in STAGES else len(STAGES) + 1
        return 0

    def order(self, path: str) -> int:
        for language in self.languages:
            page = self.page(path, language)
            if page and isinstance(order := page.meta.get("order"), int):
                return order
        return 0

    def playbooks(self, language: str) -> tuple[Page, ...]:
        """The playbooks of one language in the order of a project's life."""
        return tuple(page for page in self.pages_of(language) if page.is_playbook)

    def pages_of(self, language: str) -> tuple[Page, ...]:
        """The pages of one language, in the same order."""
        return self._by_language.get(language, ())

    @cached_property
    def _by_language(self) -> dict[str, tuple[Page, ...]]:
        """What is asked for on every page is put in order once."""
        found: dict[str, list[Page]] = {}
        for page in self.pages:
            found.setdefault(page.language, []).append(page)
        place = {path: number for number, path in enumerate(self._paths)}
        return {language: tuple(sorted(own, key=lambda page: place[page.path])) for language, own in found.items()}

    def versions(self, path: str) -> dict[str, Page]:
        """The page in every language that has it."""
        found = ((language, self.page(path, language)) for language in self.languages)
        return {language: page for language, page in found if page}

    @cached_property
    def item_versions(self) -> Mapping[str, Mapping[str, str]]:
        """Checklist id → item id → version of the item, from its texts in all languages."""
        texts: dict[str, dict[str, list[str]]] = {}
        for language in self.languages:
            for page in self.pages_of(language):
                for checklist in page.checklists:
                    rows = texts.setdefault(checklist.id, {})
                    for item in checklist.items:
                        rows.setdefault(item.id, []).append(item.text)
        return {name: {item: version(found) for item, found in rows.items()} for name, rows in texts.items()}
