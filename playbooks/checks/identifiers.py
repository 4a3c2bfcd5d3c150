"""Rules for ids: their form, their uniqueness, and that nothing lacks one.

They come from the public contract: lower-case ASCII words joined by "-", unique in the site, the
same in all languages, never derived from a translated title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ..model.blocks import Tasks
from ..model.identifiers import is_identifier, shown
from ..model.pages import STAGES, Page, Site
from ..model.places import Place, Problem

PLAYBOOK_META = ("order", "title", "situation", "description", "time", "who", "channel")
PAGE_META = ("title", "description")
MARKS = re.compile(r"\*\*|``?|\]\(|__|~~|<(?=[a-z/])")
LIST = re.compile(r"\s+(?:[-*+]|\d+\.)\s(?!\[[ xX]\])")
TELLING = 12  # characters of a value that two keys do not share by chance
OURS = ("__", "playbooks-")  # how ids of the theme begin
BESIDE_TEMPLATES = ("blanks", "blanks-title", "blanks-keep-help")


def check(site: Site) -> Iterator[Problem]:
    for page in site.pages:
        yield from _meta(page)
        yield from _forms(page)
        yield from _headings(page, is_alone=len(site.languages) == 1)
        yield from _rules(page)
    for language in site.languages:
        yield from _uniqueness(site, language)
        yield from _orders(site, language)


def _meta(page: Page) -> Iterator[Problem]:
    if not page.meta or page.given or page.is_ordinary:
        return  # it could not be read, and that is reported; or it is the engine's; or it names itself
    required = PLAYBOOK_META if page.is_playbook else PAGE_META
    for key in required:
        if page.meta.get(key) in (None, ""):
            before = required[: required.index(key)]
            place = next((page.place_of(name) for name in reversed(before) if name in page.lines), page.place)
            slip = next((name for name in page.meta if _slip(name, page) == key), "")
            if slip:
                sentence = f"the front matter has no {key}:; is {slip}: meant?"
                yield Problem(page.place_of(slip), sentence, "front-matter-key")
                continue
            yield Problem(place, f"the front matter has no {key}:", "front-matter-key")
    if page.meta.get("stage") not in (None, *STAGES):
        stages = ", ".join(STAGES)
        yield Problem(
            page.place_of("stage"),
            f"stage: {page.meta['stage']} is no part of a project; there are {stages}",
            "front-matter-value",
        )
    if page.is_playbook and not isinstance(page.meta.get("order") or 0, int):
        place = page.place_of("order")
        yield Problem(place, "order: must be a whole number, such as order: 20", "front-matter-value")
    yield from _texts(page)


def is_slip(key: str, page: Page) -> bool:
    """Whether a key of the front matter is another one that the page needs and lacks, misspelt."""
    return bool(_slip(key, page))


def _slip(key: str, page: Page) -> str:
    required = PLAYBOOK_META if page.is_playbook else PAGE_META
    if key in required:
        return ""
    near = get_close_matches(key, [name for name in required if name not in page.meta], 1, 0.8)
    return near[0] if near else ""


def _texts(page: Page) -> Iterator[Problem]:
    """One value under two keys: one of them was pasted."""
    seen: dict[str, str] = {}
    for key in ("description", "time", "who", "channel"):
        text = page.meta.get(key)
        if not isinstance(text, str) or len(text) < TELLING:
            continue
        if (first := seen.setdefault(text.casefold(), key)) != key:
            sentence = f"{key}: says the same as {first}:"
            yield Problem(page.place_of(key), sentence, "front-matter-value")


def _forms(page: Page) -> Iterator[Problem]:
    owner = page.slug
    if page.is_playbook and not is_identifier(owner):
        yield Problem(page.place, f"the file name “{owner}” must be lower-case words joined by -", "id-form")
    for template in page.templates:
        start = f"{owner}-{template.channel}"
        fits = template.id == start or template.id.startswith(start + "-")
        if not fits or not is_identifier(template.id):
            sentence = f"the id “{shown(template.id)}” must be {start} or {start}-word, in lower-case ASCII"
            yield Problem(template.place, sentence, "id-form")
    for checklist in page.checklists:
        if checklist.id != f"{owner}-checklist":
            sentence = f"the id of this checklist is “{checklist.id}”; it must be {owner}-checklist"
            yield Problem(checklist.place, sentence, "id-form")
        for item in checklist.items:
            if not is_identifier(item.id):
                sentence = f"the item id “{item.id}” must be lower-case words joined by -"
                yield Problem(item.place, sentence, "id-form")


def _rules(page: Page) -> Iterator[Problem]:
    """What an author cannot see while writing: where playbooks stand, who prints the title, what rows can hold."""
    if page.path.startswith("playbooks/") and page.path.count("/") > 1 and not page.given:
        sentence = "this is no playbook, as it stands in a folder of its own; move it up into playbooks/"
        yield Problem(page.place, sentence, "file")
    if page.is_playbook:
        for heading in page.headings:
            if heading.level == 1:
                sentence = "the title of the page is printed from title: above; begin this heading with ##"
                yield Problem(heading.place, sentence, "title-twice")
    for checklist in page.checklists:
        for item in checklist.items:
            if found := MARKS.search(item.text):
                sentence = f"a row of a checklist is plain words; take out {found[0][:2]}"
                yield Problem(item.place, sentence, "checklist")
    known = {item.place.line for checklist in page.checklists for item in checklist.items}
    lines = page.text.split("\n")
    for block in page.blocks:
        if not isinstance(block, Tasks) or not known & {task.line + page.offset for task in block.items}:
            continue
        for number in range(block.start, min(block.end + 1, len(lines) + 1)):
            if LIST.match(lines[number - 1]):
                sentence = (
                    "a row of a checklist holds no list of its own; make it a row, or words of the row above"
                )
                yield Problem(Place(page.place.path, number + page.offset), sentence, "checklist")


def _orders(site: Site, language: str) -> Iterator[Problem]:
    """Two playbooks with one order: come first as it happens."""
    seen: dict[int, Page] = {}
    for page in site.playbooks(language):
        order = page.meta.get("order")
        if isinstance(order, int) and (first := seen.setdefault(order, page)) is not page:
            sentence = (
                f"order: {order} is that of {first.place_of('order')} too; give each playbook a number of its own"
            )
            yield Problem(page.place_of("order"), sentence, "front-matter-value")


def _headings(page: Page, is_alone: bool) -> Iterator[Problem]:
    """Nobody has to match the headings of a page that is no playbook where there is one language."""
    opening = {block.start + page.offset for block in page.opening}
    for heading in page.headings:
        if heading.place.line in opening or (heading.id is None and is_alone and not page.is_playbook):
            continue
        if heading.id is None:
            sentence = f"the heading “{heading.text}” has no id; end it with {{#some-id}}"
            yield Problem(heading.place, sentence, "id-missing")
        elif not is_identifier(heading.id):
            sentence = f"the heading id “{heading.id}” must be lower-case words joined by -"
            yield Problem(heading.place, sentence, "id-form")


def _on_page(page: Page) -> Iterator[tuple[str, Place]]:
    """Every id that becomes a fragment of the page, a checklist's by its heading."""
    if page.is_playbook:
        yield page.slug, page.place
    for heading in page.headings:
        if heading.id:
            yield heading.id, heading.place
    for template in page.templates:
        yield template.id, template.place


