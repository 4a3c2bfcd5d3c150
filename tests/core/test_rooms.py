"""Browser modules ask only for rooms below their own, never in a circle, and make no HTML from strings.

The development tools prove the same and more (`make browser-code`), but need npm; this reads the text.
"""

from __future__ import annotations

import posixpath
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import playbooks
from playbooks.rendering.modules import closure

ASSETS = Path(playbooks.__file__).parent / "theme" / "assets"
# Each may ask for those after it.
ROOMS = ["", "header", "offline", "search", "links", "checklist", "call", "template", "blanks", "words", "core"]

# Comments go first, but for the types in them, which are arrows too.
COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"`\\])//[^\n]*", re.DOTALL)
ARROW = re.compile(r"""(?:\bfrom|^import|\bimport\()\s*(['"])(?P<address>\.{1,2}/[\w./-]+\.js)\1""", re.MULTILINE)
FORBIDDEN = {
    "HTML from a string": re.compile(
        r"\.(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString"
    ),
    "document.write": re.compile(r"\bdocument\s*\.\s*write"),
    "code from a string": re.compile(r"\beval\s*\(|\bnew\s+Function\b"),
}
# It reads the HTML that scripts of others write, to take out what acts, and puts none into a page itself.
READS_HTML = ("core/harmless.js", "HTML from a string")
UNTYPED = re.compile(r"@ts-(?:ignore|nocheck|expect-error)|@\w+ \{(?:[^{}]*[^\w{}])?any\b")

Modules = dict[str, str]
MODULES: Modules = {
    path.relative_to(ASSETS).as_posix(): path.read_text("utf-8") for path in sorted(ASSETS.rglob("*.js"))
}


def room(module: str) -> str:
    return module.split("/")[0] if "/" in module else ""


def arrows(module: str, text: str) -> set[str]:
    """The modules of ours that a text names in imports, by their paths."""
    folder = posixpath.dirname(module)
    return {posixpath.normpath(posixpath.join(folder, match["address"])) for match in ARROW.finditer(text)}


def upward(modules: Modules) -> list[str]:
    """Arrows to a room above, types in comments included."""
    return [
        f"{module} asks {other}"
        for module, text in modules.items()
        for other in sorted(arrows(module, text))
        if ROOMS.index(room(other)) < ROOMS.index(room(module))
    ]


def circle(modules: Modules) -> list[str]:
    """The first circle of imports, [] if there is none."""
    graph = {module: arrows(module, COMMENT.sub("", text)) for module, text in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def faults(modules: Modules) -> list[str]:
    return [
        f"{module}: {name}"
        for module, text in modules.items()
        for name, pattern in FORBIDDEN.items()
        if pattern.search(COMMENT.sub("", text)) and (module, name) != READS_HTML
    ] + [f"{module}: not typed" for module, text in modules.items() if UNTYPED.search(text)]


def test_arrows_between_rooms_point_downward() -> None:
    assert {room(module) for module in MODULES} == set(ROOMS)
    assert upward(MODULES) == []


def test_all_that_is_asked_for_is_there() -> None:
    missing = {
        f"{module} asks {other}"
        for module, text in MODULES.items()
        for other in arrows(module, text)
        if other not in MODULES
    }
    assert missing == set()


def test_nothing_is_imported_in_a_circle() -> None:
    assert circle(MODULES) == []


def test_no_html_from_strings_no_code_from_strings_everything_typed() -> None:
    assert faults(MODULES) == []


@pytest.mark.parametrize(
    "line",
    [
        "import { text } from '../template/template.js';",
        "import '../template/template.js';",
        "const { text } = await import('../template/template.js');",
        "/** @typedef {import('../template/template.js').TemplateBlock} TemplateBlock */",
        "export { text } from '../template/template.js';",
    ],
)
def test_an_arrow_that_points_upward_would_be_found(line: str) -> None:
    assert upward({"words/words.js": line}) == ["words/words.js asks template/template.js"]
    assert upward({"call/call.js": line}) == []


def test_a_circle_would_be_found() -> None:
    modules = {"core/a.js": "import './b.js';", "core/b.js": "import { a } from './a.js';"}
    assert set(circle(modules)) == {"core/a.js", "core/b.js"}
    assert circle({**modules, "core/b.js": "/** @typedef {import('./a.js').A} A */"}) == []


@pytest.mark.parametrize(
    "line",
    [
        "box.innerHTML = words;",
        "box.outerHTML += words;",
        "box.insertAdjacentHTML('beforeend', words);",
        "document.write(words);",
        "eval(words);",
        "/** @param {any} box */",
        "/** @type {Record<string, any>} */",
        "// @ts-ignore",
    ],
)
def test_a_fault_would_be_found(line: str) -> None:
    assert len(faults({"core/a.js": line})) == 1


def test_rich_text_for_the_clipboard_is_no_fault() -> None:
    assert faults({"core/a.js": "return list.outerHTML; // innerHTML = words\nif (a.innerHTML === b) c();"}) == []


def test_pages_name_all_modules_that_an_entry_needs_at_once() -> None:
    files = {
        "page.js": "import './core/a.js';\nimport { b } from './links/b.js';\n",
        "core/a.js": "export const a = 1;\nconst later = () => import('../links/c.js');\n",
        "links/b.js": "import {\n  a,\n} from '../core/a.js';\nexport { d } from './d.js';\n",
        "links/d.js": "",
    }
    assert closure(files, "page.js") == ["page.js", "core/a.js", "links/b.js", "links/d.js"]
    assert closure(files, "links/b.js") == ["links/b.js", "core/a.js", "links/d.js"]
