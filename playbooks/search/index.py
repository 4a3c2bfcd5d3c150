"""The search index of each language: /search/<language>.json, and beside it what a question may need of it.

    { "config": {"lang": ["uk"], "words": {…}, "keyboard": ["qwer…", "йцук…"]}   how words are cut and mistyped
      "kinds": ["playbook", …], "situations": [[location, title, what has happened], …]
      "synonyms": [["гроші=грош", "кошти=кошт"], …]   phrases of words with their stems
      "ignored": "де як …", "helping": "…"   words that count for nothing alone, and their forms
      "at": "uk-1f2e3d4c/", "vocabulary": ["", "пер", …], "reversed": […], "places": […] }   see `pieces`

Readers' words are stemmed in the browser, the site's words here, by the twin of that stemmer. The pieces
stand in a folder that is named by what is in them: an old table of contents never meets new pieces.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..content import Content
from ..languages.languages import LANGUAGES
from ..languages.typography import typeset
from ..model.layout import SEARCH
from . import stemming
from .documents import Document, documents
from .pieces import by_ends, by_page, letters, pieces, place_lines, standing, vocabulary
from .tokens import PLAIN, cut, cut_phrase

BYTES = 1_000  # of a piece, as a rule: a question needs a few words of each
PACK = "all.json"
SITUATIONS = 24  # shown before anything is typed


def files(content: Content, language: str) -> Iterator[tuple[str, str]]:
    """(path, contents) of the index of a language."""
    whole = index(content, language)
    held: dict[str, Any] = whole.pop("pieces")
    made = {f"{kind}-{number}.txt": text for kind, texts in held.items() for number, text in enumerate(texts)}
    name = hashlib.sha256(to_json(made).encode()).hexdigest()[:8]
    whole["at"] = f"{language}-{name}/"
    yield f"{SEARCH}/{language}.json", to_json(whole)
    for path, text in made.items():
        yield f"{SEARCH}/{whole['at']}{path}", text
    if content.project.offline:
        yield f"{SEARCH}/{whole['at']}{PACK}", to_json(made)  # which is kept on the device as one


def index(content: Content, language: str) -> dict[str, Any]:
    """The index of one language as JSON data."""
    questions = content.questions
    found = list(documents(content, language, questions.asked.get(language, {})))
    synonyms = [*_glossary(content, language), *questions.synonyms.get(language, ())]
    kept = content.project.root / ".cache"
    cache = None if kept.is_symlink() else kept  # it could lead anywhere
    own = LANGUAGES[language].ignored
    ignored = [*own, *(word for word in questions.ignored.get(language, ()) if word not in own)]
    return compose(language, found, synonyms, ignored, cache, BYTES)


def compose(
    language: str,
    found: Sequence[Document],
    synonyms: Sequence[Sequence[str]],
    ignored: Sequence[str],
    cache: Path | None = None,
    most: int = BYTES,
) -> dict[str, Any]:
    """The index of these documents, `pieces` of at most so many bytes in it; `cache` keeps what takes long."""
    pages = by_page(found)
    where = standing(pages, language)
    phrases = {phrase: cut_phrase(phrase, language) for group in synonyms for phrase in group}
    others = {word for phrase in phrases for word in cut(phrase, language)}
    stems, forms = stemming.table({*where.places, *others}, language, cache)
    cuts = {
        "vocabulary": vocabulary(stems, forms, where.places, most),
        "reversed": by_ends(stems, most),
        "places": pieces(place_lines(where), most),
    }
    every = _ignored(ignored, stems, language)
    situations = [(page[0].location, page[0].title, page[0].lead) for page in pages if _is_situation(page[0])]
    return {
        "config": _config(language),
        "kinds": list(where.kinds),
        "situations": situations[:SITUATIONS],
        "synonyms": [[_with_stems(phrases[phrase], stems) for phrase in group] for group in synonyms],
        "ignored": " ".join(every),
        "helping": " ".join(_helping(every, stems, forms, language)),
        **{kind: list(made.beginnings) for kind, made in cuts.items()},
        "pieces": {
            **{kind: list(made.pieces) for kind, made in cuts.items()},
            "fields": [letters(where.numbers)],
            "texts": [to_json([_row(document) for document in page]) for page in pages],
        },
    }


def _is_situation(page: Document) -> bool:
    return page.kind == "playbook" and bool(page.lead)


def _with_stems(phrase: str, stems: Mapping[str, list[str]]) -> str:
    return " ".join(f"{word}={'|'.join(stems.get(word, ()))}" for word in phrase.split())


def _helping(
    ignored: Sequence[str], stems: Mapping[str, list[str]], forms: Mapping[str, list[str]], language: str
) -> list[str]:
    """The site's other words that have a stem with a word to ignore in common."""
    words = {word for text in ignored for word in cut(text, language)}
    own = {stem for word in words for stem in (stems.get(word) or forms.get(word) or ())}
    return [word for word, made in sorted(stems.items()) if word not in words and not own.isdisjoint(made)]


def _config(language: str) -> dict[str, Any]:
    """What the worker needs to know of the language."""
    search = LANGUAGES[language].search or PLAIN
    keyboard = [search.keyboard.typed, search.keyboard.meant] if search.keyboard else None
    return {"lang": [language], "words": search.data()} | ({"keyboard": keyboard} if keyboard else {})


def to_json(data: object) -> str:
    """UTF-8 without escapes and without spaces."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _row(document: Document) -> tuple[str, ...]:
    """What a result shows."""
    return (document.location, document.kind, document.title, document.summary or document.text)


def _ignored(ignored: Sequence[str], stems: Mapping[str, list[str]], language: str) -> list[str]:
    """The words to ignore; in some languages in all their forms: той, того, тим."""
    if not (LANGUAGES[language].search or PLAIN).ignored_in_all_forms:
        return list(ignored)
    stem = LANGUAGES[language].stem
    known = {made for word in ignored for made in stem(word)}
    return [*ignored, *(word for word, own in sorted(stems.items()) if word not in ignored and known >= set(own))]


def _glossary(content: Content, language: str) -> list[list[str]]:
    return [
        [typeset(phrase, language) for phrase in (term.term, *term.synonyms)]
        for term in content.glossary
        if term.language == language and term.synonyms
    ]