def _is_taken(identifier: str, page: Page) -> bool:
    """Whether the theme gives this id to an element of such a page."""
    return identifier.startswith(OURS) or (bool(page.templates) and identifier in BESIDE_TEMPLATES)


def _uniqueness(site: Site, language: str) -> Iterator[Problem]:
    public: dict[str, Place] = {}
    for page in site.pages_of(language):
        checklists = {checklist.id for checklist in page.checklists}
        on_page: dict[str, Place] = {}
        for identifier, place in _on_page(page):
            if _is_taken(identifier, page):
                sentence = f"the id “{identifier}” is one that the page itself uses; choose another"
                yield Problem(place, sentence, "id-taken")
            if identifier in on_page:
                first = on_page[identifier]
                yield Problem(place, f"the id “{identifier}” is already used in line {first.line}", "id-twice")
                continue
            on_page[identifier] = place
            is_public = identifier in checklists or any(t.id == identifier for t in page.templates)
            if not (is_public or (page.is_playbook and identifier == page.slug)):
                continue
            if identifier in public:
                yield Problem(place, f"the id “{identifier}” is already used at {public[identifier]}", "id-twice")
            public[identifier] = place
        for checklist in page.checklists:
            seen: set[str] = set()
            for item in checklist.items:
                if item.id in seen:
                    sentence = f"the item id “{item.id}” stands twice in {checklist.id}"
                    yield Problem(item.place, sentence, "id-twice")
                seen.add(item.id)
