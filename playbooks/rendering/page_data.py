"""What the browser needs to know of one page, as JSON data inside the page.

Words are sent as the author wrote them, so that blanks can be filled and the sender's forms chosen without asking
the server anything. Those of other languages are files, fetched by who asks for them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..content import Content
from ..data.fields import Field, with_role
from ..languages.languages import LANGUAGES
from ..languages.strings import Strings
from ..model.layout import ASSETS, BUNDLES, WORDS_ROOM
from ..model.pages import Page
from ..model.templates import Paragraph, Template

# Of the strings, those that modules name: of pages as they come, and of what is fetched when somebody turns to it.
# A name that ends in - or . stands for all that begin with it.
AT_ONCE = (
    *("begun.", "blanks.left-", "blanks.optional", "checklist.changed", "checklist.cleared"),
    *(
        "checklist.copied",
        "checklist.not-kept",
        "checklist.progress",
        "checklist.restored",
        "comma",
    ),
    *(
        "copy.blanks-",
        "copy.copied",
        "copy.done-",
        "copy.link",
        "copy.link-done",
        "copy.more",
        "copy.refused",
        "library.failed",
    ),
    *("library.path", "message.undo", "named", "seen.from", "seen.you", "template.no-words", "template.seconds"),
)
# Of how a language writes, what is asked before a value has to be written.
KNOWN = ("locale", "rate", "address", "stops_outside")
LATER = (
    *(
        "after.",
        "beside",
        "blanks.back",
        "blanks.fill",
        "blanks.forgotten",
        "blanks.may",
        "blanks.next",
        "blanks.of",
        "blanks.open",
        "blanks.restored",
    ),
    *(
        "blanks.write-in",
        "call.",
        "checklist.not-kept",
        "copy.all",
        "copy.copied-in",
        "copy.in-",
        "meeting.",
        "print.at",
        "search.",
        "send.",
        "warn.",
    ),
)


def page_fields(content: Content, page: Page) -> list[Field]:
    """The fields of the page's templates, in the order of their declaration."""
    used = {name for template in page.templates for name in template.fields}
    if not used:
        return []
    if any(template.asks_who_speaks for template in page.templates):
        used.update(with_role(content.fields, "speaker"), with_role(content.fields, "caller"))
    if any(content.fields[name].kind == "money" for name in used if name in content.fields):
        used.update(with_role(content.fields, "currency"))
    return [field for name, field in content.fields.items() if name in used]


def page_data(content: Content, page: Page) -> dict[str, Any]:
    """JSON data in a page: what the controls of its fields do not tell, and where its words in each other language
    are."""
    language = page.language
    return {
        "fields": {
            field.id: told for field in page_fields(content, page) if (told := _untold(field, (language,)))
        },
        "pieces": {
            piece.language: piece.address for piece in pieces(content, page.path) if piece.language != language
        },
    }


@dataclass(frozen=True)
class Piece:
    """A file with the words of a page's templates in one language, for readers of it in another one. Its name says
    what is in it, so that it can be kept for ever."""

    language: str
    address: str
    text: str


def pieces(content: Content, path: str) -> list[Piece]:
    """The pieces of the page in all trees at `path`, one for each language of the site."""
    key = (pieces, path)  # asked for by the page in each language, and by each of its templates
    if key not in content.made:
        content.made[key] = _pieces(content, path)
    found: list[Piece] = content.made[key]
    return found


def _pieces(content: Content, path: str) -> list[Piece]:
    versions = content.site.versions(path)
    found = {field.id: field for page in versions.values() for field in page_fields(content, page)}
    kinds = {field.kind for field in found.values()}
    rows = []
    for code in content.site.languages if found or any(page.templates for page in versions.values()) else ():
        templates = versions[code].templates if code in versions else ()
        data = {
            "versions": {template.id: _words(template) for template in templates},
            "fields": [_field(field, (code,)) for field in found.values()],
            **_manner(content, code, kinds),
        }
        text = as_json(data)
        slug = next(iter(versions.values())).slug
        rows.append(Piece(code, f"{WORDS_ROOM}/{slug}-{code}-{mark(text)}.json", text))
    return rows


