"""What makes a template good to send, as far as a rule can tell.

The brief asks: an email under 150 words, a voicemail under 30 seconds; where something went wrong
the words for "I am sorry", an effect on the client, one new date, the next step with its date;
no vague promise, nothing from the "what not to say" tables; every "I" follows the sender's
choice. The phrases of each language stand in data/tone.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .fields import Field
from .model import Page, Place, Problem, Site, Template
from .parity import fields as fields_of
from .plain_yaml import read_file
from .speaking import count_words, seconds
from .words import Alternatives, Blank, Part, Passage, Text, WordsError, fill, parse

EMAIL_WORDS = 150
VOICEMAIL_SECONDS = 30
EFFECT = {"effect", "event"}
NEXT_STEP = {"next-date", "next-time"}
KEYS = ("sorry", "vague", "first_person")
NOT_TO_SAY = "what-not-to-say"
ROW = re.compile(r"^\|(?P<first>[^|]*)\|")


@dataclass(frozen=True)
class Tone:
    """Phrases of one language. `sorry` and `vague` are regular expressions, `first_person` words."""

    sorry: tuple[str, ...]
    vague: tuple[str, ...]
    first_person: tuple[str, ...]


def read_tone(path: Path, shown_path: str) -> tuple[dict[str, Tone], list[Problem]]:
    """Phrases by language, from YAML: en: {sorry: […], vague: […], first_person: […]}."""
    _, tree, problems = read_file(path, shown_path)
    tones: dict[str, Tone] = {}
    for language, row in tree.items() if isinstance(tree, Mapping) else ():
        faults = list(_faults(row))
        problems += [Problem(Place(shown_path, 1), f"{language}: {fault}") for fault in faults]
        if not faults:
            tones[language] = Tone(**{key: tuple(row.get(key, ())) for key in KEYS})
    return tones, problems


def _faults(row: object) -> Iterator[str]:
    """What is wrong with the phrases of one language."""
    if not isinstance(row, Mapping) or not all(isinstance(row.get(key, []), list) for key in KEYS):
        yield f"write lists under {', '.join(KEYS)}"
        return
    for pattern in (*row.get("sorry", ()), *row.get("vague", ())):
        try:
            re.compile(str(pattern))
        except re.error as error:
            yield f"“{pattern}” is not a regular expression ({error})"


def check(site: Site, fields: Mapping[str, Field] | None, tones: Mapping[str, Tone]) -> Iterator[Problem]:
    """`fields` is None when the declarations could not be read: then no blank is called undeclared."""
    for language in site.languages:
        pages = site.pages_of(language)
        harmful = [phrase for page in pages for phrase in not_to_say(page)]
        tone = tones.get(language, Tone((), (), ()))
        for page in pages:
            for template in page.templates:
                yield from _template(template, language, fields, tone, harmful)


def not_to_say(page: Page) -> list[str]:
    """The first column of the page's table of phrases that do harm, without quotes, lower case."""
    inside, phrases = False, []
    for line in page.text.split("\n"):
        if line.startswith("#"):
            inside = f"#{NOT_TO_SAY}" in line
        elif inside and (row := ROW.match(line)):
            phrases.append(_bare(row["first"]))
    return [phrase for phrase in phrases[2:] if phrase]  # after the head and its rule


def _bare(text: str) -> str:
    text = text.replace("’", "'").casefold()
    return " ".join(re.sub(r"[^\w']+", " ", text).split())


def _template(
    template: Template,
    language: str,
    fields: Mapping[str, Field] | None,
    tone: Tone,
    harmful: Sequence[str],
) -> Iterator[Problem]:
    parsed: list[tuple[Place, tuple[Part, ...], bool]] = []
    broken = False
    for text, place, own in _texts(template):
        try:
            parsed.append((place, parse(text), own))
        except WordsError as error:
            broken = True
            yield Problem(place, str(error))
    if broken:
        return  # the rest could only be guessed
    for place, parts, own in parsed:
        if fields is not None:
            yield from _blanks(place, parts, fields)
        if own:
            yield from _first_person(place, parts, tone)
    examples = {name: field.example.get(language, name) for name, field in (fields or {}).items()}
    body = [fill(parts, examples) for place, parts, _ in parsed[bool(template.subject) :]]
    yield from _length(template, "\n\n".join(body), language)
    spoken = "\n\n".join(fill(parts, examples) for _, parts, own in parsed if own)
    yield from _phrases(template, spoken, tone, harmful)
    if template.bad_news:
        yield from _bad_news(template, spoken, tone)


