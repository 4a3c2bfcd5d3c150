"""The languages are equals: what one version of a page has, the others have too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from .languages import LANGUAGES
from .model import Checklist, Page, Place, Problem, Site, Template
from .words import Passage, WordsError, blanks, parse

NAMES = {"en": "English", "fr": "French", "uk": "Ukrainian"}
SHARED_META = ("order", "template")


def check(site: Site, shown_trees: Mapping[str, str]) -> Iterator[Problem]:
    """`shown_trees` maps a language to its folder as problems name it ("docs_fr")."""
    for path in site.paths():
        pages = [page for lang in site.languages if (page := site.page(path, lang))]
        for language in site.languages:
            if site.page(path, language) is None:
                yield Problem(
                    pages[0].place,
                    f"this page has no {name(language)} version; write {shown_trees[language]}/{path}",
                )
        for page in pages:
            for other in pages:
                if page is not other:
                    yield from _lacking(page, other)
        yield from _same(pages)


def name(language: str) -> str:
    """The English name of a language, for problems."""
    return NAMES.get(language, LANGUAGES[language].own_name if language in LANGUAGES else language)


def _lacking(page: Page, other: Page) -> Iterator[Problem]:
    """What `page` lacks that `other` has."""
    for key in sorted(set(other.meta) - set(page.meta)):
        yield Problem(page.place, f"the front matter has no {key}:, which {other.place.path} has")
    yield from _lacking_ids(
        "heading", page.place, [h.id for h in page.headings], [(h.id, h.place) for h in other.headings]
    )
    yield from _lacking_ids(
        "template", page.place, [t.id for t in page.templates], [(t.id, t.place) for t in other.templates]
    )
    own = {checklist.id: checklist for checklist in page.checklists}
    for checklist in other.checklists:
        if checklist.id in own:
            yield from _lacking_items(own[checklist.id], checklist)
    links = Counter(link.target for link in page.links)
    for target, count in Counter(link.target for link in other.links).items():
        if count > links[target]:
            place = next(link.place for link in other.links if link.target == target)
            yield Problem(page.place, f"the link to {target} is missing; {place} has it")


def _lacking_ids(
    what: str, place: Place, own: Sequence[str | None], others: Sequence[tuple[str | None, Place]]
) -> Iterator[Problem]:
    for identifier, where in others:
        if identifier and identifier not in own:
            yield Problem(place, f"the {what} {identifier} is missing; {where} has it")


def _lacking_items(own: Checklist, other: Checklist) -> Iterator[Problem]:
    ids = [item.id for item in own.items]
    for item in other.items:
        if item.id not in ids:
            sentence = f"the item {item.id} is missing in {own.id}; {item.place} has it"
            yield Problem(own.place, sentence)


def _same(pages: Sequence[Page]) -> Iterator[Problem]:
    """Compare every version with the first one, in what both have."""
    first = pages[0]
    for page in pages[1:]:
        for key in SHARED_META:
            if page.meta.get(key) != first.meta.get(key):
                sentence = f"{key}: is {page.meta.get(key)}, but {first.meta.get(key)} in {first.place.path}"
                yield Problem(page.place, sentence)
        own_ids, ids = [h.id for h in page.headings], [h.id for h in first.headings]
        if own_ids != ids and Counter(own_ids) == Counter(ids):
            yield Problem(page.place, f"the headings stand in another order than in {first.place.path}")
        templates = {template.id: template for template in first.templates}
        for template in page.templates:
            if template.id in templates:
                yield from _same_template(template, templates[template.id])
        checklists = {checklist.id: checklist for checklist in first.checklists}
        for checklist in page.checklists:
            own = [item.id for item in checklist.items]
            others = [i.id for i in checklists[checklist.id].items] if checklist.id in checklists else own
            if own != others and Counter(own) == Counter(others):
                sentence = f"the items of {checklist.id} stand in another order than in {first.place.path}"
                yield Problem(checklist.place, sentence)


def _same_template(template: Template, other: Template) -> Iterator[Problem]:
    if template.channel != other.channel:
        sentence = f"{template.id} is a {template.channel} here and a {other.channel} at {other.place}"
        yield Problem(template.place, sentence)
        return
    if template.bad_news != other.bad_news:
        yield Problem(template.place, f"only one of {template.id} here and at {other.place} is .bad-news")
    yield from _same_shape(template, other)
    own, others = fields(template), fields(other)
    for field in sorted(others - own):
        yield Problem(template.place, f"the blank {{{field}}} is missing in {template.id}; {other.place} has it")
    for field in sorted(own - others):
        yield Problem(other.place, f"the blank {{{field}}} is missing in {template.id}; {template.place} has it")
    if passages(template) != passages(other):
        sentence = (
            f"{template.id} has {passages(template)} optional passages [[…]], "
            f"but {passages(other)} at {other.place}"
        )
        yield Problem(template.place, sentence)


def _same_shape(template: Template, other: Template) -> Iterator[Problem]:
    """Paragraph beside paragraph: the versions are shown side by side."""
    if len(template.body) != len(other.body):
        sentence = (
            f"{template.id} has {len(template.body)} paragraphs, but {len(other.body)} at {other.place}; "
            "they are shown side by side, so their number must agree"
        )
        yield Problem(template.place, sentence)
        return
    for own, twin in zip(template.body, other.body, strict=True):
        if (own.kind, own.depth, own.speaker) != (twin.kind, twin.depth, twin.speaker):
            yield Problem(own.place, f"this paragraph is a {_kind(own)}, its twin at {twin.place} a {_kind(twin)}")


def _kind(paragraph: object) -> str:
    kind, depth, speaker = (getattr(paragraph, key) for key in ("kind", "depth", "speaker"))
    by = f" by “{speaker}”" if speaker else ""
    return f"{kind}{by}{' inside a branch' if depth else ''}"


def fields(template: Template) -> set[str]:
    """The fields that a template's blanks refer to."""
    found: set[str] = set()
    for text in texts(template):
        try:
            found.update(blanks(parse(text)))
        except WordsError:
            continue  # reported by `wording`
    return found


def passages(template: Template) -> int:
    count = 0
    for text in texts(template):
        try:
            count += sum(isinstance(part, Passage) for part in parse(text))
        except WordsError:
            continue
    return count


def texts(template: Template) -> list[str]:
    """All texts of a template that may hold blanks, the subject first."""
    subject = [template.subject] if template.subject else []
    return subject + [paragraph.text for paragraph in template.body]
