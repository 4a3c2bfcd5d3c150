"""The index of a language in pieces, of which the browser fetches those that a question needs.

    vocabulary  a stem and the words of the site that have it; words whose stems stand in another piece
    reversed    words and stems by their ends: a slip at the beginning of a word is found by its end
    places      a word and where it stands
    texts       what results show, a page each
    fields      the documents and their fields, in numbers: what a place belongs to, and what it is worth

Pieces of the first three are cut by beginnings: the table of contents tells with what each begins. A line
of the vocabulary is `stem +ending word …` (+ending: the stem and this ending; !: stands in no text),
`=word stem …` (a word of the site) or `~word stem …` (a word that readers may type). A line of places is
`word numbers`; a number is a letter (see `letters`). For each field in which the word stands there are the
step from the last such field, doubled; where it stands there more than once, one more, and how often; and the
steps from place to place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .documents import Document
from .tokens import cut

PIECES = 1000  # of one kind, at most
FIRST = 35  # the letter of 0: all of them print, and none is a space
SURROGATES, SKIPPED = 0xD800, 0x800
BETWEEN_QUESTIONS = " · "
ASKED = 2  # of the fields of a document, the one that may be several
Stems = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Field:
    """A text in which words stand. `size` counts letters where it is long text, else words."""

    words: tuple[str, ...]
    is_text: bool

    @property
    def size(self) -> int:
        if not self.is_text:
            return len(self.words)
        return len(" ".join(self.words)) + 2 if self.words else 1


def letters(numbers: Iterable[int]) -> str:
    """Numbers from 0 on, a letter each."""
    codes = [number + FIRST for number in numbers]
    if max(codes, default=0) >= SURROGATES:
        codes = [code if code < SURROGATES else code + SKIPPED for code in codes]
    return "".join(map(chr, codes))


def by_page(documents: Sequence[Document]) -> list[list[Document]]:
    """The documents of each page; those of one follow each other."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(document.location.partition("#")[0], []).append(document)
    return list(found.values())


def fields(document: Document, is_whole: bool, language: str) -> list[list[Field]]:
    """Those of a document in the order of the browser: title, situation, questions, description, heading, text."""

    def of(text: str, is_text: bool = False) -> list[Field]:
        return [Field(tuple(cut(text, language)), is_text)] if text else []

    asked = document.asked.split(BETWEEN_QUESTIONS) if document.asked else []
    return [
        of(document.title if is_whole else ""),
        of(document.lead),
        [field for question in asked for field in (of(question) or [Field((), False)])],
        of(document.summary),
        of("" if is_whole else document.title),
        of(document.text, is_text=True),
    ]


@dataclass(frozen=True)
class Standing:
    """Where words stand: `numbers` tell of documents and fields, `places` of each word its fields and places."""

    kinds: tuple[str, ...]
    numbers: tuple[int, ...]
    places: Mapping[str, Sequence[tuple[int, Sequence[int]]]]


