"""python -m playbooks check | register

check     report every problem of the content, one a line, exit status 1 if any
register  add new ids and addresses to data/register.yml
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .checks import problems as check
from .content import Content, read_content
from .data import register
from .project import read_project
from .publishing.writing import Folder, WritingError


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m playbooks", description="Work on the content.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, action, purpose in (
        ("check", report, "report every problem of the content"),
        ("register", add_to_register, "add new ids and addresses to data/register.yml"),
    ):
        command = commands.add_parser(name, help=purpose)
        command.add_argument(
            "-f", "--config-file", type=Path, default=Path("mkdocs.yml"), help="the configuration of the site"
        )
        command.set_defaults(action=action)
    options = parser.parse_args(arguments)
    return int(options.action(read_content(read_project(options.config_file))))


def report(content: Content) -> int:
    """One line for each problem; 1 if there is any."""
    found = check.problems(content)
    for problem in found:
        print(problem)
    return 1 if found else 0


def add_to_register(content: Content) -> int:
    """Append what is new. A register with a broken seal is left as it is."""
    path = content.project.data / "register.yml"
    shown = content.project.shown(path)
    registered = register.read_register(path, shown)
    broken = [*(registered.problems if path.exists() else ()), *register.intact(registered)]
    if path.exists() and broken:
        for problem in broken:
            print(problem)
        return 1
    lines = register.additions(content.site, registered)
    if lines:
        source = path.read_text("utf-8") if path.exists() else ""
        count = len(registered.entries) + len(lines)
        try:
            write_register(content, register.extended(source, lines, count))
        except (WritingError, OSError) as reason:
            print(f"{shown}:1: {reason}")
            return 1
    print(f"{shown}: {len(lines)} added")
    return 0


def write_register(content: Content, text: str) -> None:
    """Write the register, inside the project only."""
    folder, root = content.project.data, content.project.root
    if not folder.resolve().is_relative_to(root.resolve()):
        raise WritingError("the register is not written, because its folder is not inside the project")
    folder.mkdir(parents=True, exist_ok=True)
    Folder(folder).write("register.yml", text)


if __name__ == "__main__":
    sys.exit(main())
