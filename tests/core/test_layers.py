from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import playbooks

PACKAGE = Path(playbooks.__file__).parent
ADAPTERS = {"plugin.py"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""


def test_only_the_adapter_knows_the_site_generator() -> None:
    modules = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    tools = ("mkdocs", "properdocs", "mkdocs_static_i18n", "material")
    knowing = {
        name for name, path in modules.items() if {found.split(".")[0] for found in imported(path)} & set(tools)
    }
    assert knowing == ADAPTERS


def test_nothing_of_the_core_imports_the_adapter() -> None:
    for path in PACKAGE.rglob("*.py"):
        source = ast.parse(path.read_text("utf-8"))
        names = {
            name.name if node.module is None else node.module
            for node in ast.walk(source)
            if isinstance(node, ast.ImportFrom) and node.level
            for name in node.names
        }
        assert "plugin" not in names, path
