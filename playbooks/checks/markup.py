"""Markup that would be printed as it stands: what other tools understand, and this site does not switch on.

Python-Markdown prints what it does not know. Each row says what an author typed, which extension would
understand it, and, where none does, what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ..model.outline import Outline
from ..model.pages import Page, Site
from ..model.places import Place, Problem
from ..reading.outline import CODE
from ..reading.pages import TYPESET_META

ON = "switch on {} under markdown_extensions: in mkdocs.yml, or take the signs out"
PLAIN = re.compile(
    r"\*\*\S|(?<!\w)__\w[^_]*__(?!\w)|`[^`]+`|\]\((?:https?:|[\w./#-]+\))|~~\S.*?~~|<(?:b|i|em|strong|br|a)\b[^>]*>"
)
HEADING = re.compile(r"#{1,6} \S")


@dataclass(frozen=True)
class Sign:
    """`names` are the extensions, or plugins, of which one understands it; `advice` for what none of ours does."""

    pattern: re.Pattern[str]
    names: tuple[str, ...] = ()
    advice: str = ON


def _sign(pattern: str, *names: str, advice: str = ON) -> Sign:
    return Sign(re.compile(pattern), names, advice)


SIGNS = (
    _sign(r"^ *!!!\+? ?\w", "admonition"),
    _sign(r"^ *\?\?\?\+? ?\w", "pymdownx.details"),
    _sign(r'^ *===[!+]? ?"', "pymdownx.tabbed"),
    _sign(r"^ *///+ ?(?:\w|$)", "pymdownx.blocks.admonition", "pymdownx.blocks"),
    _sign(r"^ *;?-+8<-+", "pymdownx.snippets"),
    _sign(
        r"^ *:::+ ?\{?\w",
        "mkdocstrings",
        advice="write !!! note, with admonition switched on, or take the signs out",
    ),
    _sign(r"^ *\[TOC\] *$", "toc"),
    _sign(r"^ *\*\[[^\]]+\]:", "abbr"),
    _sign(r"\[\^[^\]\s]+\]", "footnotes"),
    _sign(r"^ *>? *\[![A-Za-z]+\]", advice="write !!! note, with admonition switched on, or a plain paragraph"),
    _sign(r"^(?:<{7}|>{7})(?: |$)", advice="a merge was not finished; keep one of the two versions"),
    _sign(r"(?<![\\~{])~~(?=[^\s~]).+?~~", "pymdownx.tilde"),
    _sign(r"(?<![\\={])==(?=[^\s=]).+?==(?!=)", "pymdownx.mark"),
    _sign(r"(?<!\\)\^\^(?=\S).+?\^\^", "pymdownx.caret"),
    _sign(r"(?<![\\+\w{])\+\+[a-z][\w+-]*\+\+", "pymdownx.keys"),
    _sign(r"(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])", "pymdownx.emoji", advice="type the sign itself"),
    _sign(r"\{\+\+.+?\+\+\}|\{--.+?--\}|\{==.+?==\}|\{>>.+?<<\}|\{~~.+?~~\}", "pymdownx.critic"),
    _sign(r"\$\$.+?\$\$|\\\(.+?\\\)", "pymdownx.arithmatex", advice="write it in words"),
    _sign(
        r"\{\{.+?\}\}|\{%.+?%\}",
        "macros",
        advice="list the plugin macros under plugins: in mkdocs.yml, or take it out",
    ),
    _sign(r"!?\[\[[^\[\]]+\]\]", "wikilinks", advice="write [words](page.md)"),
    _sign(r"(?<!\\)\\$", "pymdownx.escapeall", advice="end the line with two spaces for a line break"),
)
CODE_OF_LINES = re.compile(CODE.pattern, re.DOTALL)
REFERENCE = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")
DEFINITION = re.compile(r"(?m)^ {0,3}\[(?P<name>[^\[\]]+)\]:")
ANY = re.compile(r"[!?=/~^+:${\[\\<>*-]")


def check(
    site: Site, outlines: Mapping[tuple[str, str], Outline], switched_on: Collection[str]
) -> Iterator[Problem]:
    """`switched_on` are the names of the extensions and plugins of the site."""
    switched_on = frozenset(switched_on)
    signs = [sign for sign in SIGNS if not any(_is_on(name, switched_on) for name in sign.names)]
    for page in site.pages:
        outline = outlines.get((page.path, page.language))
        if not page.given and outline is not None:
            yield from page.once((check, switched_on), partial(_page, page, outline, signs))


def _page(page: Page, outline: Outline, signs: Collection[Sign]) -> list[Problem]:
    found: list[Problem] = []
    for place, text in _texts(page, outline):
        found += _literal(place, text, signs)
        found += _references(place, text, page)
    return [*found, *_plain(page)]


def _is_on(name: str, switched_on: Collection[str]) -> bool:
    return name in switched_on or any(other.startswith(f"{name}.") for other in switched_on)


def _texts(page: Page, outline: Outline) -> Iterator[tuple[Place, str]]:
    """What Python-Markdown is given as words, code left out."""
    for heading in page.headings:
        yield heading.place, CODE.sub("", heading.text)
    for part in outline.parts:
        for piece in part.pieces:
            if piece.kind not in ("template", "checklist", "sample") and ANY.search(piece.text):
                yield piece.place, _without_code(piece.text)


def _without_code(text: str) -> str:
    return CODE_OF_LINES.sub(lambda found: "\n" * found[0].count("\n"), text)


def _literal(place: Place, text: str, signs: Collection[Sign]) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n")):
        for sign in signs:
            if found := sign.pattern.search(line):
                shown = line.strip() if line.lstrip().startswith(found[0].strip()) else found[0].strip()
                advice = sign.advice.format(sign.names[0]) if sign.names else sign.advice
                sentence = f"“{shown[:40]}” would be printed as it stands; {advice}"
                yield Problem(Place(place.path, place.line + number), sentence, "markup")


def _references(place: Place, text: str, page: Page) -> Iterator[Problem]:
    """[words][name], whose name stands on no line of its own."""
    for found in REFERENCE.finditer(text) if "][" in text else ():
        name = found["name"] or found["words"]
        if name.casefold() not in {match["name"].casefold() for match in DEFINITION.finditer(page.text)}:
            line = place.line + text.count("\n", 0, found.start())
            sentence = f"“{found[0][:40]}” would be printed as it stands; write [words](page.md)"
            yield Problem(Place(place.path, line), sentence, "markup")


def _plain(page: Page) -> Iterator[Problem]:
    """What is copied, or printed as a title, is plain words."""
    for key in TYPESET_META:
        value = page.meta.get(key)
        if isinstance(value, str) and (found := PLAIN.search(value)):
            yield Problem(page.place_of(key), f"{key}: is plain words; take out {_mark(found[0])}", "markup")
    for template in page.templates:
        texts = [(template.place, template.title), *((part.place, part.text) for part in template.body)]
        texts += [(template.place, template.subject.text)] if template.subject else []
        for place, text in texts:
            for number, line in enumerate(text.split("\n")):
                if found := PLAIN.search(line) or HEADING.match(line):
                    sentence = f"the words of a template are copied as they stand; take out {_mark(found[0])}"
                    yield Problem(Place(place.path, place.line + number), sentence, "markup")


def _mark(text: str) -> str:
    return text if text.startswith("<") else (re.match(r"[*_`#~]+|\]\(", text) or [text])[0]
