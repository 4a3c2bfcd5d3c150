"""Wrong settings in mkdocs.yml: a sentence each, at its line, by the command and by the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import playbooks

from elsewhere.conftest import Engine

GOOD = """\
site_name: Desk Words
theme:
  name: material
plugins:
  - playbooks:
      trees: {fr: docs_fr}
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true, build: true}
        - {locale: fr, name: Français, build: true}
"""
I18N = GOOD[GOOD.index("  - i18n") :]
CASES: dict[
    str, tuple[str, str, str]
] = {  # what is wrong → (what stands there, what stands instead, what is told)
    "the plugin i18n is missing": (
        I18N,
        "",
        "6: trees: names a folder for fr, but the plugin i18n is missing; "
        "list it under plugins: with its languages",
    ),
    "a language without a tree": (
        "name: Français, build: true}",
        "name: Français, build: true}\n        - {locale: uk, name: Українська, build: true}",
        "6: i18n builds uk, but trees: names no folder for it; write uk: docs_uk",
    ),
    "a tree without a language": (
        "{fr: docs_fr}",
        "{fr: docs_fr, uk: docs_fr}",
        "6: trees: names a folder for uk, but i18n does not build that language",
    ),
    "a folder that does not exist": ("docs_fr}", "docs_of_fr}", "6: there is no folder docs_of_fr for fr"),
    "the default language among the trees": (
        "{fr: docs_fr}",
        "{fr: docs_fr, en: docs}",
        "6: en is the default language: its folder is docs_dir; take it out here",
    ),
    "a tree inside another one": (
        "docs_fr}",
        "docs/playbooks}",
        "6: the folder of fr stands inside that of en; put them side by side",
    ),
    "an unknown language": (
        "locale: fr",
        "locale: xx",
        "9: the language xx is not known; known are de, en, fr, uk",
    ),
    "a misspelt option": (
        "trees: {fr: docs_fr}",
        "trees: {fr: docs_fr}\n      footr: [privacy]",
        "7: “footr” is no option of playbooks; the options are trees, data_dir, sections, footer, downloads, "
        "inline_styles, offline",
    ),
    "a data folder that does not exist": (
        "trees: {fr: docs_fr}",
        "trees: {fr: docs_fr}\n      data_dir: facts",
        "7: data_dir: there is no folder facts",
    ),
    "another structure of i18n": ("folder\n", "suffix\n", "7: i18n needs docs_structure: folder"),
    "no default language": (", default: true", "", "9: no language of i18n has default: true"),
    "instant navigation": (
        "  name: material\n",
        "  name: material\n  features: [navigation.instant]\n",
        "4: navigation.instant cannot be used: it changes pages without loading them, and templates would not "
        "copy; take it out",
    ),
    "a font of another host": (
        "  name: material\n",
        "  name: material\n  font: {text: Roboto}\n",
        "4: fonts come from another host, which the policy of the pages forbids; write font: false",
    ),
    "a script of another host": (
        "theme:\n",
        "extra_javascript: [https://cdn.example/x.js]\ntheme:\n",
        "2: https://cdn.example/x.js comes from another host, which the policy of the pages forbids",
    ),
    "diagrams whose script is fetched": (
        "theme:\n",
        "markdown_extensions: [{pymdownx.superfences: {custom_fences: [{class: mermaid}]}}]\ntheme:\n",
        "2: mermaid comes from another host, which the policy of the pages forbids; put mermaid.min.js into "
        "custom_dir and name it under extra_javascript, or take this fence out",
    ),
    "a word for yes": (
        "      trees: {fr: docs_fr}\n",
        "      trees: {fr: docs_fr}\n      inline_styles: always\n",
        "7: inline_styles: must be true or false",
    ),
    "analytics": (
        "theme:\n",
        "extra: {analytics: {provider: google, property: x}}\ntheme:\n",
        "2: analytics cannot be used: nothing that a reader does leaves the device",
    ),
    "another theme": (
        "  name: material\n",
        "  name: readthedocs\n",
        "2: the theme must be material: its head, search box and footer are what ours build on",
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A new site of two languages."""
    done = playbooks("init", tmp_path / "site-of-ours", "--languages", "en,fr")
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path / "site-of-ours"


def check(root: Path) -> list[str]:
    return playbooks("check", "-f", root / "mkdocs.yml").stdout.splitlines()


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_setting_is_told_at_its_line(name: str, root: Path) -> None:
    typed, instead, told = CASES[name]
    assert typed in GOOD
    (root / "mkdocs.yml").write_text(GOOD.replace(typed, instead), "utf-8")
    assert f"mkdocs.yml:{told} [settings]" in check(root)


def test_the_settings_that_are_right_are_not_mentioned(root: Path) -> None:
    (root / "mkdocs.yml").write_text(GOOD, "utf-8")
    assert check(root) == []


def test_a_strict_build_fails_on_them(root: Path, engine: Engine) -> None:
    (root / "mkdocs.yml").write_text(GOOD.replace("docs_fr}", "docs_of_fr}"), "utf-8")
    done = engine.build(root, "--strict")
    assert done.returncode != 0
    assert "there is no folder docs_of_fr for fr" in done.stderr


@pytest.mark.parametrize("text", ["site_name: [", "- a\n- b\n", "", "plugins: 5\n", "\ufeffsite_name: T\n"])
def test_a_file_that_is_no_configuration_gives_sentences_only(text: str, root: Path) -> None:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    check(root)
