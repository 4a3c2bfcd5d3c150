"""A table of the site's own words that the stemming rules get wrong.

The rules of a stemmer cover most words; a dictionary knows the rest: *сіл* belongs to *село*,
*вітру* to *вітер*. At build time this module looks up every word of the site in a Hunspell
dictionary and, for each lemma found, checks whether all its forms share one stem. Where they do
not, the odd forms (those the reader may type included) get an entry. The worker asks the table
first and the rules second, so an entry *replaces* what the rules say.

The affix reader knows what the Ukrainian dictionary (dict_uk) uses: ``SFX`` classes with
one-character flags, a strip, an ending and a condition; no prefixes, no compounding. The
dictionary is not part of this repository: give its path. It is published under GPL 2+, LGPL 2.1+
or MPL 1.1, whichever one prefers; the table made from it holds single words of the site.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

Stemmer = Callable[[str], list[str]]

# Forms nobody searches for, left to the rules: gerunds, зробімо, робитимем.
RARE = re.compile(r"(?:ши|чи|тимем|[йьі]мо|[^аеиіоуюяєї]мо|[иії]м)(?:с[яь])?$")
REFLEXIVE = re.compile(r"с[яь]$")


@dataclass(frozen=True, slots=True)
class Suffix:
    """One line of an affix class: take ``strip`` off, put ``ending`` on, if ``fits``."""

    flag: str
    strip: str
    ending: str
    fits: re.Pattern[str]

    def apply(self, word: str) -> str | None:
        """Return the form of *word*, or None where the condition does not hold."""
        if not word.endswith(self.strip) or not self.fits.search(word):
            return None
        return word[: len(word) - len(self.strip)] + self.ending


def _open(path: Path) -> TextIO:
    """Open a Hunspell file in the character set its affix file names (``SET``)."""
    head = path.with_suffix(".aff").read_bytes()[:2000]
    named = re.search(rb"^SET\s+(\S+)", head, re.MULTILINE)
    return path.open(encoding=named.group(1).decode("ascii") if named else "utf-8")


@dataclass(slots=True)
class Dictionary:
    """A Hunspell dictionary: its entries with their flags, and the affix classes."""

    suffixes: dict[str, list[Suffix]] = field(default_factory=lambda: defaultdict(list))
    by_ending: dict[str, list[Suffix]] = field(default_factory=lambda: defaultdict(list))
    entries: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, affixes: Path) -> Dictionary:
        """Read ``NAME.aff`` and the ``NAME.dic`` beside it."""
        out = cls()
        with _open(affixes) as lines:
            for line in lines:
                cells = line.split("#")[0].split()
                if len(cells) < 5 or cells[0] != "SFX":
                    continue
                strip = "" if cells[2] == "0" else cells[2]
                ending = "" if cells[3] == "0" else cells[3]
                rule = Suffix(cells[1], strip, ending, re.compile(f"(?:{cells[4]})$"))
                out.suffixes[rule.flag].append(rule)
                out.by_ending[ending].append(rule)
        with _open(affixes.with_suffix(".dic")) as lines:
            next(lines, None)  # the number of entries
            for line in lines:
                word, _, flags = line.strip().partition("/")
                out.entries.setdefault(word, set()).add(flags)
        return out

    def lemmas(self, form: str) -> Iterator[tuple[str, str]]:
        """Yield (entry, flags) of which *form* is an inflected form (or the entry itself)."""
        for flags in self.entries.get(form, ()):
            yield form, flags
        for size in range(len(form)):
            ending = form[len(form) - size :]
            for rule in self.by_ending.get(ending, ()):
                base = form[: len(form) - size] + rule.strip
                for flags in self.entries.get(base, ()):
                    if rule.flag in flags and rule.apply(base) == form:
                        yield base, flags

    def forms(self, word: str, flags: str) -> list[str]:
        """All forms of an entry, the entry itself first."""
        out = [word]
        for flag in flags:
            out += [made for rule in self.suffixes.get(flag, ()) if (made := rule.apply(word))]
        return list(dict.fromkeys(out))


def _wanted(form: str, lemma: str) -> bool:
    """Whether *form* is worth an entry: not rare, and no other word (швидко, робитися)."""
    if lemma.endswith(("ти", "тися")):
        same = bool(REFLEXIVE.search(form)) == lemma.endswith("ся")
        return same and not RARE.search(form)
    return not (lemma.endswith("ий") and form.endswith("о") and not form.endswith("го"))


def _paradigms(dictionary: Dictionary, words: Iterable[str], limit: int) -> Iterator[tuple[str, list[str]]]:
    """The lemmas met in *words*, once each, with all their forms."""
    seen: set[tuple[str, str]] = set()
    for word in sorted(words):
        found = sorted(set(dictionary.lemmas(word)))
        if len(found) > limit:
            continue  # a form of many lemmas says nothing
        for entry in found:
            if entry not in seen and entry[1]:
                seen.add(entry)
                forms = [form for form in dictionary.forms(*entry) if _wanted(form, entry[0])]
                yield entry[0], forms


def table(
    vocabulary: Collection[str],
    affixes: Path,
    stem: Stemmer,
    known: Mapping[str, list[str]] | None = None,
    limit: int = 3,
) -> dict[str, list[str]]:
    """Return {form: stems} for forms that the rules alone leave apart from their lemma.

    *vocabulary* holds the normalised words of the site in one language; *affixes* is the ``.aff``
    file; *stem* the stemmer's twin. The stem that most forms of a lemma share is the lemma's key;
    forms without it get it in place of what the rules gave (beside it, where the form belongs
    to another lemma met on the site as well). *known* are entries to keep as they are.
    """
    out: dict[str, list[str]] = dict(known or {})
    dictionary = Dictionary.read(affixes)
    for _lemma, forms in _paradigms(dictionary, vocabulary, limit):
        plain = [form.replace("'", "").replace("ґ", "г").lower() for form in forms]
        stems = {form: out.get(form) or stem(form) for form in plain}
        count: dict[str, int] = defaultdict(int)
        for found in stems.values():
            for item in found:
                count[item] += 1
        key = max(count, key=lambda item: (count[item], -len(item), item))
        for form, found in stems.items():
            if key not in found:
                # A single guess of the rules was wrong; several may serve other lemmas.
                shared = form in out or any(count[item] > 1 for item in found)
                out[form] = [*found, key] if shared else [key]
    return dict(sorted(out.items()))
