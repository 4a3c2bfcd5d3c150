"""The words of a text as the search compares them: the twin of `words.js`.

Words are compared in lower case and composed, without stress marks, soft hyphens and apostrophes;
in English and French also without accents. A word with a hyphen counts as its parts and as one:
"follow-up" is followup, follow, up. In French an apostrophe parts words, in English it ends them:
"l'échéance" is echeance, "client's" is client, "don't" is dont.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .stem_uk import normalise as normalise_uk

APOSTROPHES = "'\u2019\u02bc`\u00b4\u2018\u2032"
LETTERS = "[^\\W_\u0301\u00ad]"
WORD = re.compile(f"(?:{LETTERS}|[\u0301\u00ad])+(?:[-\u2010\u2011{APOSTROPHES}](?:{LETTERS}|[\u0301\u00ad])+)*")
JOINED = re.compile(f"[-\u2010\u2011{APOSTROPHES}]")
HYPHEN = re.compile("[-\u2010\u2011]")
APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
POSSESSIVE = re.compile(f"[{APOSTROPHES}]s$")
MARKS = re.compile("[\u0300-\u036f\u00ad]")


def fold(word: str, language: str) -> str:
    """The word as it is compared."""
    if language == "uk":
        return normalise_uk(word)
    folded = MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    return APOSTROPHE.sub("", folded).replace("œ", "oe").replace("æ", "ae")


def parts(raw: str, language: str) -> list[str]:
    """The words that one run of letters, hyphens and apostrophes holds, as written."""
    if not JOINED.search(raw):
        return [raw]
    if language == "fr":
        raw = re.sub(f"aujourd[{APOSTROPHES}]hui", "aujourdhui", raw, flags=re.IGNORECASE)
        pieces = [piece for piece in APOSTROPHE.split(raw) if len(piece) > 1 and not _elided(piece, raw)]
    else:
        pieces = [POSSESSIVE.sub("", raw)] if language == "en" else [raw]
    out: list[str] = []
    for piece in pieces:
        split = HYPHEN.split(piece)
        out += [piece.replace("-", "").replace("\u2010", "").replace("\u2011", ""), *split] if split[1:] else split
    return [part for part in out if part]


def _elided(piece: str, raw: str) -> bool:
    return piece.lower() in ("qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu") and piece != raw


def words(text: str, language: str) -> Iterator[tuple[str, str]]:
    """All words of a text, as they are compared and as they are stemmed (with their accents)."""
    for match in WORD.finditer(unicodedata.normalize("NFC", text)):
        for part in parts(match[0], language):
            yield fold(part, language), part.lower()


def phrase_words(text: str, language: str) -> str:
    """A phrase as its words are compared, a word with a hyphen as one."""
    runs = (parts(match[0], language) for match in WORD.finditer(unicodedata.normalize("NFC", text)))
    found = (run[:1] if len(run) > 2 and run[0] == "".join(run[1:]) else run for run in runs)
    return " ".join(fold(part, language) for run in found for part in run)
