"""While a site is served: what is wrong with a page stands in it, under the heading or above the template where
it is. No page that is published has such notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from ..model.pages import Page
from ..model.places import Problem


def with_notes(html: str, page: Page, problems: Sequence[Problem]) -> str:
    """The HTML of a page with its problems, each where it is; `problems` are those of its file."""
    for problem in reversed(problems):
        html = _put(html, _anchor(page, problem.place.line), _note(problem))
    return html


def _note(problem: Problem) -> str:
    kind = "warning" if problem.is_doubt else "danger"
    title = Markup('<p class="admonition-title">{}</p>').format(str(problem.place))
    words = Markup("<p>{} <code>{}</code></p>").format(problem.sentence, problem.code)
    return f'<div class="admonition {kind}" role="note">{title}{words}</div>'


def _anchor(page: Page, line: int) -> str:
    """The id of the last heading or template that begins at or above a line; "" above the first."""
    found = [(heading.place.line, heading.id) for heading in page.headings if heading.id]
    found += [(template.place.line, template.id) for template in page.templates]
    return max(((at, name) for at, name in found if at <= line), default=(0, ""))[1] or ""


def _put(html: str, anchor: str, note: str) -> str:
    name = re.escape(str(escape(anchor)))
    heading = re.search(rf'<(h[1-6])\b[^>]*\bid="{name}"[^>]*>.*?</\1>', html, re.DOTALL) if anchor else None
    other = re.search(rf'<\w+\b[^>]*\bid="{name}"', html) if anchor and not heading else None
    at = heading.end() if heading else other.start() if other else 0
    return html[:at] + note + html[at:]
