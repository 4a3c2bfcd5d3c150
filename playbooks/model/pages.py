"""The nouns of the domain, as frozen dataclasses.

All texts are typeset (see `typography`): they hold the characters that readers see. Blanks,
alternatives and optional passages stay in them as the author wrote them (see `words`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Channel = Literal["email", "voicemail", "phone"]
CHANNELS: tuple[Channel, ...] = ("phone", "voicemail", "email")  # in the order of choice
ParagraphKind = Literal["text", "speech", "direction", "branch"]


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a path relative to the project and a line, counted from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, in a sentence for the author, and where."""

    place: Place
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a template.

    `text` is an ordinary paragraph, `speech` is said by `speaker` (an id such as "you"),
    `direction` is read silently, `branch` opens what to say in one case; the paragraphs of
    that branch follow with `depth` 1.
    """

    kind: ParagraphKind
    text: str
    place: Place
    speaker: str | None = None
    depth: int = 0


@dataclass(frozen=True)
class Template:
    """Words to send or to say, in one language."""

    id: str
    channel: Channel
    title: str
    subject: str | None
    body: tuple[Paragraph, ...]
    bad_news: bool
    place: Place


@dataclass(frozen=True)
class Item:
    """One row of a checklist."""

    id: str
    text: str
    place: Place


@dataclass(frozen=True)
class Checklist:
    """A task list under a heading, in one language."""

    id: str
    title: str
    items: tuple[Item, ...]
    place: Place


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
class Page:
    """One Markdown file of one language.

    `path` is relative to the tree of its language ("playbooks/own-a-mistake.md"), the same
    in all of them; `text` is the Markdown without the front matter, whose values are `meta` and
    which takes `offset` lines.
    """

    path: str
    language: str
    place: Place
    meta: Mapping[str, object]
    text: str
    offset: int = 0
    headings: tuple[Heading, ...] = ()
    templates: tuple[Template, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def slug(self) -> str:
        """The last word of the address: "own-a-mistake", or the folder for an index page."""
        parts = self.path.removesuffix(".md").split("/")
        if parts[-1] == "index":
            parts = parts[:-1]
        return parts[-1] if parts else ""

    @property
    def is_playbook(self) -> bool:
        folder, _, name = self.path.rpartition("/")
        return folder == "playbooks" and name != "index.md"

    @property
    def url(self) -> str:
        """Address in its language's tree, without a leading slash: "playbooks/own-a-mistake/"."""
        address = self.path.removesuffix(".md")
        if address == "index":
            return ""
        return address.removesuffix("/index") + "/"

    @property
    def title(self) -> str:
        return str(self.meta.get("title", self.slug))


@dataclass(frozen=True)
class Site:
    """Everything that was read, with the problems met while reading."""

    languages: tuple[str, ...]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    _index: dict[tuple[str, str], Page] = field(default_factory=dict, compare=False, repr=False, hash=False)

    def __post_init__(self) -> None:
        self._index.update({(page.path, page.language): page for page in self.pages})

    def page(self, path: str, language: str) -> Page | None:
        return self._index.get((path, language))

    def paths(self) -> tuple[str, ...]:
        """Paths that exist in any language, playbooks by their `order`."""
        paths = {page.path for page in self.pages}
        return tuple(sorted(paths, key=lambda path: (self.order(path), path)))

    def order(self, path: str) -> int:
        for language in self.languages:
            page = self.page(path, language)
            if page and isinstance(order := page.meta.get("order"), int):
                return order
        return 0

    def playbooks(self, language: str) -> tuple[Page, ...]:
        """The playbooks of one language in the order of a project's life."""
        pages = (self.page(path, language) for path in self.paths())
        return tuple(page for page in pages if page and page.is_playbook)

    def pages_of(self, language: str) -> tuple[Page, ...]:
        pages = (self.page(path, language) for path in self.paths())
        return tuple(page for page in pages if page)
