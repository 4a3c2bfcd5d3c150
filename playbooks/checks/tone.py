"""What makes a template good to send, as far as a rule can tell.

The brief asks: an email under 150 words, a voicemail under 30 seconds; where something went wrong
the words for "I am sorry", an effect on the client, one new date, the next step with its date;
no vague promise, nothing from the "what not to say" tables; every "I" follows the sender's
choice. The phrases of each language stand in data/tone.yml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial

from ..data.fields import Field, with_role
from ..data.tone import Tone
from ..languages.languages import LANGUAGES
from ..languages.speaking import count_words, seconds
from ..model.filling import Filling, fill
from ..model.pages import Page, Site
from ..model.places import Place, Problem
from ..model.templates import Template
from ..model.words import SPEAKERS, Alternatives, Blank, Part, Passage, Text, Words, each

# what bad news must have: a blank of one of these roles, and what is said where it lacks
NEEDED = (
    (("effect",), "names no effect"),
    (("new-date", "answer-date"), "gives no new date"),
    (("next-step",), "says no next step"),
)
DECLARE = "python -m playbooks fields adds its lines"
MANY = 6  # places: two or three in each of three languages are mended one by one
NOT_TO_SAY = "what-not-to-say"
ROW = re.compile(r"^\|(?P<first>[^|]*)\|")


def check(
    site: Site,
    fields: Mapping[str, Field] | None,
    tones: Mapping[str, Tone],
    ever: Collection[str] = frozenset(),
) -> Iterator[Problem]:
    """`fields` is None when the declarations could not be read: then no blank is called undeclared. `ever` are the
    ids of all that was declared, whether or not it could be read: what is wrong there is told there."""
    if fields is not None:
        yield from _undeclared(site, fields, ever)
    lost = frozenset(ever) - (fields or {}).keys()
    for language in site.languages:
        pages = site.pages_of(language)
        harmful = by_first_word(phrase for page in pages for phrase in not_to_say(page))
        tone = tones.get(language, Tone((), (), ()))
        key = (check, repr((fields, tone, harmful, bool(lost))))
        for page in pages:
            yield from page.once(key, partial(_page, page, fields, tone, harmful, bool(lost)))


def _page(
    page: Page,
    fields: Mapping[str, Field] | None,
    tone: Tone,
    harmful: Mapping[str, Sequence[str]],
    is_part_lost: bool,
) -> list[Problem]:
    return [
        problem
        for template in page.templates
        for problem in _template(template, page.language, fields, tone, harmful, is_part_lost)
    ]


def _undeclared(site: Site, fields: Mapping[str, Field], ever: Collection[str]) -> Iterator[Problem]:
    """Blanks that no file declares. One that stands in many places lacks its declaration, and is told once."""
    places: dict[str, list[Place]] = {}
    for page in site.pages:
        for template in page.templates if not page.given else ():
            for words, place, _ in _texts(template) if template.is_sound else ():
                for name in dict.fromkeys(words.fields):
                    if name not in fields and name not in ever:
                        places.setdefault(name, []).append(place)
    for name, found in places.items():
        near = get_close_matches(name, fields, 1, 0.83)
        advice = f"did you mean {{{near[0]}}}? If not, {DECLARE}" if near else DECLARE
        others = len(found) - 1
        also = f" (it stands in {others} more places)" if others >= MANY else ""
        sentence = f"the blank {{{name}}} is not declared in data/fields.yml{also}; {advice}"
        for place in found[:1] if also else found:
            yield Problem(place, sentence, "blank-undeclared")


def not_to_say(page: Page) -> list[str]:
    """The first column of the page's table of phrases that do harm, without quotes, lower case."""
    inside, phrases = False, []
    for line in page.text.split("\n"):
        if line.startswith("#"):
            inside = f"#{NOT_TO_SAY}" in line
        elif inside and (row := ROW.match(line)):
            phrases.append(_bare(row["first"]))
    return [phrase for phrase in phrases[2:] if phrase]  # after the head and its rule


def by_first_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """Phrases, each once, by the word that they begin with: a template has few words, a site many phrases."""
    found: dict[str, list[str]] = {}
    for phrase in dict.fromkeys(phrases):
        found.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return found


def _bare(text: str) -> str:
    text = text.replace("’", "'").casefold()
    return " ".join(re.sub(r"[^\w']+", " ", text).split())


def _template(
    template: Template,
    language: str,
    fields: Mapping[str, Field] | None,
    tone: Tone,
    harmful: Mapping[str, Sequence[str]],
    has_lost: bool,
) -> Iterator[Problem]:
    """`has_lost`: a field could not be read, so that nobody knows which blanks have its role."""
    if not template.is_sound:
        return  # the rest could only be guessed
    parsed = [(place, words.parts, own) for words, place, own in _texts(template)]
    for place, parts, own in parsed:
        if fields is not None:
            yield from _blanks(place, parts, fields)
            yield from _forms(place, parts, fields, language)
        if own and not template.channel.is_spoken:
            yield from _first_person(place, parts, tone)
    yield from _speakers(template, language)
    examples = {name: field.example.get(language, name) for name, field in (fields or {}).items()}
    filling = Filling(examples, SPEAKERS["he"])
    filled = [(fill(parts, filling), own) for _, parts, own in parsed]
    yield from _length(template, "\n\n".join(text for text, _ in filled[bool(template.subject) :]), language)
    spoken = "\n\n".join(text for text, own in filled if own)
    yield from _phrases(template, spoken, tone, harmful)
    if template.bad_news:
        yield from _bad_news(template, spoken, tone, {} if has_lost else fields or {})


