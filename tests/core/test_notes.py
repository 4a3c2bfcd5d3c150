"""What is wrong with a page stands in it while it is served, where it is."""

from __future__ import annotations

from playbooks.languages.strings import strings
from playbooks.model.places import Place, Problem
from playbooks.reading.pages import read_page
from playbooks.rendering.notes import with_notes

SOURCE = """---
title: A page
---
Words.

## The words {#words}

More words.

```message {#late-message title="A message"}
Hello.
```
"""
HTML = (
    '<p>Words.</p><h2 id="words">The words</h2><p>More words.</p>'
    '<section data-template="late-message" id="late-message">Hello.</section>'
)


def noted(line: int, sentence: str = "this is wrong") -> str:
    page, _ = read_page(SOURCE, "playbooks/late.md", strings("en"), "docs/late.md")
    return with_notes(HTML, page, [Problem(Place("docs/late.md", line), sentence, "typing")])


def test_a_note_stands_under_its_heading_above_its_template_or_on_top() -> None:
    note = '<div class="admonition danger" role="note">'
    assert noted(4).startswith(note)
    assert f'</h2>{note}<p class="admonition-title">docs/late.md:8</p>' in noted(8)
    assert '<code>typing</code></p></div><section data-template="late-message"' in noted(11)


def test_what_a_note_quotes_is_text() -> None:
    assert "&lt;script&gt;" in noted(4, "<script> cannot stand here")
