"""Pages that the last build has made of the same, taken from there whole (see `kept`).

A page is kept twice: what Markdown made of it, and the file that is published. The first is made of its own words
and of where its links lead; the second also of what the templates ask about the others. Both are kept only where
everything that could have a hand in them is known: a site with plugins, Markdown extensions or hooks beside those
listed here makes all its pages anew, and so does one whose templates ask for the time.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..content import Content
from ..model.pages import Page
from ..model.places import Place, Problem
from ..rendering.modules import Scripts
from . import made_of
from .kept import Shelf, folder, pack

# Plugins that make the same of the same, and add nothing to a page that is not seen before it is rendered.
PLUGINS = frozenset(("playbooks", "i18n", "search", "material/search"))
# Markdown extensions that read nothing but the text: pymdownx.snippets and .b64 read files.
EXTENSIONS = frozenset((
    "abbr", "admonition", "attr_list", "def_list", "extra", "fenced_code", "footnotes", "md_in_html", "nl2br",
    "playbooks.markdown", "sane_lists", "smarty", "tables", "toc", "pymdownx.arithmatex", "pymdownx.betterem",
    "pymdownx.blocks.admonition", "pymdownx.blocks.details", "pymdownx.blocks.tab", "pymdownx.caret",
    "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.saneheaders", "pymdownx.smartsymbols",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
))  # fmt: skip
# Settings whose part in a page is in what was read, in the files of the site, or nowhere.
ELSEWHERE = frozenset((
    "config_file_path", "dev_addr", "docs_dir", "draft_docs", "exclude_docs", "hooks", "not_in_nav", "plugins",
    "remote_branch", "remote_name", "site_dir", "strict", "theme", "watch",
))  # fmt: skip
FUNCTIONS = ("material.", "markdown.", "pymdownx.")  # packages whose versions are known
_TIME = re.compile(r"\b(?:build_date_utc|update_date|now|today)\b")
QUIET = logging.DEBUG + 1
PLAIN = "main.html"  # the template of a page that tells of itself


class UnknownSettingError(ValueError):
    """A setting that cannot be written down, such as a function of the site's own."""


@dataclass(frozen=True)
class Rendered:
    """What Markdown made of a page. `title` is its first heading; `contents` the table of contents; `ids` what may
    be linked to in it; `links` its links to ids: (source of the page, id, as it is written)."""

    html: str
    title: str | None
    contents: list[dict[str, Any]]
    ids: list[str]
    links: list[tuple[str, str, str]] | None

    def packed(self) -> bytes:
        return pack([("page.json", json.dumps(asdict(self)))])

    @classmethod
    def of(cls, rows: Iterable[tuple[str, bytes]]) -> Rendered:
        ((_, data),) = rows
        told = json.loads(data)
        links = told["links"] and [(uri, name, written) for uri, name, written in told["links"]]
        return cls(told["html"], told["title"], told["contents"], told["ids"], links)


class Finished:
    """What the last build has made of pages, and what this one makes. `common` is of a language what all its
    pages are made of, as a hash; None where that is not known, so that nothing is kept."""

    def __init__(self, content: Content, site_url: str, scripts: Scripts) -> None:
        self.content = content
        place = folder(content.project.root)
        self.rendered, self.pages = Shelf.open(place, "rendered"), Shelf.open(place, "pages")
        self.base = made_of.hashed(
            made_of.of_site(content, site_url), sorted(scripts.parts.items()), sorted(scripts.places.items())
        )
        self.own = {(page.path, page.language): made_of.of_page(page) for page in content.site.pages}
        self.outlines = made_of.of_outlines(content.site)
        self.everything = made_of.of_everything(content)
        self.has_templates = bool(templates(content.project.custom))
        self.common: str | None = None

    def begin(self, language: str, settings: Mapping[str, object], files: Iterable[object]) -> None:
        """Pages of a language follow, with these settings, in a site of these files."""
        try:
            self.common = made_of.hashed(self.base, language, plain(settings), plain(list(files)))
        except UnknownSettingError:
            self.common = None

    def key_of_rendered(self, page: Page | None, markdown: str, where: object) -> str | None:
        """Of what Markdown makes of a page that stands there."""
        return self.common and made_of.hashed(self.common, self._twins(page), markdown, where)

    def key_of_page(self, page: Page | None, rendered: str | None, *shown: object) -> str | None:
        """Of the file that is published. `shown`: what else its template is told; first the name of the template,
        as those of their own may tell of the whole site."""
        is_plain = page is not None and shown[0] == PLAIN and not self.has_templates
        others = self.outlines if is_plain else self.everything
        try:
            return rendered and made_of.hashed(rendered, others, plain(shown))
        except UnknownSettingError:
            return None

    def _twins(self, page: Page | None) -> list[str]:
        """The page itself in all languages: words in another one and marks of ticks come from there."""
        found = self.content.site.versions(page.path) if page else {}
        return [self.own[one.path, one.language] for one in found.values()]

    def close(self) -> None:
        self.rendered.close()
        self.pages.close()


def is_known(plugins: Collection[str], extensions: Collection[str], hooks: object, custom: Path | None) -> bool:
    """Whether pages of such a site may be used again."""
    names = {name.removeprefix("markdown.extensions.") for name in extensions}
    if hooks or not PLUGINS.issuperset(plugins) or not EXTENSIONS.issuperset(names):
        return False
    return not any(_TIME.search(path.read_text("utf-8", "replace")) for path in templates(custom))


def templates(custom: Path | None) -> list[Path]:
    """The site's own templates."""
    return sorted(custom.rglob("*.html")) if custom else []


def plain(value: object) -> object:
    """A setting as data that are the same in each run. UnknownSettingError: there is no saying what it is."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Mapping):
        return [(str(key), plain(row)) for key, row in value.items()]
    if isinstance(value, (list, tuple)):
        return [plain(row) for row in value]
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    if isinstance(value, (Path, date)):
        return str(value)
    module, name = getattr(value, "__module__", ""), getattr(value, "__qualname__", "")
    if name and f"{module}.".startswith(FUNCTIONS):
        return f"{module}.{name}"
    if type(value).__module__.startswith(("mkdocs.", "properdocs.")) and hasattr(value, "__dict__"):
        return plain(vars(value))  # a row of extra_javascript
    raise UnknownSettingError(repr(value))


@contextmanager
def listening(*loggers: str) -> Iterator[list[str]]:
    """What is said meanwhile, heard or not: a page of which something is said is made anew by each build."""
    said: list[str] = []
    undo = []
    for logger in map(logging.getLogger, loggers):
        level, before = logger.getEffectiveLevel(), logger.level

        def hear(record: logging.LogRecord, level: int = level) -> bool:
            said.append(record.getMessage())
            return record.levelno >= level

        logger.addFilter(hear)
        if level > QUIET:  # MkDocs asks for its own level while it renders: below this it does other things
            logger.setLevel(QUIET)
        undo.append((logger, hear, before))
    try:
        yield said
    finally:
        for logger, hear, before in undo:
            logger.removeFilter(hear)
            logger.setLevel(before)


def problems(shelf: Shelf, key: str) -> list[Problem] | None:
    """What was found wrong with the same content; None where nobody has looked yet."""
    rows = shelf.get(key)
    if rows is None:
        return None
    return [Problem(Place(path, line), *rest) for path, line, *rest in json.loads(rows[0][1])]


def keep_problems(shelf: Shelf, key: str, found: Iterable[Problem]) -> None:
    rows = [(one.place.path, one.place.line, one.sentence, one.code, one.is_doubt) for one in found]
    shelf.put(key, pack([("problems.json", json.dumps(rows))]))
