"""What mkdocs.yml says about a site of playbooks: where everything stands, what it is called.

Commands and plugin read the same file with this module, so that both say the same of it. It knows the shape
of that file, not MkDocs: `plugins: playbooks:` holds our options, `plugins: i18n:` the languages.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .languages.languages import FALLBACK, LANGUAGES
from .model.places import Place, Problem
from .reading.plain_yaml import NOT_YAML
from .reading.yaml_faults import explained

DEFAULT_DATA = "data"
OWN = ("plugins", "playbooks")  # where our options stand
SHOWN = {"sections": "playbooks, templates", "footer": "privacy", "downloads": "docx"}
OPTIONS = ("trees", "data_dir", "sections", "footer", "downloads", "inline_styles", "offline")

BUILT_IN = ("toc", "tables", "fenced_code")  # what MkDocs switches on by itself
_EXTRA = ("abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables")
BUNDLES: Mapping[str, tuple[str, ...]] = {
    "extra": _EXTRA,
    "pymdownx.extra": (*_EXTRA, "pymdownx.betterem", "pymdownx.superfences"),
}


@dataclass(frozen=True)
class Project:
    """`trees` maps each language to its folder, the default one first. All paths are absolute.

    `name`, `description` and `address` are site_name, site_description and site_url ("" if unknown).
    `custom` is the theme's custom_dir, whose parts win over ours. `sections` and `footer` are names of
    folders of the trees that stand in the head and the foot of a page; () leaves the choice to us.
    `downloads` are endings of files that are published beside those of `trees.KINDS`.
    `extensions` are the names of all Markdown extensions and plugins, those in bundles included.
    `inline_styles`: scripts of the site may put styles into pages. `draws`: a fence is handed to Mermaid, whose
    script does.
    `offline`: readers' browsers keep the pages for use without a network. `is_read`: there is a mkdocs.yml, and
    it could be read.
    """

    root: Path
    trees: Mapping[str, Path]
    data: Path
    name: str = ""
    description: str = ""
    address: str = ""
    custom: Path | None = None
    directory_urls: bool = True
    sections: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    downloads: tuple[str, ...] = ()
    extensions: frozenset[str] = frozenset()
    inline_styles: bool = False
    draws: bool = False
    offline: bool = True
    is_read: bool = True
    problems: tuple[Problem, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.trees)

    @property
    def default(self) -> str:
        return self.languages[0]

    @property
    def slug(self) -> str:
        """The site's name as files of exports carry it: "desk-words"; "playbooks" where no letter is Latin."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower())[:40].strip("-") or "playbooks"

    def shown(self, path: Path) -> str:
        """The path as problems name it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


def read_project(path: Path, changed: Mapping[str, Any] | None = None) -> Project:
    """The project of an mkdocs.yml. `changed` are settings that the caller knows better than the file.

    Nothing is raised for what an author can get wrong: it stands in `problems`, and the project is what can
    be made of the rest.
    """
    path = path.resolve()
    settings = _Settings.read(path)
    settings.values.update(changed or {})
    return settings.project()


@dataclass
class _Settings:
    """The values of the file, the lines where its keys stand, and what was wrong so far."""

    path: Path
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_read: bool = False

    @classmethod
    def read(cls, path: Path) -> _Settings:
        settings = cls(path)
        try:
            root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
        except FileNotFoundError:
            settings.say("there is no such file; python -m playbooks init FOLDER writes one")
            return settings
        except (OSError, UnicodeDecodeError):
            settings.say("this file cannot be read")
            return settings
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            line, advice = explained(path.read_text("utf-8"), mark.line + 1 if mark else 1)
            settings.lines[()] = line
            settings.say(f"{NOT_YAML}; {advice}")
            return settings
        values = _plain(root, (), settings.lines) if root is not None else {}
        if not isinstance(values, dict):
            settings.say("this file must hold lines of key: value")
            return settings
        parent = values.get("INHERIT")
        if isinstance(parent, str):
            inherited = cls.read((path.parent / parent).resolve())
            settings.problems += inherited.problems
            values = _merged(inherited.values, values)
        settings.values, settings.is_read = values, True
        return settings

    def say(self, sentence: str, *keys: str) -> None:
        """A problem at the line of a key, or of the nearest one above it that stands in the file."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        self.problems.append(Problem(Place(self.path.name, self.lines.get(keys, 1)), sentence, "settings"))

    def project(self) -> Project:
        root = self.path.parent
        own = self.plugin("playbooks")
        theme = self.values.get("theme")
        theme = theme if isinstance(theme, dict) else {"name": theme}
        docs = root / str(self.values.get("docs_dir") or "docs")
        data = own.get("data_dir")
        if data is not None and not (root / str(data)).is_dir():
            self.say(f"data_dir: there is no folder {data}", "plugins", "playbooks", "data_dir")
        trees = self._trees(root, docs, own, str(theme.get("language") or FALLBACK))
        self._theme(theme)
        custom = theme.get("custom_dir")
        return Project(
            root=root,
            trees=trees,
            data=root / str(data or DEFAULT_DATA),
            name=str(self.values.get("site_name") or ""),
            description=str(self.values.get("site_description") or ""),
            address=str(self.values.get("site_url") or ""),
            custom=root / str(custom) if custom else None,
            directory_urls=self.values.get("use_directory_urls") is not False and not self._is_offline(),
            sections=self._names(own, "sections"),
            footer=self._names(own, "footer"),
            downloads=self._names(own, "downloads"),
            extensions=self._extensions(),
            inline_styles=self._flag(own, "inline_styles"),
            draws=self._draws(),
            offline=self._flag(own, "offline", True),
            is_read=self.is_read,
            problems=tuple(self.problems),
        )

    def plugin(self, name: str) -> dict[str, Any]:
        """The options of a plugin; {} where it has none or is not listed."""
        found = self._plugins().get(name)
        if found is not None and not isinstance(found, dict):
            self.say(f"write the options of {name} as lines of key: value below it", "plugins", name)
        options = found if isinstance(found, dict) else {}
        if name == "playbooks":
            for key in options:
                if key not in OPTIONS:
                    known = ", ".join(OPTIONS)
                    self.say(
                        f"“{key}” is no option of playbooks; the options are {known}", "plugins", name, str(key)
                    )
        return options

    def _is_offline(self) -> bool:
        """Whether Material's plugin for sites without a server is on: pages are files then."""
        name = next((name for name in ("offline", "material/offline") if name in self._plugins()), None)
        return name is not None and self.plugin(name).get("enabled") is not False

    def _draws(self) -> bool:
        """Whether a fence is handed to Mermaid."""
        listed = self.values.get("markdown_extensions")
        rows = listed if isinstance(listed, list) else [listed]
        named = [
            row["pymdownx.superfences"]
            for row in rows
            if isinstance(row, dict) and row.get("pymdownx.superfences")
        ]
        fences = [fence for own in named if isinstance(own, dict) for fence in own.get("custom_fences") or ()]
        return any(isinstance(fence, dict) and fence.get("class") == "mermaid" for fence in fences)

    def _extensions(self) -> frozenset[str]:
        """Markdown extensions, as they are written in a list or in a mapping, and plugins."""
        listed = self.values.get("markdown_extensions")
        rows = list(listed) if isinstance(listed, list | dict) else []
        names = {str(name) for row in rows for name in (row if isinstance(row, dict) else [row])}
        names = {name.removeprefix("markdown.extensions.") for name in names} | {*BUILT_IN, *self._plugins()}
        return frozenset(names.union(*(BUNDLES[name] for name in names & BUNDLES.keys())))

    def _plugins(self) -> dict[str, Any]:
        """Plugins by name, as they are written in a list or in a mapping."""
        listed = self.values.get("plugins")
        if isinstance(listed, dict):
            return listed
        found: dict[str, Any] = {}
        for row in listed if isinstance(listed, list) else ():
            found |= row if isinstance(row, dict) else {str(row): None}
        return found

    def _names(self, own: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = own.get(key)
        if value is not None and not (isinstance(value, list) and all(isinstance(name, str) for name in value)):
            self.say(f"{key}: must be a list, such as [{SHOWN[key]}]", "plugins", "playbooks", key)
            return ()
        return tuple(value or ())

    def _flag(self, own: Mapping[str, Any], key: str, usual: bool = False) -> bool:
        value = own.get(key)
        if value is not None and not isinstance(value, bool):
            self.say(f"{key}: must be true or false", "plugins", "playbooks", key)
        return value if isinstance(value, bool) else usual

    def _trees(self, root: Path, docs: Path, own: Mapping[str, Any], alone: str) -> dict[str, Path]:
        """Each language's folder. Without the plugin i18n there is one language: that of the theme."""
        given = own.get("trees")
        where = ("plugins", "playbooks", "trees")
        if given is not None and not isinstance(given, dict):
            self.say("trees: must name a folder for each language, such as trees: {fr: docs_fr}", *where)
            given = None
        others = {str(language): str(folder) for language, folder in (given or {}).items()}
        default, built = self._built()
        if "i18n" not in self._plugins():
            for language in others:
                sentence = (
                    f"trees: names a folder for {language}, but the plugin i18n is missing; "
                    "list it under plugins: with its languages"
                )
                self.say(sentence, *where, language)
            default, built, others = alone, [alone], {}
        for language in [language for language in (*built, *others) if language not in LANGUAGES]:
            known = ", ".join(sorted(LANGUAGES))
            self.say(f"the language {language} is not known; known are {known}", "plugins", "i18n", "languages")
        if default in others:
            self.say(f"{default} is the default language: its folder is docs_dir; take it out here", *where)
        for language in built:
            if language != default and language not in others:
                sentence = (
                    f"i18n builds {language}, but trees: names no folder for it; write {language}: docs_{language}"
                )
                self.say(sentence, *where)
        for language in others:
            if language != default and language not in built:
                sentence = f"trees: names a folder for {language}, but i18n does not build that language"
                self.say(sentence, *where, language)
        trees = {default: docs}
        trees |= {
            language: root / others[language] for language in built if language in others and language != default
        }
        trees = {language: tree for language, tree in trees.items() if language in LANGUAGES} or {FALLBACK: docs}
        self._folders(trees, docs)
        return trees

    def _folders(self, trees: Mapping[str, Path], docs: Path) -> None:
        """Every tree is a folder of its own."""
        if not self.is_read:
            return
        for language, tree in trees.items():
            where = ("docs_dir",) if tree == docs else ("plugins", "playbooks", "trees", language)
            if not tree.is_dir():
                self.say(f"there is no folder {os.path.relpath(tree, self.path.parent)} for {language}", *where)
        for language, tree in list(trees.items())[1:]:
            for other, place in trees.items():
                if other != language and tree.resolve().is_relative_to(place.resolve()):
                    sentence = f"the folder of {language} stands inside that of {other}; put them side by side"
                    self.say(sentence, "plugins", "playbooks", "trees", language)

    def _built(self) -> tuple[str, list[str]]:
        """The default language of the plugin i18n, and all that it builds, the default one first."""
        options = self.plugin("i18n")
        rows = options.get("languages")
        rows = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        built = [str(row.get("locale")) for row in rows if row.get("build", True)]
        default = next((str(row.get("locale")) for row in rows if row.get("default")), built[0] if built else "")
        if "i18n" in self._plugins():
            if not built:
                self.say("i18n has no languages:; list them, one with default: true", "plugins", "i18n")
            elif not any(row.get("default") for row in rows):
                self.say("no language of i18n has default: true", "plugins", "i18n", "languages")
            if options.get("docs_structure", "suffix") != "folder":
                self.say("i18n needs docs_structure: folder", "plugins", "i18n")
        rows = [default, *(language for language in built if language != default)] if built else [FALLBACK]
        return default or FALLBACK, rows

    def _theme(self, theme: Mapping[str, Any]) -> None:
        """Settings of the theme and the site that our pages cannot honour: told, not ignored."""
        if not self.is_read:
            return
        if theme.get("name") != "material":
            self.say("the theme must be material: its head, search box and footer are what ours build on", "theme")
        features = theme.get("features")
        for name in features if isinstance(features, list) else ():
            if str(name).startswith("navigation.instant"):
                sentence = (
                    f"{name} cannot be used: it changes pages without loading them, and templates would not copy; "
                    "take it out"
                )
                self.say(sentence, "theme", "features")
        if theme.get("font"):
            self.say(
                "fonts come from another host, which the policy of the pages forbids; write font: false",
                "theme",
                "font",
            )
        if self._draws() and "mermaid" not in str(self.values.get("extra_javascript")):
            sentence = (
                "mermaid comes from another host, which the policy of the pages forbids; put mermaid.min.js into "
                "custom_dir and name it under extra_javascript, or take this fence out"
            )
            self.say(sentence, "markdown_extensions")
        extra = self.values.get("extra")
        if isinstance(extra, dict) and extra.get("analytics"):
            self.say(
                "analytics cannot be used: nothing that a reader does leaves the device", "extra", "analytics"
            )
        for key in ("extra_javascript", "extra_css"):
            for row in self.values.get(key) or ():
                address = str(row.get("path") if isinstance(row, dict) else row)
                if "//" in address:
                    self.say(f"{address} comes from another host, which the policy of the pages forbids", key)


def _plain(node: yaml.Node, keys: tuple[str, ...], lines: dict[tuple[str, ...], int]) -> Any:
    """The value of a node without making objects of tags; of !ENV, what stands in the environment."""
    lines.setdefault(keys, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            lines[(*keys, name)] = key.start_mark.line + 1
            found[name] = _plain(value, (*keys, name), lines)
        return found
    if isinstance(node, yaml.SequenceNode):
        if node.tag == "!ENV":
            return _from_environment([row.value for row in node.value])
        return list(_rows(node.value, keys, lines))
    if node.tag == "!ENV":
        return _from_environment([node.value])
    if node.tag not in yaml.SafeLoader.yaml_constructors or node.tag.endswith("binary"):
        return node.value  # !!python/name:… and tags of plugins, which are not ours to follow
    return yaml.SafeLoader("").construct_object(node)


def _rows(nodes: Sequence[yaml.Node], keys: tuple[str, ...], lines: dict[tuple[str, ...], int]) -> Iterator[Any]:
    """The rows of a list. The lines of plugins are kept by their names, with or without options."""
    for node in nodes:
        if isinstance(node, yaml.ScalarNode):
            lines[(*keys, str(node.value))] = node.start_mark.line + 1
        yield _plain(node, keys, lines)


def _from_environment(names: Sequence[str]) -> str | None:
    """!ENV NAME, or !ENV [NAME, OTHER, default], as MkDocs understands it."""
    for name in names if len(names) == 1 else names[:-1]:
        if name in os.environ:
            return os.environ[name]
    return names[-1] if len(names) > 1 else None


def _merged(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs merges what INHERIT names: mappings key by key, all else replaced."""
    merged = dict(inherited)
    for key, value in own.items():
        before = merged.get(key)
        merged[key] = _merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return merged
