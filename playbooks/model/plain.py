"""What readers see of Markdown, as plain text."""

from __future__ import annotations

import re

from ..languages.typography import typeset

# (pattern, replacement), applied in order to a paragraph or a row.
MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--(?:(?!<!--).)*?-->|</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"\{:?\s*[#.][^{}]*\}"), ""),  # attributes
    (re.compile(r"!?\[([^\[\]]*)\]\([^)]{0,1000}\)"), r"\1"),
    (re.compile(r"^[ \t]*(?:[-*+]|\d+\.)[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:#+|>|:)[ \t]+", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__|(?<!`)`{1,9}(?!`))(.+?)\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|-])"), r"\1"),
)
RULE = re.compile(r"^[\s|:-]+$")  # below the head of a table


def plain(text: str, language: str) -> str:
    """`text` without markup, typeset, each paragraph, row or point on a line of its own."""
    lines = (_line(line) for line in text.split("\n") if not RULE.match(line) or not line.strip())
    stripped = "\n".join(lines)
    for pattern, replacement in MARKUP:
        stripped = pattern.sub(replacement, stripped)
    paragraphs = (typeset(" ".join(line.split(" ")).strip(), language) for line in stripped.split("\n"))
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def _line(line: str) -> str:
    """A row of a table as its cells with a dash between them; any other line as it is."""
    if not line.lstrip().startswith("|"):
        return line
    return " — ".join(cell for cell in map(str.strip, line.split("|")) if cell)
