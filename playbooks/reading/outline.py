"""The shape of a page, as Python-Markdown will see it: where a paragraph, a step, a row begins and ends.

Nothing is rendered for it. Pieces end at empty lines; a list begins only after one, as Python-Markdown wants it,
so a step that lost its number or its empty line is a piece less, on the page as here.

An author says that the languages differ on purpose under a heading, with the reason:

    <!-- differs: German law asks for this paragraph. -->

right above a template, that its blanks do, or, for the whole page, in the front matter: `differs: "the reason"`.
"""

from __future__ import annotations

import re

from ..model.blocks import Fence, Line, Tasks, Title
from ..model.outline import Kind, Outline, Part, Piece
from ..model.pages import Page
from ..model.places import Place

DIFFERS = "differs"
MARKER = re.compile(r"^(?P<indent> {0,3})(?P<marker>\d+\.|[*+-])[ \t]+(?P<text>.*)$")
TABLE_RULE = re.compile(r"^[ |:-]*-[ |:-]*$")
UNDERLINE = re.compile(r"^(?:=+|-+) *$")
IMAGE = re.compile(r"!\[[^\]]{0,1000}\]\((?P<target>[^)\s]{1,1000})")
DECLARED = re.compile(r"^\s*differs\b:?(?P<reason>.*)$", re.DOTALL)
BOLD = re.compile(r"\*\*[^\s*].*?\*\*|__[^\s_].*?__")
CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
INDENT = 4  # of what belongs to a list item
RULES = re.compile(r"^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")


def outline(page: Page) -> Outline:
    """The parts of a page that was read."""
    cutter = _Cutter(page)
    for block in page.blocks:
        cutter.take(block)
    cutter.close()
    declared = page.meta.get(DIFFERS)
    reason = declared.strip() if isinstance(declared, str) else ""
    unexplained = list(cutter.unexplained)
    if DIFFERS in page.meta and not reason:
        unexplained.append(page.place)
    return Outline(tuple(cutter.parts), reason, tuple(unexplained), frozenset(cutter.excused))


