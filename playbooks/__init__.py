"""Playbooks: templates, checklists, links, search and checks out of plain Markdown.

The core (everything but `plugin`) knows nothing of MkDocs. `read_project` reads mkdocs.yml, `read_content`
reads all languages and data files, each once, `problems` says what is wrong with them, and the Markdown
extension `playbooks.markdown` renders the blocks. `plugin` turns MkDocs' events into calls of these.
"""

from __future__ import annotations

from .checks.problems import problems
from .content import Content, read_content
from .model.places import Place, Problem
from .project import Project, read_project

__version__ = "1.0.0"
__all__ = ["Content", "Place", "Problem", "Project", "problems", "read_content", "read_project"]