def _texts(template: Template) -> Iterator[tuple[str, Place, bool]]:
    """Text, place, and whether it is the sender's own words (not the client's, not a direction)."""
    if template.subject:
        yield template.subject, template.place, True
    for paragraph in template.body:
        own = paragraph.kind == "text" or (paragraph.kind == "speech" and paragraph.speaker == "you")
        yield paragraph.text, paragraph.place, own


def _blanks(place: Place, parts: Sequence[Part], fields: Mapping[str, Field]) -> Iterator[Problem]:
    before = ""
    for part in parts:
        if isinstance(part, Passage):
            yield from _blanks(place, part.parts, fields)
        elif isinstance(part, Blank):
            if part.field not in fields:
                yield Problem(place, f"the blank {{{part.field}}} is not declared in data/fields.yml")
            elif fields[part.field].kind in ("date", "time", "money", "number") and _starts(before):
                kind = fields[part.field].kind
                sentence = f"{{{part.field}}} is a {kind} and starts a sentence; put a word before it"
                yield Problem(place, sentence)
        before = part.text if isinstance(part, Text) else "…"


def _starts(before: str) -> bool:
    return not before.strip() or before.rstrip()[-1:] in set(".!?")


def _first_person(place: Place, parts: Sequence[Part], tone: Tone) -> Iterator[Problem]:
    for part in parts:
        if isinstance(part, Passage):
            yield from _first_person(place, part.parts, tone)
        if not isinstance(part, Text):
            continue
        for word in re.findall(r"[^\W\d_]+(?:’(?=\w))?", part.text):
            if word.casefold() in tone.first_person:
                yield Problem(
                    place,
                    f"“{word}” stays the same when “we” writes; give its forms for he, she and we: {{…|…|…}}",
                )


def _length(template: Template, body: str, language: str) -> Iterator[Problem]:
    if template.channel == "email" and (words := count_words(body)) > EMAIL_WORDS:
        yield Problem(template.place, f"{template.id} has {words} words; an email has at most {EMAIL_WORDS}")
    if template.channel == "voicemail" and (time := seconds(body, language)) > VOICEMAIL_SECONDS:
        sentence = f"{template.id} takes {time} seconds to say; a voicemail takes at most {VOICEMAIL_SECONDS}"
        yield Problem(template.place, sentence)


def _phrases(template: Template, spoken: str, tone: Tone, harmful: Sequence[str]) -> Iterator[Problem]:
    for pattern in tone.vague:
        if match := re.search(pattern, spoken, re.IGNORECASE):
            yield Problem(template.place, f"{template.id} promises something vague: “{match[0]}”")
    bare = f" {_bare(spoken)} "
    for phrase in harmful:
        if f" {phrase} " in bare:
            yield Problem(template.place, f"{template.id} says “{phrase}”, which a table says not to say")


def _bad_news(template: Template, spoken: str, tone: Tone) -> Iterator[Problem]:
    named = fields_of(template)
    forms = " ".join(_every_form(template)) + " " + spoken
    if tone.sorry and not any(re.search(pattern, forms, re.IGNORECASE) for pattern in tone.sorry):
        yield Problem(template.place, f"{template.id} is .bad-news but nowhere says sorry")
    if not named & EFFECT:
        yield Problem(template.place, f"{template.id} is .bad-news but names no effect: {{effect}} or {{event}}")
    if "new-date" not in named:
        yield Problem(template.place, f"{template.id} is .bad-news but gives no {{new-date}}")
    if not named & NEXT_STEP:
        sentence = f"{template.id} is .bad-news but says no next step: {{next-date}} or {{next-time}}"
        yield Problem(template.place, sentence)


def _every_form(template: Template) -> Iterator[str]:
    for text, _, own in _texts(template):
        for part in parse(text):
            if own and isinstance(part, Alternatives):
                yield from part.forms