def standing(pages: Sequence[Sequence[Document]], language: str) -> Standing:
    kinds: dict[str, int] = {}
    numbers: list[int] = []
    places: dict[str, list[tuple[int, list[int]]]] = defaultdict(list)
    count = 0
    for page in pages:
        numbers.append(len(page))
        for place, document in enumerate(page):
            groups = fields(document, place == 0, language)
            numbers += [kinds.setdefault(document.kind, len(kinds)), _shape(groups)]
            for field in (field for group in groups for field in group):
                numbers.append(field.size)
                for word, own in _places(field.words).items():
                    places[word].append((count, own))
                count += 1
    return Standing(tuple(kinds), tuple(numbers), places)


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    """Where each of the words stands."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if word in found:
            found[word].append(at)
        else:
            found[word] = [at]
    return found


def _shape(groups: Sequence[Sequence[Field]]) -> int:
    """Which fields a document has: a bit for each, the number of questions above them."""
    bits = sum(1 << at for at, group in enumerate(groups) if group and at != ASKED)
    return len(groups[ASKED]) << len(groups) | bits


def place_lines(found: Standing) -> dict[str, str]:
    return {word: f"{word} {letters(_steps(own))}" for word, own in sorted(found.places.items())}


def _steps(own: Sequence[tuple[int, Sequence[int]]]) -> list[int]:
    last = 0
    found: list[int] = []
    for field, places in own:
        if len(places) == 1:
            found += (2 * (field - last), places[0])
        else:
            found += (2 * (field - last) + 1, len(places), places[0])
            found += [place - before for before, place in pairwise(places)]
        last = field
    return found


@dataclass(frozen=True)
class Cut:
    """Lines in pieces, and the beginnings at which these begin, the first one with ""."""

    beginnings: tuple[str, ...]
    pieces: tuple[str, ...]

    def data(self) -> dict[str, list[str]]:
        return {"beginnings": list(self.beginnings), "pieces": list(self.pieces)}


def pieces(lines: Mapping[str, str], most: int) -> Cut:
    """The lines in the order of their keys, in pieces of about so many bytes; of a large site in larger ones."""
    return _laid(lines, _beginnings(lines, most))


def _beginnings(lines: Mapping[str, str], most: int) -> list[str]:
    """With what each piece begins, no longer than tells it from what stands before."""
    sizes = {key: len(lines[key].encode()) + 1 for key in sorted(lines)}
    most = max(most, sum(sizes.values()) // PIECES)
    found, size, before = [""], 0, ""
    for key, length in sizes.items():
        if size and size + length > most:
            found.append(_distinct(before, key))
            size = 0
        size += length
        before = key
    return found


def _distinct(before: str, key: str) -> str:
    """As much of a key as tells it from the one before."""
    same = next((at for at, (a, b) in enumerate(zip(before, key, strict=False)) if a != b), len(before))
    return key[: same + 1]


def _laid(lines: Mapping[str, str], beginnings: Sequence[str]) -> Cut:
    rows: list[list[str]] = [[] for _ in beginnings]
    for key in sorted(lines):
        rows[bisect_right(beginnings, key) - 1].append(lines[key])
    return Cut(tuple(beginnings), tuple("\n".join(own) for own in rows))


def vocabulary(stems: Stems, forms: Stems, standing_words: Iterable[str], most: int) -> Cut:
    """`stems` are those of the site's words, `forms` those of words that readers may type."""
    stand = set(standing_words)
    families: dict[str, list[str]] = defaultdict(list)
    for word, own in sorted(stems.items()):
        for stem in own:
            families[stem].append(word)
    lines: dict[str, list[str]] = defaultdict(list)
    for stem, members in families.items():
        lines[stem].append(" ".join((stem, *(_member(word, stem, word in stand) for word in members))))
    for form, own in forms.items():
        lines[form].append(" ".join((f"~{form}", *own)))
    beginnings = _beginnings({key: "\n".join(own) for key, own in lines.items()}, most)
    for word, own in stems.items():
        homes = {bisect_right(beginnings, key) for key in (word, *own)}
        if len(homes) > 1:
            lines[word].append(" ".join((f"={word}" + ("" if word in stand else "!"), *own)))
    return _laid({key: "\n".join(own) for key, own in lines.items()}, beginnings)


def _member(word: str, stem: str, stands: bool) -> str:
    shown = f"+{word[len(stem) :]}" if word.startswith(stem) else word
    return shown if stands else f"{shown}!"


def by_ends(stems: Stems, most: int) -> Cut:
    """Words, stems (ended by +) and what is both (by *), each written backwards."""
    every = {stem for own in stems.values() for stem in own}
    lines = {}
    for key in {*stems, *every}:
        mark = ("*" if key in stems else "+") if key in every else ""
        lines[key[::-1]] = key[::-1] + mark
    return pieces(lines, most)