class _Cutter:
    """Collects lines until something ends them, and makes pieces of them. Lines are those of the file."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.parts: list[Part] = []
        self.unexplained: list[Place] = []
        self.excused: set[int] = set()
        self.reason, self.reason_end = "", 0
        self.skipped = {block.start for block in page.opening}
        self.held: list[tuple[int, str]] = []
        self.pieces: list[Piece] = []
        self.in_list = False
        self.in_comment: list[str] | None = None
        self.comment_line = 0
        self.name, self.place, self.differs = "", Place(page.place.path, max(page.offset, 1)), ""

    def take(self, block: Fence | Title | Tasks | Line) -> None:
        if self.in_comment is not None and not isinstance(block, Line):
            if isinstance(block, Title | Tasks):
                return  # hidden; where it matters, the check of HTML tells it
            self.in_comment = None
        if isinstance(block, Line):
            self._line(block)
            return
        self._flush()
        if isinstance(block, Title):
            if block.start in self.skipped:
                return
            self.close()
            self.name = block.id or f"#{len(self.parts)}"
            self.place = self._place(block.start)
            return
        self.in_list = False
        if isinstance(block, Tasks):
            text = "\n".join(f"{task.id} {task.text}" for task in block.items)
            self._add("checklist", text, block.start, block.end)
        else:
            if block.claims_to_be_template and self.reason and self.reason_end == block.start - 1:
                self.excused.add(block.start + self.page.offset)
                self.reason = ""
            kind: Kind = "template" if block.claims_to_be_template else "sample"
            self._add(kind, "\n".join((block.attributes or "", *block.lines)), block.start, block.end)

    def close(self) -> None:
        """End the part that is open."""
        self._flush()
        self._end_reason()
        self.parts.append(Part(self.name, self.place, tuple(self.pieces), self.differs))
        self.pieces, self.differs, self.in_list = [], "", False

    def _place(self, line: int) -> Place:
        return Place(self.page.place.path, line + self.page.offset)

    def _line(self, block: Line) -> None:
        if block.start in self.skipped:
            return
        text = self._without_comments(block.start, block.text)
        if text is None:
            return
        if text.strip():
            self.held.append((block.start, text))
        else:
            self._flush()

    def _without_comments(self, line: int, text: str) -> str | None:
        """The line without what stands in <!-- … -->; None where nothing else stands on it."""
        if text.strip() == "-->" and self.in_comment is None:
            return None  # the end of a comment around a template, which the check of HTML tells
        if self.in_comment is None and "<!--" not in CODE.sub("", text):
            return text
        rest, found = text, ""
        while rest:
            if self.in_comment is None:
                before, opening, rest = rest.partition("<!--")
                found += before
                if opening:
                    self.in_comment, self.comment_line = [], line
            else:
                inside, closing, rest = rest.partition("-->")
                self.in_comment.append(inside)
                if closing:
                    self._declared("\n".join(self.in_comment), line)
                    self.in_comment = None
        return found if found.strip() else None

    def _end_reason(self) -> None:
        """A reason that stands right above no template is one for the whole part."""
        self.differs, self.reason = self.differs or self.reason, ""

    def _declared(self, comment: str, end: int) -> None:
        self._end_reason()
        if match := DECLARED.match(comment):
            reason = " ".join(match["reason"].split())
            if reason:
                self.reason, self.reason_end = reason, end
            else:
                self.unexplained.append(self._place(self.comment_line))

    def _flush(self) -> None:
        lines, self.held = self.held, []
        if not lines:
            return
        first = lines[0][1]
        if first.startswith(" " * INDENT) and self.in_list:
            self._inside(lines)
        elif _is_table(lines):
            self._table(lines)
        elif MARKER.match(first) and not RULES.match(first):
            self._list(lines, 0)
        else:
            self._plain(lines, 0)

    def _inside(self, lines: list[tuple[int, str]]) -> None:
        """What belongs to a list item after an empty line."""
        depth = (len(lines[0][1]) - len(lines[0][1].lstrip(" "))) // INDENT
        cut = [(number, text.removeprefix(" " * INDENT * depth)) for number, text in lines]
        if MARKER.match(cut[0][1]):
            self._list(cut, depth)
        else:
            self._plain(cut, depth)
            self.in_list = True

    def _plain(self, lines: list[tuple[int, str]], depth: int) -> None:
        self.in_list = False
        first, last = lines[0][0], lines[-1][0]
        head = lines[0][1]
        text = "\n".join(text for _, text in lines)
        if all(RULES.match(text) for _, text in lines):
            return  # a line across the page
        if len(lines) > 1 and UNDERLINE.match(lines[1][1]):
            self._add("heading", head, first, first + 1, depth)
        elif head.startswith(" " * INDENT) and not depth:
            self._add("sample", text, first, last)
        elif head.lstrip().startswith(">"):
            self._add("quotation", text, first, last, depth)
        elif any(line.startswith(":   ") or line.startswith(": ") for _, line in lines):
            for number, line in lines:
                self._add("term", line, number, number, depth)
        else:
            self._add("paragraph", text, first, last, depth)

    def _table(self, lines: list[tuple[int, str]]) -> None:
        self.in_list = False
        for at, (number, text) in enumerate(lines):
            if at != 1:
                self._add("row", text, number, number, cells=_cells(text))

    def _list(self, lines: list[tuple[int, str]], depth: int) -> None:
        """Items, each with the lines that go on with it. The first marker says what the list is."""
        self.in_list = True
        open_items: list[tuple[int, int, Kind, list[str], int]] = []
        kinds: dict[int, Kind] = {}
        for number, text in lines:
            bare = text.lstrip(" ")
            inner = (len(text) - len(bare)) // INDENT
            if match := MARKER.match(bare):
                kind: Kind = "step" if match["marker"][0].isdigit() else "item"
                if not open_items or open_items[-1][1] < inner:
                    kinds[inner] = kind
                kind = kinds.get(inner, kind)
                open_items.append((number, inner, kind, [match["text"]], number))
            else:
                start, level, kind, texts, _ = open_items[-1]
                open_items[-1] = (start, level, kind, [*texts, bare], number)
        for start, inner, kind, texts, end in open_items:
            self._add(kind, "\n".join(texts), start, end, depth + inner)

    def _add(self, kind: Kind, text: str, first: int, last: int, depth: int = 0, cells: int = 0) -> None:
        images = tuple(match["target"] for match in IMAGE.finditer(text))
        bold = bool(BOLD.match(text.strip()))
        end = last + self.page.offset
        self.pieces.append(Piece(kind, text, self._place(first), end, depth, cells, bold, images))


def _is_table(lines: list[tuple[int, str]]) -> bool:
    return len(lines) > 1 and "|" in lines[0][1] and "|" in lines[1][1] and bool(TABLE_RULE.match(lines[1][1]))


def _cells(row: str) -> int:
    bare = CODE.sub("", row.strip()).replace("\\|", "")
    return bare.strip("|").count("|") + 1
