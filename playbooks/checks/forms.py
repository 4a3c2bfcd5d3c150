"""Forms that were lost: of a blank, {next-date:on}, and of who speaks, {he|she|we}.

No rule knows which forms a sentence needs. What it had when the languages were last agreed, and how the same words
stand elsewhere, says it: what was there and is not is a loss, until somebody says that it is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ..data.agreed import COMMAND, Agreed
from ..data.fields import Field
from ..languages.languages import LANGUAGES
from ..model.pages import Site
from ..model.places import Place, Problem
from ..model.units import Unit
from ..model.words import Alternatives, each
from .drift import Versions, matched

BLANK = re.compile(r"\{([a-z][a-z0-9-]*)\}")
TWO = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
LEAST = 3  # pairs that end like one show how the language writes he and she
TEMPLATE = "template "


def check(
    site: Site, versions: Mapping[str, Versions], agreed: Agreed, fields: Mapping[str, Field]
) -> Iterator[Problem]:
    """`versions` are the pages by path and language."""
    for language in site.languages:
        spoken = list(_alternatives(site, language))
        yield from _swapped(spoken)
        yield from _without_she(spoken)
    for path, pages in versions.items():
        sheet = (agreed.sheets or {}).get(path, {})
        for language, groups in pages.items():
            for group, rows in sheet.items() if len(pages) > 1 else ():
                units = groups.get(group, ()) if group.startswith(TEMPLATE) else ()
                for unit, at in zip(units, matched(units, rows, language), strict=True):
                    state = rows[at].states.get(language) if at is not None else None
                    if state and state != unit.state:
                        yield from _lost(unit, state, language, fields)


Spoken = tuple[Place, tuple[str, ...]]


def _alternatives(site: Site, language: str) -> Iterator[Spoken]:
    for page in site.pages_of(language):
        for template in page.templates:
            texts = [(paragraph.place, paragraph.words) for paragraph in template.body]
            texts += [(template.place, template.subject)] if template.subject else []
            for place, words in texts:
                yield from ((place, part.forms) for part in each(words.parts, Alternatives))


def _swapped(rows: list[Spoken]) -> Iterator[Problem]:
    """The forms of he and she in the other order than everywhere else, by their endings."""
    endings = Counter(_endings(forms) for _, forms in rows)
    for place, forms in rows:
        he, she = _endings(forms)
        if he != she and endings[she, he] >= LEAST > endings[he, she]:
            sentence = f"{_shown(forms)} names her form first; elsewhere his ends like “{forms[1]}”: {{he|she|…}}"
            yield Problem(place, sentence, "speaker-form")


def _endings(forms: tuple[str, ...]) -> tuple[str, str]:
    he, she = forms[:2]
    common = next(
        (at for at, (own, other) in enumerate(zip(he, she, strict=False)) if own != other), min(len(he), len(she))
    )
    return he[common:], she[common:]


def _without_she(rows: list[Spoken]) -> Iterator[Problem]:
    """Two forms that are those of he and we wherever there are three."""
    known = {(forms[0], forms[2]): forms for _, forms in rows if len(forms) > 2}
    pairs = {forms[:2] for _, forms in rows if len(forms) > 2}
    for place, forms in rows:
        if len(forms) == 2 and forms in known and forms not in pairs:
            sentence = f"{_shown(forms)} lacks the form for she; elsewhere this is {_shown(known[forms])}"
            yield Problem(place, sentence, "speaker-form")


def _shown(forms: tuple[str, ...]) -> str:
    return "{" + "|".join(forms) + "}"


def _lost(unit: Unit, state: str, language: str, fields: Mapping[str, Field]) -> Iterator[Problem]:
    """A form that, put back, gives the words that were agreed."""
    for start, end, instead in (*_blanks(unit.text, language, fields), *_speakers(unit.text)):
        if Unit(unit.label, unit.text[:start] + instead + unit.text[end:], unit.place).state == state:
            sentence = (
                f"{unit.text[start:end]} was {instead} when the languages were last agreed; put the form back, "
                f"or, if it is meant, {COMMAND} {unit.place.path}"
            )
            yield Problem(unit.place, sentence, "form-lost")
            return


def _blanks(text: str, language: str, fields: Mapping[str, Field]) -> Iterator[tuple[int, int, str]]:
    for found in BLANK.finditer(text):
        field = fields.get(found[1])
        for form in LANGUAGES[language].blank_forms(field.kind) if field else ():
            yield found.start(), found.end(), f"{{{found[1]}:{form}}}"


def _speakers(text: str) -> Iterator[tuple[int, int, str]]:
    for found in TWO.finditer(text):
        yield found.start(), found.end(), f"{{{found[1]}|{found[1]}|{found[2]}}}"
        yield found.start(), found.end(), f"{{{found[1]}|{found[2]}|{found[2]}}}"
