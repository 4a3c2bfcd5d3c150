"""What the templates of the theme may ask about the site and the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from ..content import Content
from ..data.fields import Field
from ..languages.languages import LANGUAGES, Language
from ..languages.strings import Strings
from ..model.channels import CHANNELS, Channel
from ..model.checklists import Checklist
from ..model.pages import STAGES, Page
from ..model.templates import Template
from .modules import Scripts
from .page_data import as_json, page_data, page_fields, picker_strings, said_by_language
from .preview import Preview, preview

LISTS = ("playbooks", "templates", "checklists")  # sections that every site has
LAYOUTS = {"index.md": "home.html", **{f"{name}/index.md": f"{name}.html" for name in (*LISTS, "offline")}}


def layout(page: Page) -> str | None:
    """The template of the theme that a page gets when it names none: None for that of all pages."""
    return LAYOUTS.get(page.path)


def section_names(content: Content) -> list[str]:
    """The sections in the head of each page: those that mkdocs.yml names, or all but those of the foot."""
    project = content.project
    if project.sections:
        return [name for name in project.sections if name not in project.footer]
    found = {path.removesuffix(".md").split("/")[0] for path in content.site.paths()} - {
        "index",
        "offline",
        *LISTS,
    }
    return [*LISTS, *sorted(found - set(project.footer))]


@dataclass(frozen=True)
class Section:
    """A folder of the trees, or a page beside the home page; `address` is that of its first page."""

    name: str
    title: str
    page: Page

    def holds(self, page: Page | None) -> bool:
        return page is not None and page.path.split("/")[0].removesuffix(".md") == self.name


@dataclass(frozen=True)
class SiteView:
    """`{{ playbooks }}`: the whole site in the language that is being built.

    `scripts` tells how the browser modules are published, `is_app` whether pages may be kept on the device.
    """

    content: Content
    language: str
    scripts: Scripts
    is_app: bool = False

    @property
    def t(self) -> Strings:
        """Interface strings: t("copy.all")."""
        return self.content.texts[self.language]

    def texts(self, language: str) -> Strings:
        return self.content.texts[language]

    @cached_property
    def languages(self) -> list[Language]:
        return [LANGUAGES[code] for code in self.content.site.languages]

    @cached_property
    def playbooks(self) -> Sequence[Page]:
        return self.content.site.playbooks(self.language)

    def playbooks_in(self, language: str) -> Sequence[Page]:
        return self.content.site.playbooks(language)

    @cached_property
    def header(self) -> list[Section]:
        return self._sections(section_names(self.content))

    @cached_property
    def footer(self) -> list[Section]:
        """Those that mkdocs.yml names, and the page on what is kept, where readers find the switch."""
        names = [*self.content.project.footer, *(["offline"] if self.content.project.offline else [])]
        return self._sections(list(dict.fromkeys(names)))

    def _sections(self, names: Sequence[str]) -> list[Section]:
        """Those of the sections that exist in this language."""
        pages = {page.path: page for page in self.content.site.pages_of(self.language)}
        found = []
        for name in names:
            inside = [path for path in pages if path.startswith(f"{name}/")]
            ways = [path for path in (f"{name}/index.md", f"{name}.md", *inside) if path in pages]
            if ways:
                page = pages[ways[0]]
                found.append(Section(name, self.t.get(f"nav.{name}", page.title), page))
        return found

    def listing(self, name: str) -> str:
        """The address of the page of all templates, checklists or playbooks: listing("templates")."""
        page = self.content.site.page(f"{name}/index.md", self.language)
        return page.address() if page else self.address("")

    @cached_property
    def home(self) -> str:
        page = self.content.site.page("index.md", self.language)
        return page.address() if page else self.address("")

    @property
    def default(self) -> str:
        """The language at the root of the site."""
        return self.content.site.default

    def address(self, url: str, language: str | None = None) -> str:
        """From the root of the site, for the filter `url`: "fr/playbooks/"."""
        return self.content.site.root(language or self.language) + url

    def counterpart(self, page: PageView | None, language: str) -> str:
        """The same page in another language, or its home page."""
        path = page.page.path if page else "index.md"
        twin = self.content.site.page(path, language) or self.content.site.page("index.md", language)
        return twin.address() if twin else self.address("", language)

    @cached_property
    def stages(self) -> list[tuple[str, list[Page]]]:
        """The playbooks by the part of a project that they are for; "" for those that name none, at the end."""
        found: dict[str, list[Page]] = {stage: [] for stage in (*STAGES, "")}
        for page in self.playbooks:
            found.setdefault(str(page.meta.get("stage") or ""), []).append(page)
        return [(stage, pages) for stage, pages in found.items() if pages]

    def channels_of(self, page: Page) -> list[tuple[Channel, Template]]:
        """The channels of a page in the order of choice, each with its first template."""
        found: dict[str, Template] = {}
        for template in page.templates:
            found.setdefault(template.channel.id, template)
        return [(channel, found[name]) for name, channel in CHANNELS.items() if name in found]

    @cached_property
    def channels(self) -> list[Channel]:
        """The channels that have a template, in the order of choice."""
        used = {template.channel for page in self.content.site.pages for template in page.templates}
        return [channel for channel in CHANNELS.values() if channel in used]

    def page_address(self, page: Page, fragment: str = "") -> str:
        return page.address(fragment)

    @cached_property
    def templates_by_channel(self) -> list[tuple[Channel, list[tuple[Page, Template]]]]:
        pages = self.content.site.pages_of(self.language)
        rows = [(page, template) for page in pages for template in page.templates]
        return [
            (channel, [(page, template) for page, template in rows if template.channel == channel])
            for channel in CHANNELS.values()
        ]

    @cached_property
    def checklists(self) -> list[tuple[Page, Checklist]]:
        pages = self.content.site.pages_of(self.language)
        return [(page, checklist) for page in pages for checklist in page.checklists]

    def versions_of(self, checklist: Checklist) -> str:
        """The items of a checklist with what a tick is kept for: "prices:1f2e3d4c plan:…"."""
        versions = self.content.site.item_versions.get(checklist.id, {})
        return " ".join(f"{item.id}:{versions.get(item.id, '')}" for item in checklist.items)

    @property
    def has_feed(self) -> bool:
        """Whether there is a feed of what changed."""
        return bool(self.content.changes)

    def modules(self, page: PageView | None) -> list[str]:
        """Scripts to fetch at once on this page, beside the one that it runs."""
        has_words = page is not None and (page.page.templates or page.page.checklists)
        return self.scripts.of("page.js", *(["playbook.js"] if has_words else []))[1:]

    def script(self, entry: str) -> str:
        """The file below assets/ that runs an entry: script("links/picker.js")."""
        return self.scripts.first(entry)

    @cached_property
    def said(self) -> str:
        """The address of what all pages in this language share for their scripts."""
        return said_by_language(self.content, self.language, self.scripts.places)[0].address

    @property
    def picker_strings(self) -> Markup:
        """JSON of the messages of the page where links are chosen."""
        return Markup(as_json(picker_strings(self.t)))


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

    @property
    def is_home(self) -> bool:
        return self.page.is_home

    @cached_property
    def fields(self) -> list[Field]:
        return page_fields(self.content, self.page)

    @property
    def data(self) -> Markup:
        """JSON for the page's scripts."""
        return Markup(as_json(page_data(self.content, self.page)))

    @cached_property
    def moved(self) -> dict[str, str]:
        """Former ids of what stood on this page, and the addresses of what replaces them."""
        known, language = self.content.targets, self.page.language
        return {
            name: known[final].address(language)
            for name, final in self.content.successors.items()
            if name.startswith(f"{self.page.slug}-") and language in known[final].pages
        }

    def preview(self, site_url: str | None) -> Preview | None:
        """What a link to the page shows in a chat."""
        return preview(self.content, self.page, site_url)
