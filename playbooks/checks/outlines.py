"""The shape of pages is the same in all languages: as many paragraphs, steps, items and rows under each heading.

A language may say a thing in two sentences instead of one; it may not lack a step. Which of the languages is
the odd one say the others, where there are two; else what was last agreed; else the first one is right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from ..model.blocks import Tasks
from ..model.outline import Outline, Part, Piece
from ..model.pages import Page, Site
from ..model.places import Place, Problem
from ..model.templates import Template
from .alignment import aligned, unlike
from .parity import place_of_blank

Rows = Mapping[tuple[str, int], int]  # the first line of a piece → the row of it in what was last agreed
BY_ID = {"template", "checklist"}  # compared by their ids, by `parity`
BOLD = ("step", "item")
LIST_ITEM = re.compile(r" *(?:[0-9]{1,2}\.|[*+-]) +\S")
REASON = "say why: <!-- differs: the reason -->"


def check(
    site: Site, outlines: Mapping[tuple[str, str], Outline], rows_of: Callable[[str], Rows]
) -> Iterator[Problem]:
    """`outlines` by path and language; `rows_of` says of a page which row of the record of agreement a piece
    is, by the path of its file and its line; asked only where shapes differ."""
    for path in site.paths():
        versions = {
            language: page
            for language in site.languages
            if (page := site.page(path, language)) and not page.given and (path, language) in outlines
        }
        own = {language: outlines[path, language] for language in versions}
        for page in versions.values():
            yield from _ticked(page)
        for outline in own.values():
            yield from _tables(outline)
            yield from _swallowed(outline)
            for place in outline.unexplained:
                yield Problem(place, "differs: needs a reason, which readers of this file can judge", "differs")
        if len(own) < 2 or any(outline.differs for outline in own.values()):
            continue
        for name in dict.fromkeys(name for outline in own.values() for name in outline.by_name):
            parts = {
                language: outline.by_name[name]
                for language, outline in own.items()
                if name in outline.by_name and not _has_swallowed(name, outline, own.values())
            }
            if len(parts) > 1 and not any(part.differs for part in parts.values()):
                yield from _part(parts, partial(rows_of, path))
        yield from _images(own)
        yield from _blanks(list(versions.values()), own)


def _has_swallowed(name: str, outline: Outline, versions: Iterable[Outline]) -> bool:
    """Whether the heading that follows in another language is missing, so that its part belongs to this one."""
    for version in versions:
        names = list(version.by_name)
        at = names.index(name) + 1 if name in names else len(names)
        if at < len(names) and names[at] not in outline.by_name:
            return True
    return False


def _part(parts: Mapping[str, Part], known: Callable[[], Rows]) -> Iterator[Problem]:
    """Compare what stands under one heading."""
    shapes = {language: tuple(piece.shape for piece in part.pieces) for language, part in parts.items()}
    rows = known() if len(set(shapes.values())) > 1 else {}
    right = _right(parts, shapes, rows)
    pattern = parts[right]
    for language, part in parts.items():
        if shapes[language] == shapes[right]:
            continue
        others = [other for other in parts.values() if other is not part]
        yield from _different(part, pattern, others, rows)
    alike = [part for language, part in parts.items() if shapes[language] == shapes[right]]
    for twins in zip(*(part.pieces for part in alike), strict=True):
        yield from _bold(twins)


def _right(parts: Mapping[str, Part], shapes: Mapping[str, tuple[tuple[str, int], ...]], rows: Rows) -> str:
    """The language whose shape most languages share; between equals, the one that is as it was agreed."""
    counts = Counter(shapes.values())

    def weight(language: str) -> tuple[int, bool]:
        pieces = [piece for piece in parts[language].pieces if piece.kind not in ("template", "checklist")]
        known = [rows.get((piece.place.path, piece.place.line)) for piece in pieces]
        return counts[shapes[language]], bool(pieces) and known == list(range(len(pieces)))

    return max(parts, key=weight)


def _different(part: Part, pattern: Part, others: Sequence[Part], rows: Rows) -> Iterator[Problem]:
    def cost(own: Piece, other: Piece) -> float:
        mine, theirs = (rows.get((piece.place.path, piece.place.line)) for piece in (own, other))
        if mine is not None and theirs is not None:
            return 0.0 if mine == theirs and own.shape == other.shape else 1.2 if mine == theirs else 3.0
        return unlike(own, other)

    last = part.place.line
    for own, other in aligned(part.pieces, pattern.pieces, cost):
        if own is None and other is not None:
            twin = pattern.pieces[other]
            if twin.kind in BY_ID:
                continue
            below = Place(part.place.path, last)
            yield Problem(below, f"a {twin.name} is missing below this line; {twin.place} has it", "lacking-block")
        elif own is not None:
            piece = part.pieces[own]
            last = piece.end
            if other is None and piece.kind not in BY_ID:
                lack = " and ".join(other_part.place.path for other_part in others if _lacks(other_part, part))
                sentence = f"this {piece.name} has no twin in {lack}; write it there too, take it out, or {REASON}"
                yield Problem(piece.place, sentence, "lacking-block")
            elif other is not None and not _are_alike(piece, twin := pattern.pieces[other]):
                sentence = f"this is a {piece.name}, its twin at {twin.place} a {twin.name}"
                yield Problem(piece.place, sentence, "other-block")


def _are_alike(own: Piece, other: Piece) -> bool:
    return own.shape == other.shape or bool({own.kind, other.kind} & BY_ID)


def _lacks(part: Part, other: Part) -> bool:
    return len(part.pieces) < len(other.pieces) or Counter(p.shape for p in part.pieces) != Counter(
        p.shape for p in other.pieces
    )


def _bold(twins: Sequence[Piece]) -> Iterator[Problem]:
    """Steps that open with bold words in one language do so in all."""
    if twins[0].kind not in BOLD or len({twin.bold for twin in twins}) == 1:
        return
    counts = Counter(twin.bold for twin in twins)
    usual = counts[True] >= counts[False]
    for twin in twins:
        if twin.bold != usual:
            other = next(each for each in twins if each.bold == usual)
            said = ("opens without bold words", "with them") if usual else ("opens with bold words", "without")
            yield Problem(twin.place, f"this {twin.name} {said[0]}, its twin at {other.place} {said[1]}", "bold")


def _tables(outline: Outline) -> Iterator[Problem]:
    """Every row of a table has as many cells as its head."""
    for part in outline.parts:
        for head, *rows in _tables_of(part):
            counts = {row.cells for row in rows}
            if len(rows) > 1 and len(counts) == 1 and head.cells not in counts:
                sentence = f"the head of this table has {_cells(head)}, but all its rows have {rows[0].cells}"
                yield Problem(head.place, sentence, "table-cells")
                continue
            for row in rows:
                if row.cells != head.cells:
                    sentence = f"this row has {_cells(row)}, but the head of its table at {head.place} has"
                    yield Problem(row.place, f"{sentence} {head.cells}", "table-cells")


def _cells(row: Piece) -> str:
    return f"{row.cells} cell{'s' * (row.cells != 1)}"


def _tables_of(part: Part) -> Iterator[list[Piece]]:
    """The tables under a heading, each as its rows, the head first."""
    table: list[Piece] = []
    for piece in part.pieces:
        if table and (piece.kind != "row" or piece.place.line > table[-1].end + 2):
            yield table
            table = []
        if piece.kind == "row":
            table.append(piece)
    if table:
        yield table


def _ticked(page: Page) -> Iterator[Problem]:
    """Rows of a checklist that nobody has ticked yet."""
    known = {item.place.line for checklist in page.checklists for item in checklist.items}
    for block in page.blocks:
        for task in block.items if isinstance(block, Tasks) else ():
            place = Place(page.place.path, task.line + page.offset)
            if task.ticked and place.line in known:
                sentence = "this row of the checklist is ticked already; begin it with - [ ]"
                yield Problem(place, sentence, "checklist")


def _swallowed(outline: Outline) -> Iterator[Problem]:
    """Lines that look like items of a list and are words of a paragraph: no empty line stands above them."""
    for piece in (piece for part in outline.parts for piece in part.pieces if piece.kind == "paragraph"):
        for number, line in enumerate(piece.text.split("\n")):
            if number and LIST_ITEM.match(line):
                sentence = "this looks like an item of a list, but belongs to the paragraph above it; "
                place = Place(piece.place.path, piece.place.line + number)
                yield Problem(place, f"{sentence}put an empty line between them", "list-swallowed")
                break


def _images(outlines: Mapping[str, Outline]) -> Iterator[Problem]:
    """An image that one language shows, all show; by its place in the files, as languages may have their own."""
    places = {
        language: [(image, piece) for part in outline.parts for piece in part.pieces for image in piece.images]
        for language, outline in outlines.items()
    }
    most = max(places, key=lambda language: len(places[language]))
    for language, found in places.items():
        if len(found) < len(places[most]):
            image, piece = places[most][len(found)]
            sentence = f"an image is missing; {piece.place} has {image}"
            yield Problem(outlines[language].parts[0].place, sentence, "lacking-image")


def _blanks(pages: Sequence[Page], outlines: Mapping[str, Outline]) -> Iterator[Problem]:
    """A blank that stands twice in all other languages stands twice here; two others must say so."""
    if len(pages) < 3:
        return
    for page in pages:
        for template in page.templates:
            twins = [twin for other in pages if other is not page and (twin := other.template(template.id))]
            sound = template.is_sound and all(twin.is_sound for twin in twins)
            if len(twins) > 1 and sound and not outlines[page.language].is_declared(template.place.line):
                yield from _fewer(template, twins)


def _fewer(template: Template, twins: Sequence[Template]) -> Iterator[Problem]:
    own, others = _count(template), [_count(twin) for twin in twins]
    for name, number in own.items():
        least = min(other[name] for other in others)
        if number < least:
            place = place_of_blank(template, twins[0], name)
            sentence = (
                f"the blank {{{name}}} stands {number} × in {template.id}, but {least} × at {twins[0].place}"
            )
            yield Problem(place, sentence, "lacking-blank")


def _count(template: Template) -> Counter[str]:
    return Counter(name for words in template.words for name in words.fields)
