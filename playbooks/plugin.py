"""The MkDocs adapter: it only turns events into calls of the core.

`on_config` reads all languages and reports every problem as a warning with file and line, which
`--strict` turns into failure; then it tells the Markdown extension which language is being built.

`on_files` lends the trees of the other languages to mkdocs-static-i18n, which knows only
`docs_dir`: they join as fr/… and uk/… before it runs and get their real place after it.

mkdocs-static-i18n builds each language with a nested build through these same objects, so events
fire once per language; what is made for the whole site waits for the end of the outermost build.
"""

from __future__ import annotations

import errno
import gzip
import logging
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs import plugins
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from . import check, policy, publishing
from .items import versions
from .languages import DEFAULT
from .model import Page
from .places import SITEMAP
from .shrinking import shrink
from .site import Content, Project, read_content
from .staging import Staging
from .strings import strings
from .trees import is_endless
from .view import PageView, SiteView
from .writing import Folder, WritingError

log = plugins.get_plugin_logger("playbooks")
EXTENSION = "playbooks.markdown"
THEME = Path(__file__).parent / "theme"
DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EFBIG)


class PlaybooksConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """`trees` maps the languages other than English to their folders; `data_dir` is the folder of the
    fields, the glossary and the register. `sections` orders the navigation. `downloads` are endings of
    files that are published beside pages, images, PDF and fonts."""

    trees = config_options.Type(dict, default={"fr": "docs_fr", "uk": "docs_uk"})
    data_dir = config_options.Type(str, default="data")
    downloads = config_options.ListOfItems(config_options.Type(str), default=[])
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
        self.dirty = False
        self.staging: Staging | None = None
        self.config_of_build: MkDocsConfig | None = None
        self.authored: set[str] = set()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.live_reload = command == "serve"
        self.dirty = dirty

    @plugins.event_priority(100)  # whoever asks for the folder of the site is told that of this build
    def _stage(self, config: MkDocsConfig) -> MkDocsConfig:
        if self._is_nested(config):
            return config
        self._discard()
        try:
            self.staging = Staging(Path(config.site_dir), keep=self.dirty)
        except OSError as error:
            raise PluginError(_unwritten(error)) from error
        self.config_of_build = config
        self.authored = set()
        self.site_dir, config.site_dir = config.site_dir, str(self.staging.folder)
        return config

    @plugins.event_priority(-150)  # after mkdocs-static-i18n (-100) has chosen the language
    def _configure(self, config: MkDocsConfig) -> MkDocsConfig:
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

    on_config = plugins.CombinedEvent(_stage, _configure)

    def _read(self, config: MkDocsConfig) -> None:
        """Read all languages, report what is wrong, and let `mkdocs serve` watch what was read."""
        if is_endless(Path(config.docs_dir)):
            raise PluginError(f"{config.docs_dir} has no end, as links in it lead round or out; take them away")
        self.content = read_content(self._project(config))
        for problem in check.problems(self.content):
            log.warning("%s", problem)
        config.watch += [str(tree) for tree in self.content.project.trees.values()]
        config.watch.append(str(self.content.project.data))

    @plugins.event_priority(-50)
    def _lend_trees(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        published = self._content.files
        for file in list(files):
            if file.src_dir == config.docs_dir and file.src_uri not in published[DEFAULT]:
                files.remove(file)
        files.add_files_from_theme(config.theme.get_env(), config)  # those that an author's file stood for
        for language, paths in published.items():
            for path in paths if language != DEFAULT else ():
                uri = f"{language}/{path}"
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
            if file.src_dir == config.docs_dir:
                self.authored.add(file.dest_uri.lower())
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

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        scripts = THEME / "assets" / "javascripts"
        env.globals["playbooks"] = SiteView(self._content, self._language(config), scripts)
        return env

    def on_page_context(self, context: Any, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        model = self._page(page.file, self._language(config))
        if model:
            context["this"] = PageView(self._content, model)
        return context

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return policy.protect(output, self.live_reload)

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return policy.protect(output, self.live_reload) if template_name.endswith(".html") else output

    @plugins.event_priority(-150)  # after mkdocs-static-i18n has built the other languages
    def _publish(self, *, config: MkDocsConfig) -> None:
        if self._is_nested(config):
            return
        site = Folder(Path(config.site_dir), frozenset(self.authored))
        folders = [Path(folder) for folder in config.theme.dirs]
        try:
            shrink(site, folders)
            for sentence in publishing.publish(self._content, site, folders, config.site_url or ""):
                log.warning("%s", sentence)
            sitemap = site.read(SITEMAP)
            if sitemap is not None:  # the same bytes for the same commit: no time of building in the archive
                site.write(f"{SITEMAP}.gz", gzip.compress(sitemap.encode(), mtime=0))
        except (ValueError, WritingError) as error:
            raise PluginError(str(error)) from error

    @plugins.event_priority(-1000)  # after all that other plugins put there
    def _finish(self, *, config: MkDocsConfig) -> None:
        if self._is_nested(config) or self.staging is None or _will_fail():
            return
        try:
            self.staging.finish()
        except OSError as error:
            raise PluginError(_unwritten(error)) from error
        self._discard()

    on_post_build = plugins.CombinedEvent(_publish, _finish)

    def on_build_error(self, *, error: Exception) -> None:
        self._discard()
        if isinstance(error, OSError) and error.errno in DISK:
            raise Abort(_unwritten(error)) from error

    def on_shutdown(self) -> None:
        self._discard()

    def _discard(self) -> None:
        """End the use of the workspace: the folder of the site is again the one that was asked for."""
        if self.staging and self.config_of_build:
            self.staging.discard()
            self.config_of_build.site_dir = self.site_dir
        self.staging = self.config_of_build = None

    @property
    def _content(self) -> Content:
        assert self.content is not None, "on_config comes first"
        return self.content

    def _project(self, config: MkDocsConfig) -> Project:
        root = Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
        docs = Path(config.docs_dir)
        trees = {DEFAULT: docs.parent.resolve() / docs.name}  # itself not resolved: a link is not followed
        trees |= {language: root / folder for language, folder in self.config.trees.items()}
        return Project(
            root=root, trees=trees, data=root / self.config.data_dir, downloads=tuple(self.config.downloads)
        )

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


def _will_fail() -> bool:
    """Whether the build is strict and has counted a warning: then MkDocs aborts right after its last event.

    MkDocs hangs its counter on its logger in strict builds only; ProperDocs does the same to its own.
    """
    handlers = [*logging.getLogger("mkdocs").handlers, *logging.getLogger("properdocs").handlers]
    return any(getattr(handler, "get_counts", list)() for handler in handlers)


def _unwritten(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"the site cannot be written: {error.strerror or error}{where}; the old one is as it was"
