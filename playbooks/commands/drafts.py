"""A new playbook: its file in each language, as a draft that can be written at leisure."""

from __future__ import annotations

from pathlib import Path

from .. import languages
from ..content import Content
from ..model.identifiers import is_identifier, shown
from ..publishing.writing import Folder, WritingError

FOLDER = Path(languages.__path__[0])
STEP = 10  # between the orders of playbooks, so that one can come between them


def write_draft(content: Content, slug: str) -> list[str]:
    """Write playbooks/<slug>.md into every tree that lacks it; the files written, as problems name files.

    Raises WritingError with a sentence.
    """
    if not is_identifier(slug):
        raise WritingError(f"“{shown(slug)}” is no name of a playbook: write lower-case words joined by -")
    project, path = content.project, f"playbooks/{slug}.md"
    order = max((content.site.order(name) for name in content.site.paths()), default=0) + STEP
    written = []
    for language, tree in project.trees.items():
        if (tree / path).exists():
            continue
        text = (FOLDER / language / "draft.md").read_text("utf-8")
        tree.mkdir(parents=True, exist_ok=True)
        Folder(tree).write(path, text.replace("{slug}", slug).replace("{order}", str(order)))
        written.append(project.shown(tree / path))
    if not written:
        raise WritingError(f"{path} is in every language already")
    return written