def _texts(template: Template) -> Iterator[tuple[Words, Place, bool]]:
    """Words, their place, and whether they are the sender's own."""
    if template.subject:
        yield template.subject, template.place, True
    for paragraph in template.body:
        yield paragraph.words, paragraph.place, paragraph.is_own


def _blanks(place: Place, parts: Sequence[Part], fields: Mapping[str, Field]) -> Iterator[Problem]:
    before = ""
    for part in parts:
        if isinstance(part, Passage):
            yield from _blanks(place, part.parts, fields)
        elif isinstance(part, Blank):
            kind = fields[part.field].kind if part.field in fields else ""
            if kind in ("date", "time", "money", "number") and _starts(before):
                sentence = f"{{{part.field}}} is a {kind} and starts a sentence; put a word before it"
                yield Problem(place, sentence, "blank-at-start")
        before += part.text if isinstance(part, Text) else "…"


def _forms(place: Place, parts: Sequence[Part], fields: Mapping[str, Field], language: str) -> Iterator[Problem]:
    """A blank can be asked for in the forms that the language makes of its kind, and in no other."""
    for blank in each(parts, Blank):
        field = fields.get(blank.field)
        if not blank.form or not field:
            continue
        known = LANGUAGES[language].blank_forms(field.kind)
        if blank.form in known:
            continue
        asked = f"{{{blank.field}:{blank.form}}}"
        name = LANGUAGES[language].english_name
        if known:
            wanted = ", ".join(f"{{{blank.field}:{form}}}" for form in known)
            yield Problem(
                place, f"{asked} is no form that {name} makes of a {field.kind}; there are {wanted}", "blank-form"
            )
        else:
            kinds = [
                kind for kind in ("date", "time", "company") if blank.form in LANGUAGES[language].blank_forms(kind)
            ]
            other = f"give it kind: {' or '.join(kinds)} in data/fields.yml, or " if kinds else ""
            advice = f"{other}word the sentence so that {{{blank.field}}} stands in it as it was typed"
            yield Problem(
                place,
                f"{asked}: {name} can't inflect a {field.kind}, which may be any words; {advice}",
                "blank-form",
            )


def _speakers(template: Template, language: str) -> Iterator[Problem]:
    """Forms that are missing: for us, where others of the email have theirs; for us women, where they agree."""
    if template.channel.is_spoken:
        return
    rows = [(place, part) for words, place, _ in _texts(template) for part in each(words.parts, Alternatives)]
    several = any(len(part.forms) > 2 for _, part in rows)
    for place, part in rows:
        written = "{" + "|".join(part.forms) + "}"
        he, she = part.forms[0], part.forms[1]
        if he == she:
            continue
        if several and len(part.forms) == 2:
            yield Problem(
                place,
                f"{written} has no form for “we”, as others of {template.id} have: {{he|she|we}}",
                "speaker-form",
            )
        elif LANGUAGES[language].women_agree and len(part.forms) == 3 and part.of_women == part.forms[2]:
            sentence = "has no form for “we” who are all women; write it last, even where it is the third again"
            yield Problem(place, f"{written} {sentence}: {{he|she|we|women}}", "speaker-form")


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
                    "first-person",
                )


def _length(template: Template, body: str, language: str) -> Iterator[Problem]:
    channel = template.channel
    article = "an" if channel.id[0] in "aeiou" else "a"
    if channel.most_words and (words := count_words(body)) > channel.most_words:
        sentence = f"{template.id} has {words} words; {article} {channel} has at most {channel.most_words}"
        yield Problem(template.place, sentence, "too-many-words")
    if channel.most_seconds and (time := seconds(body, language)) > channel.most_seconds:
        sentence = f"{template.id} takes {time} seconds to say; {article} {channel} takes at most"
        yield Problem(template.place, f"{sentence} {channel.most_seconds}", "too-many-words")


def _phrases(
    template: Template, spoken: str, tone: Tone, harmful: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    for pattern in tone.vague:
        if match := re.search(pattern, spoken, re.IGNORECASE):
            yield Problem(template.place, f"{template.id} promises something vague: “{match[0]}”", "vague")
    bare = _bare(spoken)
    told = f" {bare} "
    for word in dict.fromkeys(bare.split()):
        for phrase in harmful.get(word, ()):
            if f" {phrase} " not in told:
                continue
            yield Problem(
                template.place, f"{template.id} says “{phrase}”, which a table says not to say", "not-to-say"
            )


def _bad_news(template: Template, spoken: str, tone: Tone, fields: Mapping[str, Field]) -> Iterator[Problem]:
    forms = " ".join(_every_form(template)) + " " + spoken
    if tone.sorry and not any(re.search(pattern, forms, re.IGNORECASE) for pattern in tone.sorry):
        yield Problem(template.place, f"{template.id} is .bad-news but nowhere says sorry", "no-sorry")
    for roles, lack in NEEDED:
        names = tuple(name for role in roles for name in with_role(fields, role))
        if names and not set(names) & set(template.fields):
            blanks = " or ".join(f"{{{name}}}" for name in names)
            yield Problem(template.place, f"{template.id} is .bad-news but {lack}: {blanks}", "bad-news")


def _every_form(template: Template) -> Iterator[str]:
    for words, _, own in _texts(template):
        for part in words.parts:
            if own and isinstance(part, Alternatives):
                yield from part.forms
