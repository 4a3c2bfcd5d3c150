"""/exports/<site>-<language>.csv for text expanders, /exports/<site>-<language>-excel.csv for spreadsheets.

RFC 4180: a header line, every value in quotes, lines ended by CR LF. UTF-8 without a byte order mark,
which text expanders would take for a part of the first name; the twin has one, since Excel shows garbled
letters without it. A value that a spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ...content import Content
from ...model.pages import Page
from ...model.templates import Template
from ...model.words import SPEAKERS
from . import wording

COLUMNS = ("abbreviation", "content", "label", "subject", "channel", "playbook", "sender", "language", "url")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(content: Content, language: str, site_url: str) -> str:
    """The file; one row for each template and each form of the sender in which its words differ."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for page in content.site.pages_of(language):
        for template in page.templates:
            writer.writerows(_rows(content, page, template, site_url or "/"))
    return file.getvalue()


def for_excel(table: str) -> str:
    """The same file with the byte order mark that Excel wants before it reads UTF-8 when a file is just opened."""
    return "\ufeff" + table


def _rows(content: Content, page: Page, template: Template, root: str) -> Iterator[list[str]]:
    language = page.language
    voices = wording.voices(content, template, language)
    for voice in voices:
        render = wording.labelled(content, language, SPEAKERS[voice[0]])
        differs = len(voices) > 1
        row = (
            wording.trigger(template.id, language, *([voice[0]] if differs else [])),
            wording.body(content, template, language, render),
            template.title,
            render(template.subject) if template.subject else "",
            template.channel.id,
            page.title,
            wording.voice_name(content, voice, language) if differs else "",
            language,
            root + page.address(template.id),
        )
        yield [harmless(value) for value in row]


def harmless(value: str) -> str:
    """The value, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value
