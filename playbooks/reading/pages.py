"""Read one Markdown file into a Page, with the problems met on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial

from ..languages.strings import Strings
from ..languages.typography import typeset
from ..model.blocks import Block, Fence, Tasks, Title
from ..model.channels import CHANNELS, Channel
from ..model.checklists import Checklist, Item
from ..model.pages import AT_THE_ROOT, Addressing, Heading, Link, Page, is_playbook
from ..model.places import Place, Problem
from ..model.templates import Paragraph, Template
from ..model.words import Words
from . import plain_yaml, script
from .blocks import read_attributes, scan
from .limits import within

QUOTED = re.compile(r"title=(?:'|[‘’“”„«])")
SUBJECT = re.compile(r"Subject:(?P<text>.*)")
LINK = re.compile(r"\]\((?P<target>[^)\s]{1,1000})(?:\s+\"[^\"]*\")?\)")
OPENING = re.compile(rf"(?:`{{3,}}|~{{3,}})(?:{'|'.join(sorted(CHANNELS))}) *\{{ *#")
BACKTICKS = re.compile("`+")
KEY = re.compile(r"(?P<key>[\w-]+) *:")
FLAGS = {"bad-news", "meeting"}
ASKED = "asked"
TYPESET_META = ("title", "situation", "description", "time", "who", "channel")


def read_page(
    source: str, path: str, texts: Strings, shown_path: str, addressing: Addressing = AT_THE_ROOT
) -> tuple[Page, list[Problem]]:
    """Read the text of a file in the language of `texts`, which name the speakers.

    `path` is relative to the tree of its language; `shown_path` is what problems call it; `addressing`
    says how its address is made.
    """
    language = texts.language
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")  # as some editors of Windows save
    lines, faults = within(source.split("\n"))
    meta, text, offset, problems = _front_matter("\n".join(lines), shown_path, language, is_playbook(path))
    problems += [Problem(Place(shown_path, line), sentence, "too-long") for line, sentence in faults]
    reader = _Reader(texts, shown_path, offset, is_playbook(path), text.count("\n") + 1)
    blocks = tuple(scan(text))
    for block in blocks:
        reader.take(block)
    page = Page(
        path=path,
        language=language,
        place=Place(shown_path, 1),
        meta=meta,
        text=text,
        blocks=blocks,
        offset=offset,
        addressing=addressing,
        headings=tuple(reader.headings),
        templates=tuple(reader.templates),
        checklists=tuple(reader.checklists),
        links=tuple(reader.links),
        lines=_lines(lines[:offset]),
    )
    return page, problems + reader.problems


def _lines(front: Sequence[str]) -> dict[str, int]:
    """Where the keys of the front matter stand."""
    found = ((KEY.match(line), number) for number, line in enumerate(front, 1))
    return {key["key"]: number for key, number in found if key}


def _front_matter(
    source: str, path: str, language: str, is_needed: bool
) -> tuple[dict[str, object], str, int, list[Problem]]:
    """Values, the rest of the text, the number of lines before it, problems."""
    end = _end_of_front_matter(source)
    if end is None:
        problem = Problem(
            Place(path, 1),
            "the page has no front matter; begin it with the lines ---, title: …, ---",
            "front-matter",
        )
        return {}, source, 0, [problem] if is_needed else []
    lines = source.split("\n")
    rest, offset = "\n".join(lines[end + 1 :]), min(end + 1, len(lines) - 1)
    try:
        values = plain_yaml.load("\n".join(lines[1:end]) + "\n") or {}
    except plain_yaml.UnreadableError as error:
        sentence = error.said("the front matter cannot be read")
        return {}, rest, offset, [Problem(Place(path, 1 + error.line), sentence, "front-matter")]
    if not isinstance(values, Mapping):
        return (
            {},
            rest,
            offset,
            [Problem(Place(path, 2), "the front matter must be lines of key: value", "front-matter")],
        )
    meta = {str(key): value for key, value in values.items()}
    problems = []
    where = _lines(lines[: end + 1])
    for key in TYPESET_META:
        value = meta.get(key)
        if isinstance(value, list | dict):
            sentence = f"{key}: must be a text, not a list; put it in quotes"
            problems.append(Problem(Place(path, where.get(key, 1)), sentence, "front-matter-value"))
            del meta[key]
        elif isinstance(value, bool):
            typed = lines[where[key] - 1].partition(":")[2].strip() if key in where else str(value).lower()
            sentence = f'{key}: {typed} is read as {str(value).lower()}; put it in quotes: {key}: "{typed}"'
            problems.append(Problem(Place(path, where.get(key, 1)), sentence, "front-matter-value"))
            del meta[key]
        elif value is None and key in where and lines[where[key] - 1].partition(":")[2].lstrip().startswith("#"):
            typed = lines[where[key] - 1].partition(":")[2].strip()
            sentence = f'what follows # is a comment; put it in quotes: {key}: "{typed}"'
            problems.append(Problem(Place(path, where[key]), sentence, "front-matter-value"))
        elif value is not None:
            meta[key] = typeset(str(value), language)
    if ASKED in meta and not _is_list_of_texts(meta[ASKED]):
        sentence = f"{ASKED}: must be a list of texts, such as [one, another]; put yes, no and numbers in quotes"
        problems.append(Problem(Place(path, where.get(ASKED, 1)), sentence, "front-matter-value"))
        del meta[ASKED]
    return meta, rest, offset, problems


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _end_of_front_matter(source: str) -> int | None:
    """The number of the line that closes it, counted from 0."""
    lines = (line.rstrip(" \t") for line in source.split("\n"))
    if next(lines) != "---":
        return None
    return next((number for number, line in enumerate(lines, 1) if line == "---"), None)


def without_code(text: str) -> str:
    """The text without its code spans: what stands between two equal rows of backticks."""
    marks = list(BACKTICKS.finditer(text))
    following: dict[int, int] = {}  # the next mark of the same length, by the number of a mark
    last: dict[int, int] = {}
    for number in range(len(marks) - 1, -1, -1):
        length = len(marks[number][0])
        if length in last:
            following[number] = last[length]
        last[length] = number
    out, at, number = [], 0, 0
    while number < len(marks):
        if number in following:
            out.append(text[at : marks[number].start()])
            number = following[number]
            at = marks[number].end()
        number += 1
    return "".join([*out, text[at:]])


class _Reader:
    """Collects what the blocks of one page hold. Lines are those of the file."""

    def __init__(self, texts: Strings, path: str, offset: int, in_playbook: bool, last: int) -> None:
        self.in_playbook, self.last = in_playbook, last
        self.texts = texts
        self.path = path
        self.offset = offset
        self.typeset = partial(typeset, language=texts.language)
        self.headings: list[Heading] = []
        self.templates: list[Template] = []
        self.checklists: list[Checklist] = []
        self.links: list[Link] = []
        self.problems: list[Problem] = []

    def take(self, block: Block) -> None:
        if isinstance(block, Fence):
            self._fence(block)
        elif isinstance(block, Title):
            place = self._place(block.start)
            self.headings.append(Heading(block.id, block.level, self.typeset(block.text), place))
            self._links(block.text, place)
        elif isinstance(block, Tasks):
            self._tasks(block)
        else:
            self._links(block.text, self._place(block.start))

    def _place(self, line: int) -> Place:
        return Place(self.path, line + self.offset)

    def _problem(self, line: int, sentence: str, code: str) -> None:
        self.problems.append(Problem(self._place(line), sentence, code))

    def _links(self, text: str, place: Place) -> None:
        for match in LINK.finditer(without_code(text)):
            self.links.append(Link(match["target"], place))

    def _fence(self, fence: Fence) -> None:
        if not fence.closed:
            where = f" above {self._place(fence.end + 1)}" if fence.end < self.last else ""
            sentence = f"the block opened by ```{fence.word} is not closed; end it with ```{where}"
            self._problem(fence.start, sentence, "block-open")
        if not fence.claims_to_be_template:
            self._swallowed(fence)
            return
        if not fence.is_template:
            channels = ", ".join(sorted(CHANNELS))
            said = f"“{fence.word}” is not a channel" if fence.word else "this block names no channel"
            is_slip = not fence.word or get_close_matches(fence.word, CHANNELS, 1)
            advice = "" if is_slip else "; a block of code carries no {#id}"
            self._problem(fence.start, f"{said}; the channels are {channels}{advice}", "channel")
            return
        template = self._template(fence, CHANNELS[fence.word])
        if template:
            self.templates.append(template)

    def _swallowed(self, fence: Fence) -> None:
        """A bare ``` that takes in the next template, because the line that opens the one above it is lost."""
        inside = next((line for line in fence.lines if not fence.word and OPENING.match(line)), None)
        if inside:
            sentence = (
                "this ``` takes in the template below it; put back the line that opens the one above: "
                '```email {#… title="…"}'
            )
            self._problem(fence.start, sentence, "block-open")

    def _template(self, fence: Fence, channel: Channel) -> Template | None:
        attributes = read_attributes(fence.attributes)
        quoted = bool(QUOTED.search(fence.attributes or ""))
        if quoted:
            self._problem(fence.start, 'put the title between straight quotes: title="…"', "attributes")
        for odd in attributes.odd if not quoted else ():
            self._problem(fence.start, f'“{odd}” in the braces is neither #id, .flag nor title="…"', "attributes")
        for flag in sorted(attributes.flags - FLAGS):
            self._problem(
                fence.start,
                f"“.{flag}” is not a flag of a template; there are .bad-news and .meeting",
                "attributes",
            )
        if "meeting" in attributes.flags and not channel.is_script:
            self._problem(
                fence.start, f".meeting is for the script of a meeting; this is a {channel}", "attributes"
            )
        if not attributes.id:
            self._problem(
                fence.start,
                f'the {channel} has no id; write ```{channel} {{#playbook-{channel} title="…"}}',
                "id-missing",
            )
            return None
        if not attributes.title and not quoted:
            self._problem(fence.start, f'the template {attributes.id} has no title="…"', "template-title")
        subject, lines, first = self._subject(fence, channel, attributes.id)
        body = self._body(lines, first, channel)
        if not body:
            self._problem(fence.start, f"the template {attributes.id} has no words", "template-empty")
        for words, place in [(subject, self._place(fence.start)), *((p.words, p.place) for p in body)]:
            if words and words.fault:
                self.problems.append(Problem(place, words.fault, "grammar"))
        return Template(
            id=attributes.id,
            channel=channel,
            title=self.typeset(attributes.title or attributes.id),
            subject=subject,
            body=body,
            bad_news="bad-news" in attributes.flags,
            is_meeting="meeting" in attributes.flags,
            place=self._place(fence.start),
        )

    def _subject(
        self, fence: Fence, channel: Channel, identifier: str
    ) -> tuple[Words | None, tuple[str, ...], int]:
        """The subject of an email, the lines of the body, and the number of the first of them."""
        first = fence.start + 1 + self.offset
        if not channel.has_subject:
            return None, fence.lines, first
        for at, line in enumerate(fence.lines):
            if not line.strip():
                continue
            match = SUBJECT.match(line)
            if match and (subject := match["text"].strip()):
                return Words.read(self.typeset(subject)), fence.lines[at + 1 :], first + at + 1
            break
        self._problem(
            fence.start, f"the {channel} {identifier} has no subject; its first line must be Subject: …", "subject"
        )
        return None, fence.lines, first

    def _body(self, lines: tuple[str, ...], first: int, channel: Channel) -> tuple[Paragraph, ...]:
        if not channel.is_script:
            return script.plain(lines, self.path, first, self.typeset)
        speakers = {name: key for key, name in self.texts.group("speakers").items()}
        found, problems = script.phone(lines, self.path, first, self.typeset, speakers)
        self.problems += problems
        return tuple(found)

    def _tasks(self, tasks: Tasks) -> None:
        heading = tasks.heading
        has_ids = any(task.id for task in tasks.items) or bool(heading and heading.id)
        if not (self.in_playbook or has_ids):
            return  # a list of tasks as any page of MkDocs may have
        if heading is None or heading.id is None:
            self._problem(
                tasks.start,
                "a checklist stands right under a heading with its id, such as "
                "## Before you call {#announce-a-delay-checklist}",
                "checklist",
            )
            return
        for task in tasks.items:
            if task.nested:
                self._problem(
                    task.line, "this row of the checklist is indented; rows stand at the margin", "checklist"
                )
            if task.id is None:
                self._problem(
                    task.line, "this row of the checklist has no id; end it with {#some-id}", "id-missing"
                )
        items = tuple(
            Item(task.id, self.typeset(task.text), self._place(task.line)) for task in tasks.items if task.id
        )
        place = self._place(heading.start)
        self.checklists.append(Checklist(heading.id, self.typeset(heading.text), items, place))
