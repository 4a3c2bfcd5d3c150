"""The languages are equals: what one version of a page has, the others have too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..languages.languages import english_name
from ..model.checklists import Checklist
from ..model.pages import Page, Site
from ..model.places import Place, Problem
from ..model.templates import Paragraph, Template
from ..model.words import Words
from ..reading.outline import DIFFERS
from .alignment import aligned
from .identifiers import PAGE_META, PLAYBOOK_META

SHARED_META = ("order", "template", "stage")


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
        for page in pages:
            yield from _lacking(page, [other for other in pages if other is not page], broken)
        yield from _same(pages)


def _lacking(page: Page, others: Sequence[Page], broken: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """What `page` lacks that one of the others has, each once."""
    if page.meta:  # else it could not be read, and that is reported
        required = PLAYBOOK_META if page.is_playbook else PAGE_META  # reported by `identifiers`
        keys = _first((key, other.place) for other in others for key in other.meta)
        for key in sorted(set(keys) - set(page.meta) - set(required) - {DIFFERS}):
            yield Problem(page.place, f"the front matter has no {key}:, which {keys[key].path} has", "lacking-key")
    own = {heading.id for heading in page.headings}
    headings = _first((h.id, h.place) for other in others for h in other.headings if h.id)
    yield from _missing("heading", "", page, others, own, headings)
    own = {template.id for template in page.templates}
    templates = _first((t.id, t.place) for other in others for t in other.templates)
    yield from _missing("template", "", page, others, own, templates)
    yield from _lacking_rows(page, others)
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
) -> Iterator[Problem]:
    for identifier, other in others.items():
        if identifier not in own:
            place = _near(page, other, pages)
            yield Problem(place, f"the {what} {identifier} is missing{where}; {other} has it", f"lacking-{what}")


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


def _lacking_rows(page: Page, others: Sequence[Page]) -> Iterator[Problem]:
    """Checklists, and their rows. Of a heading that is missing too, the heading is reported."""
    own = {checklist.id: checklist for checklist in page.checklists}
    lists = [checklist for other in others for checklist in other.checklists]
    headings = {heading.id: heading.place for heading in page.headings}
    for identifier, place in _first((checklist.id, checklist.place) for checklist in lists).items():
        if identifier in own:
            rows = _first(
                (i.id, i.place) for checklist in lists if checklist.id == identifier for i in checklist.items
            )
            ids = {item.id for item in own[identifier].items}
            yield from _missing("item", f" in {identifier}", page, others, ids, rows)
        elif identifier in headings:
            sentence = f"the rows of the checklist {identifier} are missing; {place} has them"
            yield Problem(headings[identifier], sentence, "lacking-checklist")


def _lacking_blanks(template: Template, others: Sequence[Template]) -> Iterator[Problem]:
    if not template.is_sound:
        return
    own = template.fields
    names = _first((name, other.place) for other in others for name in sorted(other.fields))
    for name, place in names.items():
        if name not in own:
            twin = next(other for other in others if name in other.fields)
            sentence = f"the blank {{{name}}} is missing in {template.id}; {place} has it"
            yield Problem(place_of_blank(template, twin, name), sentence, "lacking-blank")


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


def _lacking_links(page: Page, others: Sequence[Page], broken: Collection[tuple[str, str]]) -> Iterator[Problem]:
    if any(path == page.place.path for path, _ in broken):
        return
    own = Counter(link.target for link in page.links)
    wanted: Counter[str] = Counter()
    for other in others:
        wanted |= Counter(  # the greater number of each
            link.target for link in other.links if (link.place.path, link.target) not in broken
        )
    links = [link for other in others for link in other.links]
    for target, count in wanted.items():
        if count > own[target]:
            place = next(link.place for link in links if link.target == target)
            sentence = f"the link to {target} is missing; {place} has it"
            yield Problem(_near(page, place, others), sentence, "lacking-link")


def _same(pages: Sequence[Page]) -> Iterator[Problem]:
    """Compare every version with the first one, in what both have."""
    first = pages[0]
    yield from _levels(pages)
    for name in dict.fromkeys(checklist.id for page in pages for checklist in page.checklists):
        yield from _same_items([checklist for page in pages if (checklist := page.checklist(name))])
    for name in dict.fromkeys(template.id for page in pages for template in page.templates):
        yield from _same_shapes([template for page in pages if (template := page.template(name))])
    for page in pages[1:]:
        for key in SHARED_META:
            if key in page.meta and key in first.meta and page.meta[key] != first.meta[key]:
                place = first.place_of(key)
                sentence = f"{key}: is {page.meta.get(key)}, but {first.meta.get(key)} at {place}"
                yield Problem(page.place_of(key), sentence, "other-value")
        own_ids, ids = [h.id for h in page.headings], [h.id for h in first.headings]
        if own_ids != ids and Counter(own_ids) == Counter(ids):
            yield Problem(
                page.place, f"the headings stand in another order than in {first.place.path}", "other-order"
            )
        templates = {template.id: template for template in first.templates}
        for template in page.templates:
            if template.id in templates:
                yield from _same_template(template, templates[template.id])


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


def _same_template(template: Template, other: Template) -> Iterator[Problem]:
    if template.channel != other.channel:
        sentence = f"{template.id} is a {template.channel} here and a {other.channel} at {other.place}"
        yield Problem(template.place, sentence, "other-channel")
        return
    flags = (("bad-news", template.bad_news, other.bad_news), ("meeting", template.is_meeting, other.is_meeting))
    for flag, own_flag, other_flag in flags:
        if own_flag != other_flag:
            here, there = ("is", "not") if own_flag else ("is not", "is")
            sentence = f"{template.id} {here} .{flag} here, but {there} at {other.place}"
            yield Problem(template.place, sentence, "other-flag")
    own, twin = (sum(words.passages for words in version.words) for version in (template, other))
    if own != twin and template.is_sound and other.is_sound:
        sentence = f"the number of optional passages [[…]] in {template.id} is {own}, but {twin} at {other.place}"
        yield Problem(template.place, sentence, "other-passages")


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