def said_by_language(content: Content, language: str, places: Mapping[str, str]) -> tuple[Piece, Piece, Piece]:
    """What all pages in a language share: the messages of the interface, and how the language writes things. The
    first is a script, so that it is there before the others run; the second adds messages that come later, and how
    values are written; the third is what the panel of blanks says of each field.
    `places`: where the files are that scripts ask for by a name."""
    kinds = {field.kind for field in content.fields.values()}
    manner = _manner(content, language, kinds)
    own = manner.pop("language")
    others = {code: _brief(code) for code in content.site.languages if code != language}
    languages = {language: own, **others}
    texts = content.texts[language]
    place = f"(globalThis.playbooks??={{}})[{as_json(language)}]"
    forms = {code: _picked(data, lambda name: name not in KNOWN) for code, data in languages.items()}
    added = f"Object.assign(s.strings,{as_json(named(texts, LATER))});"
    added += f"for(const[c,f]of Object.entries({as_json(forms)}))Object.assign(s.languages[c],f);"
    later = _script("later", language, f"{{const s={place};{added}}}\n")
    hints = _script("hints", language, f"export default{as_json(_hints(content, language))};\n")
    said = {
        "strings": named(texts, AT_ONCE),
        "later": later.address,
        "hints": hints.address,
        "files": dict(places),
        "roles": {field.role: field.id for field in reversed(list(content.fields.values())) if field.role},
        "languages": {code: _picked(data, KNOWN.__contains__) for code, data in languages.items()},
        **manner,
    }
    return _script("said", language, f"{place}={as_json(said)};\n"), later, hints


def _hints(content: Content, language: str) -> dict[str, tuple[str, str]]:
    """What is to be typed into each field, and an example of it."""
    return {
        field.id: (field.help.get(language, ""), field.example.get(language, ""))
        for field in content.fields.values()
    }


def _script(name: str, language: str, text: str) -> Piece:
    return Piece(language, f"{ASSETS}/{BUNDLES}/{name}-{language}-{mark(text)}.js", text)


def _picked(data: Mapping[str, Any], wanted: Callable[[str], bool]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if wanted(name)}


def _manner(content: Content, code: str, kinds: Collection[str]) -> dict[str, Any]:
    """How a language writes things and begins speeches."""
    texts = content.texts[code]
    return {
        "language": LANGUAGES[code].data(kinds),
        "speakers": {speaker: texts.speaker_label(speaker) for speaker in texts.group("speakers")},
        "subject": texts.subject_label(),
    }


def _brief(code: str) -> dict[str, Any]:
    """What is asked of a language whose words are not there: amounts may be typed in its way."""
    return {
        name: value
        for name, value in LANGUAGES[code].data(("money",)).items()
        if name in ("address", "currencies")
    }


def picker_strings(texts: Strings) -> dict[str, str]:
    """Messages for the one page where links are chosen."""
    return named(texts, ("links.",))


def named(texts: Strings, names: tuple[str, ...]) -> dict[str, str]:
    """The messages of these names, and those that begin with one that ends in - or a full stop."""
    whole, beginnings = set(names), tuple(name for name in names if name.endswith(("-", ".")))
    return {key: text for key, text in texts.texts.items() if key in whole or key.startswith(beginnings)}


def as_json(value: object) -> str:
    """JSON that may stand in a page: as short as it can be, no character but < escaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def mark(text: str) -> str:
    """A fingerprint for the name of a file."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _words(template: Template) -> dict[str, Any]:
    words: dict[str, Any] = {"title": template.title}
    if template.subject is not None:
        words["subject"] = template.subject.text
    words["body"] = [_paragraph(paragraph) for paragraph in template.body]
    return words


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": paragraph.kind, "text": paragraph.text}
    if paragraph.speaker:
        row["speaker"] = paragraph.speaker
    if paragraph.depth:
        row["depth"] = paragraph.depth
    return row


def _field(field: Field, languages: Collection[str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": field.id,
        "kind": field.kind,
        "keeper": field.keeper,
        "label": _in(languages, field.label),
        "example": _in(languages, field.example),
        "help": _in(languages, field.help),
    }
    return row | _untold(field, languages)


def _untold(field: Field, languages: Collection[str]) -> dict[str, Any]:
    """What no control shows as it stands in words."""
    row: dict[str, Any] = {}
    if field.kind == "choice" and field.role is None:  # those with a role stand in no words
        row["options"] = {language: dict(options) for language, options in _in(languages, field.options).items()}
    if field.units:
        row["units"] = {language: dict(units) for language, units in _in(languages, field.units).items()}
    return row


def _in(languages: Collection[str], texts: Mapping[str, Any]) -> dict[str, Any]:
    return {language: text for language, text in texts.items() if language in languages}
