"""What the templates of the theme may ask about the site and the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from . import catalog
from .changes import read_changes
from .fields import Field
from .languages import LANGUAGES, Language, prefix
from .model import CHANNELS, Checklist, Page, Template
from .modules import closure
from .page_data import page_data, page_fields
from .previews import Preview, preview
from .register import registered
from .site import Content
from .strings import Strings, strings
from .targets import targets

HOME_SECTIONS = ("playbooks", "templates", "checklists", "onboarding")
FOOT_SECTIONS = ("channels", "authors", "privacy", "accessibility")


@dataclass(frozen=True)
class SiteView:
    """`{{ playbooks }}`: the whole site in the language that is being built.

    `scripts` is the folder of the rooms of browser modules.
    """

    content: Content
    language: str
    scripts: Path

    @property
    def t(self) -> Strings:
        """Interface strings: t("copy.all")."""
        return strings(self.language)

    def texts(self, language: str) -> Strings:
        return strings(language)

    @property
    def languages(self) -> list[Language]:
        return [LANGUAGES[code] for code in self.content.site.languages]

    @property
    def playbooks(self) -> Sequence[Page]:
        return self.content.site.playbooks(self.language)

    @property
    def header(self) -> list[tuple[str, str]]:
        """Links of the header: (name of the section, address)."""
        return [(name, self.address(f"{name}/")) for name in HOME_SECTIONS]

    @property
    def footer(self) -> list[tuple[str, str]]:
        return [(name, self.address(f"{name}/")) for name in FOOT_SECTIONS]

    def address(self, url: str, language: str | None = None) -> str:
        """From the root of the site, for the filter `url`: "fr/playbooks/"."""
        return prefix(language or self.language) + url

    def page_address(self, page: Page, fragment: str = "") -> str:
        return catalog.url(page, fragment).removeprefix("/")

    @property
    def templates_by_channel(self) -> list[tuple[str, list[tuple[Page, Template]]]]:
        pages = self.content.site.pages_of(self.language)
        rows = [(page, template) for page in pages for template in page.templates]
        return [
            (channel, [(page, template) for page, template in rows if template.channel == channel])
            for channel in CHANNELS
        ]

    @property
    def checklists(self) -> list[tuple[Page, Checklist]]:
        pages = self.content.site.pages_of(self.language)
        return [(page, checklist) for page in pages for checklist in page.checklists]

    @cached_property
    def has_feed(self) -> bool:
        """Whether there is a feed of what changed."""
        project = self.content.project
        changed, _ = read_changes(project.data / "changes.yml", project.languages, "")
        return bool(changed)

    def modules(self, page: PageView | None) -> list[str]:
        """Browser modules to fetch at once on this page."""
        has_words = page is not None and (page.page.templates or page.page.checklists)
        return closure(self.scripts, "page.js", *(["playbook.js"] if has_words else []))

    @property
    def script_strings(self) -> dict[str, str]:
        """Messages for the browser."""
        groups = ("template", "copy", "blanks", "warn", "send", "call", "checklist", "search", "links")
        wanted = {f"{group}.{key}": text for group in groups for key, text in self.t.group(group).items()}
        return {**wanted, "comma": self.t("comma"), "beside": self.t("beside"), "more": self.t("more")}


@dataclass(frozen=True)
class PageView:
    """`{{ this }}`: the page."""

    content: Content
    page: Page

    @property
    def id(self) -> str:
        return self.page.slug

    @property
    def url(self) -> str:
        """The address in its language's tree, the same in all of them."""
        return self.page.url

    @cached_property
    def fields(self) -> list[Field]:
        return page_fields(self.content, self.page)

    @property
    def data(self) -> dict[str, Any]:
        return page_data(self.content, self.page)

    @cached_property
    def moved(self) -> dict[str, str]:
        """Former ids of what stood on this page, and the addresses of what replaces them."""
        register, known = registered(self.content.project), targets(self.content.site)
        old = [entry.id for entry in register.entries if entry.id.startswith(f"{self.page.slug}-")]
        finals = {name: register.final(name, known) for name in old if name not in known}
        language = self.page.language
        return {
            name: known[final].address(language)
            for name, final in finals.items()
            if final and language in known[final].pages
        }

    def preview(self, site_url: str | None) -> Preview | None:
        """What a link to the page shows in a chat."""
        return preview(self.page, self.content.site.languages, site_url)
