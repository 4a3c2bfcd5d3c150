"""The Python-Markdown extension: templates, checklists and typography.

It knows nothing of MkDocs. A preprocessor takes the blocks that `blocks.scan` finds out of the text
before any other extension sees them and leaves a mark; a block processor puts the finished tree
where the mark stood; a tree processor typesets all text that is not code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from .blocks import Fence, Tasks, Title, scan
from .elements import checklist_element, template_element
from .fields import Field
from .items import version
from .languages import LANGUAGES
from .limits import within
from .model import Checklist, Template
from .pages import read_page
from .strings import strings
from .typography import typeset_pieces

MARK = re.compile("^\u0002playbooks:(\\d+)\u0003$")
CODE = {"code", "pre", "kbd", "samp", "script", "style", "math"}
INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "input", "ins", "kbd", "label",
          "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup"}  # fmt: skip


class PlaybooksExtension(Extension):
    """Options: `language` of the page, `fields` by id (see `fields`), `languages` of the site, and
    `versions`: (checklist id, item id) → what changes when an item changes in any language."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "language": ["en", "Language of the page"],
            "fields": [{}, "Declared fields by id"],
            "languages": [list(LANGUAGES), "Languages of the site"],
            "versions": [{}, "Versions of checklist items"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (name of the base class)
        language = self.getConfig("language")
        preprocessor = BlocksPreprocessor(
            md, language, self.getConfig("fields"), self.getConfig("languages"), self.getConfig("versions")
        )
        # before fenced code (25), after whitespace is normalised (30)
        md.preprocessors.register(preprocessor, "playbooks", 27)
        md.parser.blockprocessors.register(MarkProcessor(md.parser, preprocessor), "playbooks", 200)
        # after inline markup (20), before the table of contents reads the headings (5)
        md.treeprocessors.register(TypographyProcessor(md, language), "playbooks-typography", 10)
        md.registerExtension(self)
        self.preprocessor = preprocessor

    def reset(self) -> None:
        self.preprocessor.elements.clear()


class BlocksPreprocessor(Preprocessor):
    """Turns the lines of templates and checklists into elements, and leaves marks."""

    def __init__(
        self,
        md: markdown.Markdown,
        language: str,
        fields: Mapping[str, Field],
        languages: list[str],
        versions: Mapping[tuple[str, str], str],
    ) -> None:
        super().__init__(md)
        self.language = language
        self.fields = fields
        self.languages = languages
        self.versions = versions
        self.elements: list[Element] = []

    def run(self, lines: list[str]) -> list[str]:
        lines, _ = within(lines)
        text = "\n".join(lines)
        page, _ = read_page(f"---\n---\n{text}", "page.md", self.language, "page.md")
        templates = {template.place.line - 2: template for template in page.templates}
        checklists = {checklist.place.line - 2: checklist for checklist in page.checklists}
        out: list[str] = []
        for block in scan(text):
            source = lines[block.start - 1 : block.end]
            if isinstance(block, Fence) and block.start in templates:
                out += self._mark(self._template(templates[block.start]))
            elif isinstance(block, Title) and block.start in checklists:
                continue
            elif isinstance(block, Tasks) and block.heading and block.heading.start in checklists:
                out += self._mark(self._checklist(checklists[block.heading.start], block.heading.level))
            else:
                out += source
        return out

    def _mark(self, element: Element) -> list[str]:
        self.elements.append(element)
        return ["", f"\u0002playbooks:{len(self.elements) - 1}\u0003", ""]

    def _template(self, template: Template) -> Element:
        return template_element(
            template, strings(self.language), self._text("label"), self.languages, self._text("example")
        )

    def _checklist(self, checklist: Checklist, level: int) -> Element:
        own = {item.id: version([item.text]) for item in checklist.items}

        def item_version(item: str) -> str:
            return self.versions.get((checklist.id, item), own[item])

        return checklist_element(checklist, strings(self.language), level, item_version)

    def _text(self, key: str) -> Callable[[str], str]:
        def text(name: str) -> str:
            field = self.fields.get(name)
            return getattr(field, key).get(self.language, name) if field else name

        return text


class MarkProcessor(BlockProcessor):
    """Puts the elements where their marks stand."""

    def __init__(self, parser: Any, source: BlocksPreprocessor) -> None:
        super().__init__(parser)
        self.source = source

    def test(self, parent: Element, block: str) -> bool:
        return bool(MARK.match(block.strip()))

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = MARK.match(blocks.pop(0).strip())
        assert match
        element = self.source.elements[int(match[1])]
        for node in element.iter():
            # words are not Markdown: stars and underscores in them stand for themselves
            node.text = AtomicString(node.text) if node.text else node.text
            node.tail = AtomicString(node.tail) if node.tail else node.tail
            node.attrib.update((key, _literal(value)) for key, value in node.items())
        parent.append(element)


class TypographyProcessor(Treeprocessor):
    """Typesets every run of text; markup inside a run does not cut it."""

    def __init__(self, md: markdown.Markdown, language: str) -> None:
        super().__init__(md)
        self.language = language

    def run(self, root: Element) -> None:
        for run in _runs(root):
            texts = [_get(node, key) for node, key in run]
            for (node, key), text in zip(run, typeset_pieces(texts, self.language), strict=True):
                if key != "code":
                    setattr(node, key, _literal(text) if isinstance(getattr(node, key), AtomicString) else text)


def _literal(text: str) -> str:
    """Words that look like an entity ("&amp;") are shown as typed; the serialiser would pass them on."""
    return text.replace("&", f"{AMP_SUBSTITUTE}amp;")


def _get(node: Element, key: str) -> str:
    return "0" if key == "code" else getattr(node, key) or ""


def _runs(block: Element) -> Iterator[list[tuple[Element, str]]]:
    """Runs of (element, "text" or "tail"); ("code") stands for code that is not to be touched."""
    run: list[tuple[Element, str]] = []

    def inline(node: Element) -> Iterator[list[tuple[Element, str]]]:
        nonlocal run
        if node.tag in CODE or AMP_SUBSTITUTE in (node.text or ""):  # an address of email, in disguise
            run.append((node, "code"))
            return
        if node.text:
            run.append((node, "text"))
        for child in node:
            if child.tag in INLINE:
                yield from inline(child)
            else:
                if run:
                    yield run
                run = []
                if child.tag not in CODE:
                    yield from _runs(child)
            if child.tail:
                run.append((child, "tail"))

    yield from inline(block)
    if run:
        yield run


def makeExtension(**options: Any) -> PlaybooksExtension:  # noqa: N802 (the name Python-Markdown looks for)
    return PlaybooksExtension(**options)
