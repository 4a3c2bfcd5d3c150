"""New public ids and addresses, added to data/register.yml."""

from __future__ import annotations

from ..content import Content
from ..data.register import Register, additions, extended, intact
from ..model.places import Problem
from ..publishing.writing import Folder, WritingError

NAME = "register.yml"


def faults(register: Register) -> list[Problem]:
    """Why the register is left as it is: it cannot be read, or a seal is broken."""
    if register.count is None and not register.problems:
        return []  # there is none yet
    return [*register.problems, *intact(register)]


def add(content: Content) -> int:
    """Append what is new; how many lines. Raises WritingError or OSError where nothing can be written."""
    lines = additions(content.site, content.register)
    if lines:
        path = content.project.data / NAME
        source = path.read_text("utf-8") if path.exists() else ""
        write(content, NAME, extended(source, lines, len(content.register.entries) + len(lines)))
    return len(lines)


def write(content: Content, name: str, text: str) -> None:
    """Write a data file, inside the project only."""
    folder, root = content.project.data, content.project.root
    if not folder.resolve().is_relative_to(root.resolve()):
        raise WritingError(f"{name} is not written, because its folder is not inside the project")
    folder.mkdir(parents=True, exist_ok=True)
    Folder(folder).write(name, text)
