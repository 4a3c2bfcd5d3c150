"""The languages are equals: what one version of a page has, the others have too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from ..languages.languages import english_name
from ..model.checklists import Checklist
from ..model.pages import Page, Site
from ..model.places import Place, Problem
from ..model.templates import Paragraph, Template
from ..model.words import Words
from ..reading.outline import DIFFERS, IMAGE
from .alignment import aligned
from .identifiers import PAGE_META, PLAYBOOK_META, is_slip

SHARED_META = ("order", "template", "stage")
FLAGS: Mapping[str, Callable[[Template], bool]] = {
    "bad-news": lambda template: template.bad_news,
    "meeting": lambda template: template.is_meeting,
}
Version = TypeVar("Version")


def check(
    site: Site, shown_trees: Mapping[str, str], broken: Collection[tuple[str, str]] = ()
) -> Iterator[Problem]:
    """`shown_trees` maps a language to its folder as problems name it ("docs_fr"). `broken` are links that lead
    nowhere, by file and target: who has one lacks no other, and nobody is asked for the same."""
    unread = {problem.place.path for problem in site.problems}
    for path in site.paths():
        pages = [page for lang in site.languages if (page := site.page(path, lang))]
        for language in site.languages:
            wanted = f"{shown_trees[language]}/{path}"
            if site.page(path, language) is None and wanted not in unread:
                sentence = f"this page has no {english_name(language)} version; write {wanted}"
                yield Problem(pages[0].place, sentence, "lacking-page")
        lacks: list[Lack] = []
        for page in pages:
            others = [other for other in pages if other is not page]
            lacks += _lacking(page, others, broken)
            yield from _lacking_checklists(page, others)
        yield from _told(lacks, len(pages))
        yield from _same(pages)


@dataclass(frozen=True)
class Lack:
    """What one language lacks and another has. `called` names it, `where` says in which template or checklist,
    `place` where it belongs, `other` where it stands."""

    what: str
    called: str
    place: Place
    other: Place
    where: str = ""

    @property
    def problem(self) -> Problem:
        if self.what == "key":
            sentence = f"the front matter has no {self.called}, which {self.other.path} has"
        else:
            sentence = f"{self.called} is missing{self.where}; {self.other} has it"
        return Problem(self.place, sentence, f"lacking-{self.what}")


def _told(lacks: Sequence[Lack], versions: int) -> Iterator[Problem]:
    """What one language lacks is told there. What one alone has, of three or more, is told once, where it stands;
    where the same language lacks what all others have, it was only named otherwise."""
    by_thing: dict[tuple[str, str, str, Place], list[Lack]] = {}
    for lack in lacks:
        by_thing.setdefault((lack.what, lack.called, lack.where, lack.other), []).append(lack)
    alone: dict[tuple[str, str, str], list[list[Lack]]] = {}
    missing: dict[tuple[str, str, str], list[Lack]] = {}
    for (what, _, where, other), found in by_thing.items():
        if len(found) == versions - 1 > 1:
            alone.setdefault((what, where, other.path), []).append(found)
        else:
            for lack in found:
                missing.setdefault((what, where, lack.place.path), []).append(lack)
    for kind, things in alone.items():
        things.sort(key=lambda found: found[0].other)
        lost = sorted(missing.get(kind, ()), key=lambda lack: lack.place)
        if len(things) == len(lost):
            missing.pop(kind)
            yield from (_renamed(found[0], lack) for found, lack in zip(things, lost, strict=True))
        else:
            yield from map(_alone, things)
    yield from (lack.problem for found in missing.values() for lack in found)


def _renamed(here: Lack, there: Lack) -> Problem:
    sentence = f"{here.called}{here.where} is {there.called} in the other languages, as at {there.other}"
    return Problem(here.other, f"{sentence}; write the same here", f"lacking-{here.what}")


def _alone(found: Sequence[Lack]) -> Problem:
    lack = " and ".join(str(each.place) if each.what != "key" else each.place.path for each in found)
    sentence = f"{found[0].called}{found[0].where} has no twin in {lack}; write it there too, or take it out"
    return Problem(found[0].other, sentence, f"lacking-{found[0].what}")


def _lacking(page: Page, others: Sequence[Page], broken: Collection[tuple[str, str]]) -> Iterator[Lack]:
    """What `page` lacks that one of the others has, each once."""
    if page.meta:  # else it could not be read, and that is reported
        required = PLAYBOOK_META if page.is_playbook else PAGE_META  # reported by `identifiers`
        keys = _first(
            (key, other.place_of(key)) for other in others for key in other.meta if not is_slip(key, other)
        )
        for key in sorted(set(keys) - set(page.meta) - set(required) - {DIFFERS}):
            yield Lack("key", f"{key}:", page.place, keys[key])
    own = {heading.id for heading in page.headings}
    headings = _first((h.id, h.place) for other in others for h in other.headings if h.id)
    yield from _missing("heading", "", page, others, own, headings)
    own = {template.id for template in page.templates}
    templates = _first((t.id, t.place) for other in others for t in other.templates)
    yield from _missing("template", "", page, others, own, templates)
    for checklist in page.checklists:
        lists = [twin for other in others if (twin := other.checklist(checklist.id))]
        rows = _first((item.id, item.place) for twin in lists for item in twin.items)
        own = {item.id for item in checklist.items}
        yield from _missing("item", f" in {checklist.id}", page, others, own, rows)
    for template in page.templates:
        yield from _lacking_blanks(
            template, [t for other in others for t in other.templates if t.id == template.id]
        )
    yield from _lacking_links(page, others, broken)


def _first(found: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    """Every key with the place where it stands first."""
    places: dict[str, Place] = {}
    for key, place in found:
        places.setdefault(key, place)
    return places


def _missing(
    what: str,
    where: str,
    page: Page,
    pages: Sequence[Page],
    own: Collection[str | None],
    others: Mapping[str, Place],
) -> Iterator[Lack]:
    for identifier, other in others.items():
        if identifier not in own:
            yield Lack(what, f"the {what} {identifier}", _near(page, other, pages), other, where)


def _near(page: Page, place: Place, others: Sequence[Page]) -> Place:
    """The line of a page that corresponds to one of another language, by the ids that both have.

    `place` names the file of the other language; where nothing stands that both have, the first line.
    """
    own = _anchors(page)
    other = next((_anchors(version) for version in others if version.place.path == place.path), {})
    shared = [(other[name], own[name]) for name in other.keys() & own.keys()]
    if not shared:
        return page.place
    theirs, mine = min(shared, key=lambda pair: (abs(pair[0] - place.line), -pair[0]))
    last = page.offset + page.text.count("\n") + 1
    return Place(page.place.path, min(max(mine + place.line - theirs, 1), last))


def _anchors(page: Page) -> dict[str, int]:
    """What has an id, with its line."""
    found = {heading.id: heading.place.line for heading in page.headings if heading.id}
    found |= {template.id: template.place.line for template in page.templates}
    for checklist in page.checklists:
        found |= {f"{checklist.id} {item.id}": item.place.line for item in checklist.items}
    return found


def _lacking_checklists(page: Page, others: Sequence[Page]) -> Iterator[Problem]:
    """Headings whose rows are missing. Of a heading that is missing too, the heading is reported."""
    own = {checklist.id for checklist in page.checklists}
    lists = [checklist for other in others for checklist in other.checklists]
    headings = {heading.id: heading.place for heading in page.headings}
    for identifier, place in _first((checklist.id, checklist.place) for checklist in lists).items():
        if identifier not in own and identifier in headings:
            sentence = f"the rows of the checklist {identifier} are missing; {place} has them"
            yield Problem(headings[identifier], sentence, "lacking-checklist")


def _lacking_blanks(template: Template, others: Sequence[Template]) -> Iterator[Lack]:
    if not template.is_sound:
        return
    own = template.fields
    for name in dict.fromkeys(name for other in others for name in sorted(other.fields)):
        if name not in own:
            twin = next(other for other in others if name in other.fields)
            place = _first_line(twin, name)
            own_place = place_of_blank(template, twin, name)
            yield Lack("blank", f"the blank {{{name}}}", own_place, place, f" in {template.id}")


def _first_line(template: Template, name: str) -> Place:
    """Where a blank stands first in a template."""
    for paragraph in template.body:
        for number, line in enumerate(paragraph.text.split("\n")):
            if re.search(rf"\{{{re.escape(name)}[:}}]", line):
                return Place(paragraph.place.path, paragraph.place.line + number)
    return template.place


def place_of_blank(template: Template, twin: Template, name: str) -> Place:
    """The first paragraph with fewer of a blank than its twin; the template where their numbers differ."""

    def count(words: Words) -> int:
        return words.fields.count(name)

    if len(template.body) == len(twin.body):
        for own, other in zip(template.body, twin.body, strict=True):
            if count(own.words) < count(other.words):
                lines = [line for line, text in enumerate(other.text.split("\n")) if f"{{{name}" in text]
                within = min(lines[-1] if lines else 0, own.text.count("\n"))
                return Place(own.place.path, own.place.line + within)
    return template.place


def _lacking_links(page: Page, others: Sequence[Page], broken: Collection[tuple[str, str]]) -> Iterator[Lack]:
    """Links; images are compared by `outlines`."""
    if any(path == page.place.path for path, _ in broken):
        return
    own = Counter(link.target for link in page.links)
    wanted: Counter[str] = Counter()
    for other in others:
        images = {found["target"] for found in IMAGE.finditer(other.text)}
        wanted |= Counter(  # the greater number of each
            link.target
            for link in other.links
            if link.target not in images and (link.place.path, link.target) not in broken
        )
    links = [link for other in others for link in other.links]
    for target, count in wanted.items():
        if count > own[target]:
            places = (_without_twin(page, other, target) for other in others)
            place = next(
                (place for place in places if place), next(link.place for link in links if link.target == target)
            )
            yield Lack("link", f"the link to {target}", _near(page, place, others), place)


def _without_twin(page: Page, other: Page, target: str) -> Place | None:
    """Which of several links to the same place the other page has beside those of ours, by the order of all."""
    own, theirs = ([link.target for link in each.links] for each in (page, other))
    if theirs.count(target) <= own.count(target):
        return None
    matched = SequenceMatcher(None, theirs, own, autojunk=False).get_opcodes()
    odd = (at for kind, start, end, _, _ in matched if kind != "equal" for at in range(start, end))
    return next((other.links[at].place for at in odd if theirs[at] == target), None)


def _same(pages: Sequence[Page]) -> Iterator[Problem]:
    """Compare every version with what most of them have."""
    yield from _levels(pages)
    for name in dict.fromkeys(checklist.id for page in pages for checklist in page.checklists):
        yield from _same_items([checklist for page in pages if (checklist := page.checklist(name))])
    for name in dict.fromkeys(template.id for page in pages for template in page.templates):
        versions = [template for page in pages if (template := page.template(name))]
        yield from _same_shapes(versions)
        yield from _same_templates(versions)
    for key in SHARED_META:
        yield from _same_value(key, [page for page in pages if key in page.meta])
    right = _usual(pages, _order)
    for page in pages:
        if _order(page) != _order(right) and Counter(_order(page)) == Counter(_order(right)):
            sentence = f"the headings stand in another order than in {right.place.path}"
            yield Problem(_moved(page, _order(right)), sentence, "other-order")


def _order(page: Page) -> tuple[str | None, ...]:
    return tuple(heading.id for heading in page.headings)


def _moved(page: Page, order: Sequence[str | None]) -> Place:
    """The first heading that stands below one that follows it in this order."""
    furthest = 0
    for heading in page.headings:
        if order.index(heading.id) < furthest:
            return heading.place
        furthest = max(furthest, order.index(heading.id))
    return page.place


def _usual(versions: Sequence[Version], value: Callable[[Version], Hashable]) -> Version:
    """The first version whose value most of them have."""
    counts = Counter(map(value, versions))
    return max(versions, key=lambda version: counts[value(version)])


def _same_value(key: str, pages: Sequence[Page]) -> Iterator[Problem]:
    """A value that all languages share; most of them are right."""
    right = _usual(pages, lambda page: str(page.meta[key])) if pages else None
    for page in pages:
        if right and page.meta[key] != right.meta[key]:
            sentence = f"{key}: is {page.meta[key]}, but {right.meta[key]} at {right.place_of(key)}"
            yield Problem(page.place_of(key), sentence, "other-value")


def _same_items(versions: Sequence[Checklist]) -> Iterator[Problem]:
    """The rows of a checklist stand in the order that most languages have."""
    orders = Counter(tuple(item.id for item in version.items) for version in versions)
    right = max(versions, key=lambda version: orders[tuple(item.id for item in version.items)])
    wanted = [item.id for item in right.items]
    for version in versions:
        own = [item.id for item in version.items]
        if own != wanted and Counter(own) == Counter(wanted):
            at = next(item.place for item, twin in zip(version.items, wanted, strict=True) if item.id != twin)
            sentence = f"the items of {version.id} stand in another order than in {right.place.path}"
            yield Problem(at, sentence, "other-order")


def _levels(pages: Sequence[Page]) -> Iterator[Problem]:
    """A heading stands as deep in all languages; most of them are right."""
    for name in dict.fromkeys(heading.id for page in pages for heading in page.headings if heading.id):
        twins = [heading for page in pages for heading in page.headings if heading.id == name]
        counts = Counter(twin.level for twin in twins)
        right = max(twins, key=lambda twin: counts[twin.level])
        for twin in twins:
            if twin.level != right.level:
                own, other = "#" * twin.level, "#" * right.level
                sentence = f"the heading {name} begins with {own} here and with {other} at {right.place}"
                yield Problem(twin.place, sentence, "other-level")


def _same_templates(versions: Sequence[Template]) -> Iterator[Problem]:
    """Channel, flag and passages; most languages are right."""
    other = _usual(versions, lambda version: version.channel.id)
    for template in versions:
        if template.channel != other.channel:
            sentence = f"{template.id} is a {template.channel} here and a {other.channel} at {other.place}"
            yield Problem(template.place, sentence, "other-channel")
    alike = [template for template in versions if template.channel == other.channel]
    for flag, has in FLAGS.items():
        other = _usual(alike, has)
        for template in alike:
            if has(template) != has(other):
                here, there = ("is", "not") if has(template) else ("is not", "is")
                sentence = f"{template.id} {here} .{flag} here, but {there} at {other.place}"
                yield Problem(template.place, sentence, "other-flag")
    other = _usual(alike, _passages)
    for template in alike:
        if template.is_sound and other.is_sound:
            yield from _same_passages(template, other)


def _passages(template: Template) -> int:
    return sum(words.passages for words in template.words)


def _same_passages(template: Template, other: Template) -> Iterator[Problem]:
    own, twin = _passages(template), _passages(other)
    if own != twin:
        sentence = f"the number of optional passages [[…]] in {template.id} is {own}, but {twin} at {other.place}"
        yield Problem(_of_passages(template, other), sentence, "other-passages")


def _of_passages(template: Template, other: Template) -> Place:
    """The first paragraph whose passages are not those of its twin; the template where their numbers differ."""
    twins = zip(template.body, other.body, strict=False) if len(template.body) == len(other.body) else ()
    differing = (own.place for own, twin in twins if own.words.passages != twin.words.passages)
    return next(differing, template.place)


def _same_shapes(versions: Sequence[Template]) -> Iterator[Problem]:
    """Paragraph beside paragraph: the versions are shown side by side. Most languages are right."""
    if len({version.channel for version in versions}) > 1:
        return  # reported
    counts = Counter(_shape(version) for version in versions)
    right = max(versions, key=lambda version: counts[_shape(version)])
    for version in versions:
        if _shape(version) != _shape(right):
            yield from _same_shape(version, right)


def _shape(template: Template) -> tuple[tuple[str, int, str | None], ...]:
    return tuple((paragraph.kind, paragraph.depth, paragraph.speaker) for paragraph in template.body)


def _same_shape(template: Template, other: Template) -> Iterator[Problem]:
    if len(template.body) != len(other.body):
        sentence = (
            f"the number of paragraphs of {template.id} is {len(template.body)}, but {len(other.body)} "
            f"at {other.place}; the languages are shown side by side, so it must agree"
        )
        yield Problem(_first_without_twin(template, other), sentence, "other-paragraphs")
        return
    for own, twin in zip(template.body, other.body, strict=True):
        if template.channel.is_script and not (_understood(own) and _understood(twin)):
            continue  # reported when it was read
        if (own.kind, own.depth, own.speaker) != (twin.kind, twin.depth, twin.speaker):
            sentence = f"this paragraph is a {_kind(own)}, its twin at {twin.place} a {_kind(twin)}"
            yield Problem(own.place, sentence, "other-paragraphs")


def _first_without_twin(template: Template, other: Template) -> Place:
    """The paragraph that the other version lacks, or the one below which ours lacks one."""
    last = template.place
    for own, twin in aligned(template.body, other.body, _unlike):
        if own is None:
            return last
        last = template.body[own].place
        if twin is None:
            return last
    return last


def _unlike(own: Paragraph, other: Paragraph) -> float:
    alike = (own.kind, own.depth, own.speaker) == (other.kind, other.depth, other.speaker)
    mine, theirs = set(own.words.fields), set(other.words.fields)
    longer, shorter = sorted((len(own.text) + 20, len(other.text) + 20), reverse=True)
    apart = len(mine ^ theirs) / max(len(mine | theirs), 1)
    return (0.0 if alike else 1.2) + 0.7 * apart + min(longer / shorter - 1, 1.0) * 0.5


def _understood(paragraph: Paragraph) -> bool:
    """Whether a paragraph of a phone script says who speaks or what to do."""
    return paragraph.kind in ("direction", "branch") or paragraph.speaker is not None


def _kind(paragraph: Paragraph) -> str:
    by = f" by “{paragraph.speaker}”" if paragraph.speaker else ""
    return f"{paragraph.kind}{by}{' inside a branch' if paragraph.depth else ''}"
