"""Playbooks: templates, checklists, links, search and checks out of plain Markdown.

The core (everything but `plugin`) knows nothing of MkDocs: `site` reads the trees of
Markdown into the frozen classes of `model`, `check` finds what is wrong with them, and
`markdown` renders the blocks. `plugin` is the thin adapter that turns MkDocs events into
calls of the core.
"""

__version__ = "1.0.0"
