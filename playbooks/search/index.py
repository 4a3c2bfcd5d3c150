"""The search index of each language: /search/<language>.json.

    { "config": {"lang": ["uk"], "words": {…}, "keyboard": ["qwer…", "йцук…"]}   how words are cut and mistyped
      "docs": [{"location", "kind", "title", "text", "lead", "summary", "asked"}],
      "stems": "затримк затримка затримкою\\n…"   a stem and the words of the site that have it
      "forms": "сіл сел\\n…"                       words readers may type that the rules get wrong
      "synonyms": [["гроші", "кошти"], …], "ignored": "де як …" }

Readers' words are stemmed in the browser, the site's words here, by the twin of that stemmer: so
the first result does not wait for some thousand words to be stemmed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..content import Content
from ..languages.languages import LANGUAGES
from ..languages.typography import typeset
from ..model.layout import SEARCH
from . import stemming
from .documents import Document, documents
from .tokens import PLAIN, cut, cut_phrase

OPTIONAL = ("lead", "summary", "asked")


def files(content: Content) -> Iterator[tuple[str, str]]:
    """(path, contents) of the index of each language."""
    for language in content.site.languages:
        yield f"{SEARCH}/{language}.json", to_json(index(content, language))


def index(content: Content, language: str) -> dict[str, Any]:
    """The index of one language as JSON data."""
    questions = content.questions
    found = list(documents(content, language, questions.asked.get(language, {})))
    synonyms = [*_glossary(content, language), *questions.synonyms.get(language, ())]
    kept = content.project.root / ".cache"
    cache = None if kept.is_symlink() else kept  # it could lead anywhere
    own = LANGUAGES[language].ignored
    ignored = [*own, *(word for word in questions.ignored.get(language, ()) if word not in own)]
    return compose(language, found, synonyms, ignored, cache)


def compose(
    language: str,
    found: Sequence[Document],
    synonyms: Sequence[Sequence[str]],
    ignored: Sequence[str],
    cache: Path | None = None,
) -> dict[str, Any]:
    """The index of these documents; `cache` keeps what takes long to make."""
    texts = [text for document in found for text in _texts(document)]
    texts += [phrase for group in synonyms for phrase in group]
    stems, forms = stemming.table({word for text in texts for word in cut(text, language)}, language, cache)
    families: dict[str, list[str]] = defaultdict(list)
    for word, own in sorted(stems.items()):
        for stem in own:
            families[stem].append(word)
    return {
        "config": _config(language),
        "docs": [_row(document) for document in found],
        "stems": "\n".join(f"{stem} {' '.join(members)}" for stem, members in sorted(families.items())),
        "forms": "\n".join(f"{form} {' '.join(made)}" for form, made in sorted(forms.items())),
        "synonyms": [[cut_phrase(phrase, language) for phrase in group] for group in synonyms],
        "ignored": " ".join(_ignored(ignored, stems, language)),
    }


def _config(language: str) -> dict[str, Any]:
    """What the worker needs to know of the language."""
    search = LANGUAGES[language].search or PLAIN
    keyboard = [search.keyboard.typed, search.keyboard.meant] if search.keyboard else None
    return {"lang": [language], "words": search.data()} | ({"keyboard": keyboard} if keyboard else {})


def to_json(data: object) -> str:
    """UTF-8 without escapes and without spaces."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _texts(document: Document) -> tuple[str, ...]:
    return (document.title, document.lead, document.summary, document.asked, document.text)


def _row(document: Document) -> dict[str, str]:
    row = {"location": document.location, "kind": document.kind, "title": document.title, "text": document.text}
    return row | {key: text for key in OPTIONAL if (text := getattr(document, key))}


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
