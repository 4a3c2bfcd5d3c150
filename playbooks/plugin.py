"""The MkDocs adapter: it only turns events into calls of the core.

`on_config` reads all languages and reports every problem as a warning with file and line, which
`--strict` turns into failure; then it tells the Markdown extension which language is being built.

`on_files` lends the trees of the other languages to mkdocs-static-i18n, which knows only
`docs_dir`: they join as fr/… and uk/… before it runs and get their real place after it.

mkdocs-static-i18n builds each language with a nested build through these same objects, so events
fire once per language; what is made for the whole site waits for the end of the outermost build.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs import plugins
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from . import check, policy, publishing
from .escaping import Escaping, mark
from .items import versions
from .languages import DEFAULT
from .model import Page
from .pages import TYPESET_META
from .shrinking import shrink
from .site import Content, Project, read_content
from .strings import strings
from .view import PageView, SiteView

log = plugins.get_plugin_logger("playbooks")
EXTENSION = "playbooks.markdown"
THEME = Path(__file__).parent / "theme"


class PlaybooksConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """`trees` maps the languages other than English to their folders; `data_dir` is the folder of the
    fields, the glossary and the register. `sections` orders the navigation."""

    trees = config_options.Type(dict, default={"fr": "docs_fr", "uk": "docs_uk"})
    data_dir = config_options.Type(str, default="data")
    sections = config_options.ListOfItems(
        config_options.Type(str),
        default=["playbooks", "templates", "checklists", "onboarding", "channels", "authors", "privacy",
                 "accessibility"],
    )  # fmt: skip


class PlaybooksPlugin(plugins.BasePlugin[PlaybooksConfig]):  # type: ignore[no-untyped-call]
    """See the head of this module."""

    def __init__(self) -> None:
        self.content: Content | None = None
        self.live_reload = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.live_reload = command == "serve"

    @plugins.event_priority(-150)  # after mkdocs-static-i18n (-100) has chosen the language
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not self._is_nested(config):
            self._read(config)
        # the project's own parts win, then ours; mkdocs-static-i18n puts a sitemap of its own before both
        ours = [*filter(None, [config.theme.custom_dir]), str(THEME)]
        config.theme.dirs[:] = [*ours, *(folder for folder in config.theme.dirs if folder not in ours)]
        content = self._content
        options = {
            "language": self._language(config),
            "fields": dict(content.fields),
            "languages": list(content.site.languages),
            "versions": versions(content.site),
        }
        config.mdx_configs[EXTENSION] = options
        if EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(EXTENSION)
        return config

    def _read(self, config: MkDocsConfig) -> None:
        """Read all languages, report what is wrong, and let `mkdocs serve` watch what was read."""
        self.content = read_content(self._project(config))
        for problem in check.problems(self.content):
            log.warning("%s", problem)
        config.watch += [str(tree) for tree in self.content.project.trees.values()]
        config.watch.append(str(self.content.project.data))

    @plugins.event_priority(-50)
    def _lend_trees(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        for language, tree in self._content.project.trees.items():
            if language == DEFAULT:
                continue
            for path in sorted(tree.rglob("*")):
                if path.is_file() and not any(part.startswith(".") for part in path.relative_to(tree).parts):
                    uri = f"{language}/{path.relative_to(tree).as_posix()}"
                    files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
        return files

    @plugins.event_priority(-150)
    def _return_trees(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        for file in files:
            language, _, rest = file.src_uri.partition("/")
            tree = self._content.project.trees.get(language)
            if tree and language != DEFAULT and rest:
                file.abs_src_path = str(tree / rest)
                file.edit_uri = None
        return files

    on_files = plugins.CombinedEvent(_lend_trees, _return_trees)

    @plugins.event_priority(-150)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        site = self._content.site
        order = {path: number for number, path in enumerate(site.paths())}
        texts = strings(self._language(config))

        def path(item: Any) -> str:
            page = item.children[0] if isinstance(item, Section) else item
            return self._path(page.file) if isinstance(page, MkDocsPage) else ""

        def place(item: Any) -> tuple[int, int]:
            name = path(item).split("/")[0]
            sections = self.config.sections
            return (sections.index(name) + 1 if name in sections else 0, order.get(path(item), 0))

        for item in nav.items:
            if isinstance(item, Section):
                item.children.sort(key=lambda child: (not path(child).endswith("/index.md"), place(child)))
                name = path(item).split("/")[0]
                item.title = texts.texts.get(f"nav.{name}", item.title)
        nav.items.sort(key=place)
        nav.pages.sort(key=lambda page: place(page))
        return nav

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """MkDocs reads front matter by itself: it is not given what we refuse to read."""
        model = self._page(page.file, self._language(config))
        return f"---\n{{}}\n---\n{model.text}" if model and not model.meta else None

    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Texts of the front matter that are lists, numbers or nothing, as we read them."""
        model = self._page(page.file, self._language(config))
        odd = [key for key in TYPESET_META if key in page.meta and not isinstance(page.meta[key], str)]
        for key in odd if model else ():
            page.meta.pop(key)
            if model and key in model.meta:
                page.meta[key] = str(model.meta[key])
        return markdown

    @plugins.event_priority(-1000)  # other plugins see texts, templates see what is escaped
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        folders = tuple(Path(folder) for folder in config.theme.dirs)
        ours = [folder for folder in (config.theme.custom_dir, THEME) if folder]
        env.autoescape = Escaping(folders, frozenset(map(Path, ours)))
        for file in files.documentation_pages():
            if file.page:
                mark(file.page)
        scripts = THEME / "assets" / "javascripts"
        env.globals["playbooks"] = SiteView(self._content, self._language(config), scripts)
        return env

    @plugins.event_priority(-1000)
    def on_page_context(self, context: Any, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        model = self._page(page.file, self._language(config))
        if model:
            context["this"] = PageView(self._content, model)
        page.content = Markup(page.content or "")
        return context

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return policy.protect(output, self.live_reload)

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return policy.protect(output, self.live_reload) if template_name.endswith(".html") else output

    @plugins.event_priority(-150)  # after mkdocs-static-i18n has built the other languages
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self._is_nested(config):
            return
        site_dir = Path(config.site_dir)
        folders = [Path(folder) for folder in config.theme.dirs]
        try:
            shrink(site_dir, folders)
        except ValueError as error:
            raise PluginError(str(error)) from error
        publishing.publish(self._content, site_dir, folders, config.site_url or "")
        sitemap = site_dir / "sitemap.xml"
        if sitemap.exists():  # the same bytes for the same commit: no time of building in the archive
            (site_dir / "sitemap.xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))

    @property
    def _content(self) -> Content:
        assert self.content is not None, "on_config comes first"
        return self.content

    def _project(self, config: MkDocsConfig) -> Project:
        root = Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
        trees = {DEFAULT: Path(config.docs_dir).resolve()}
        trees |= {language: root / folder for language, folder in self.config.trees.items()}
        return Project(root=root, trees=trees, data=root / self.config.data_dir)

    def _is_nested(self, config: MkDocsConfig) -> bool:
        """Whether this is one of the builds that mkdocs-static-i18n starts for the other languages."""
        i18n = config.plugins.get("i18n")
        return i18n is not None and bool(i18n.building)

    def _language(self, config: MkDocsConfig) -> str:
        i18n = config.plugins.get("i18n")
        return str(i18n.current_language) if i18n is not None and i18n.current_language else DEFAULT

    def _path(self, file: File) -> str:
        """The path in the tree of its language."""
        language, _, rest = file.src_uri.partition("/")
        return rest if language in self._content.project.trees and language != DEFAULT else file.src_uri

    def _page(self, file: File, language: str) -> Page | None:
        return self._content.site.page(self._path(file), language)
