"""The Python-Markdown extension: templates, checklists and typography.

It knows nothing of MkDocs. A preprocessor takes the blocks that `blocks.scan` finds out of the text
before any other extension sees them and leaves a mark; a block processor puts the finished tree
where the mark stood; a tree processor typesets all text that is not code. At the end our elements are
taken out once more while all that an author wrote is cleaned (see `harmless`), and put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from ..content import Content, read_content
from ..data.fields import Field
from ..languages.languages import FALLBACK, LANGUAGES
from ..languages.strings import strings
from ..languages.typography import typeset_pieces
from ..model.blocks import Fence, Tasks, Title
from ..model.checklists import Checklist, version
from ..model.pages import Page
from ..model.templates import Template
from ..project import read_project
from ..reading.limits import within
from ..reading.pages import read_page
from .elements import checklist_element, naming, template_element
from .harmless import clean

NAME = "playbooks.markdown"  # as it is listed under markdown_extensions
EXTENSIONS: dict[str, dict[str, Any]] = {
    "attr_list": {},
    "def_list": {},
    "md_in_html": {},
    "pymdownx.superfences": {},
    "tables": {"use_align_attribute": True},  # whichever it says, a class comes of it (Alignment)
    "toc": {"permalink": False, "toc_depth": "2-3"},
    NAME: {},
}
HIDDEN = "a template or checklist inside HTML"
MARK = re.compile("^\u0002playbooks:(\\d+)\u0003$")
ALIGNED = re.compile(r"text-align:\s*(\w+);?")
SIDES = ("left", "center", "right")
CODE = {"code", "pre", "kbd", "samp", "script", "style", "math"}
INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "input", "ins", "kbd", "label",
          "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup"}  # fmt: skip


class PlaybooksExtension(Extension):
    """Options: `language` of the page; `content`, everything that was read (see `content.Content`), from which
    come the labels of blanks, the languages and the versions of checklist rows; `page`, the page that is
    rendered, as it was read. Without them a text is rendered for itself: blanks are named by their ids. Where
    no adapter gives the content, as in other generators, `project` names the mkdocs.yml to read it from."""

    def __init__(self, **options: Any) -> None:
        self.config = {  # nothing is (): Python-Markdown takes what is None by default for a truth value
            "language": [FALLBACK, "Language of the page"],
            "content": [(), "Everything that was read"],
            "page": [(), "The page as it was read"],
            "project": ["", "The mkdocs.yml that says where the content is, if nobody gives it"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (name of the base class)
        language = self.getConfig("language")
        project = self.getConfig("project")
        content = self.getConfig("content") or (_content_of(project) if project else None)
        preprocessor = BlocksPreprocessor(md, language, content, self.getConfig("page") or None)
        # before fenced code (25), after whitespace is normalised (30)
        md.preprocessors.register(preprocessor, "playbooks", 27)
        md.parser.blockprocessors.register(MarkProcessor(md.parser, preprocessor), "playbooks", 200)
        # after inline markup (20) and attributes (8), before the table of contents reads the headings (5)
        md.treeprocessors.register(TypographyProcessor(md, language), "playbooks-typography", 7)
        md.treeprocessors.register(Alignment(md), "playbooks-alignment", 6)
        # last of all: MkDocs rewrites links (0) and finds titles (-1) in the tree
        shelf = Shelf(md, preprocessor)
        md.treeprocessors.register(shelf, "playbooks-shelf", -100)
        md.postprocessors.register(Cleaner(md, shelf), "playbooks-cleaner", -100)
        md.registerExtension(self)
        self.preprocessor = preprocessor
        self.shelf = shelf

    def reset(self) -> None:
        self.preprocessor.elements.clear()
        self.shelf.held.clear()
        self.shelf.losses.clear()

    @property
    def losses(self) -> list[str]:
        """What was taken out of the text that was rendered last: “<script>”, “onclick of <a>”."""
        return self.shelf.losses


@cache
def _content_of(project: str) -> Content:
    """What a project holds; read once, as other generators make an extension anew for each page."""
    return read_content(read_project(Path(project)))


class BlocksPreprocessor(Preprocessor):
    """Turns the lines of templates and checklists into elements, and leaves marks."""

    def __init__(self, md: markdown.Markdown, language: str, content: Content | None, page: Page | None) -> None:
        super().__init__(md)
        self.texts = content.texts[language] if content else strings(language)
        self.fields: Mapping[str, Field] = content.fields if content else {}
        self.languages = list(content.site.languages if content else LANGUAGES)
        self.versions: Mapping[str, Mapping[str, str]] = content.site.item_versions if content else {}
        self.page = page
        self.elements: list[Element] = []

    def run(self, lines: list[str]) -> list[str]:
        lines, _ = within(lines)
        page, first = self._page("\n".join(lines))
        templates = {template.place.line - page.offset: template for template in page.templates}
        checklists = {checklist.place.line - page.offset: checklist for checklist in page.checklists}
        out: list[str] = []
        opening = self.page.opening if self.page else ()  # the theme shows it
        for block in page.blocks:
            if block in opening:
                continue
            if isinstance(block, Fence) and block.start in templates:
                out += self._mark(self._template(templates[block.start]))
            elif isinstance(block, Title) and block.start in checklists:
                continue
            elif isinstance(block, Tasks) and block.heading and block.heading.start in checklists:
                out += self._mark(self._checklist(checklists[block.heading.start], block.heading.level))
            elif block.end > first:
                out += lines[block.start - 1 - first : block.end - first]
        return out + lines[page.blocks[-1].end - first :]

    def _page(self, text: str) -> tuple[Page, int]:
        """The page as it was read, and how many of its lines are not in the text.

        MkDocs drops empty lines after the front matter. Where another plugin has changed the text, or the
        page is none of ours, it is read here.
        """
        page = self.page
        if page and page.text.strip("\n") == text.strip("\n"):
            return page, _empty_lines(page.text) - _empty_lines(text)
        return read_page(f"---\n---\n{text}", "page.md", self.texts, "page.md")[0], 0

    def _mark(self, element: Element) -> list[str]:
        self.elements.append(element)
        return ["", f"\u0002playbooks:{len(self.elements) - 1}\u0003", ""]

    def _template(self, template: Template) -> Element:
        return template_element(template, self.texts, naming(self.fields, self.texts.language), self.languages)

    def _checklist(self, checklist: Checklist, level: int) -> Element:
        own = {item.id: version([item.text]) for item in checklist.items}

        def item_version(item: str) -> str:
            return self.versions.get(checklist.id, own).get(item, own[item])

        return checklist_element(checklist, self.texts, level, item_version)


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


class Alignment(Treeprocessor):
    """Columns of tables are aligned by a class: the policy refuses styles in tags, and `align` is obsolete."""

    def run(self, root: Element) -> None:
        for cell in [node for node in root.iter() if node.tag in ("td", "th")]:
            written = cell.get("align") or (ALIGNED.fullmatch(cell.get("style", "")) or ("", ""))[1]
            if written not in SIDES:
                continue
            cell.attrib.pop("style", None)
            cell.attrib.pop("align", None)
            cell.set("class", f"{cell.get('class', '')} align-{written}".strip())


class Shelf(Treeprocessor):
    """Takes our finished elements out of the tree, for the time in which the rest is cleaned."""

    def __init__(self, md: markdown.Markdown, source: BlocksPreprocessor) -> None:
        super().__init__(md)
        self.source = source
        self.held: dict[str, str] = {}
        self.losses: list[str] = []
        self.secret = token_hex(8)  # so that no author can write one; it never reaches a page

    def run(self, root: Element) -> None:
        ours = {id(element) for element in self.source.elements}
        for parent in [node for node in root.iter() if any(id(child) in ours for child in node)]:
            for place, child in enumerate(list(parent)):
                if id(child) in ours:
                    parent[place] = self._stand_in(child)

    def _stand_in(self, element: Element) -> Element:
        token = f"playbooks-{self.secret}-{len(self.held)}"
        tail, element.tail = element.tail, None
        html = str(self.md.serializer(element)).replace(AMP_SUBSTITUTE, "&")
        stand_in = Element("div")
        stand_in.text, stand_in.tail = AtomicString(token), tail
        self.held[f"<div>{token}</div>"] = html
        return stand_in


class Cleaner(Postprocessor):
    """Cleans the page and puts our elements back. Where one has no place left, that is a loss."""

    def __init__(self, md: markdown.Markdown, shelf: Shelf) -> None:
        super().__init__(md)
        self.shelf = shelf

    def run(self, text: str) -> str:
        text, losses = clean(text)
        self.shelf.losses[:] = losses
        for stand_in, html in self.shelf.held.items():
            if text.count(stand_in) == 1:
                text = text.replace(stand_in, html)
            else:
                self.shelf.losses.append(HIDDEN)
        if len(self.shelf.held) < len(self.shelf.source.elements):
            self.shelf.losses.append(HIDDEN)
        return text.replace(self.shelf.secret, "")


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


def _empty_lines(text: str) -> int:
    """How many a text begins with."""
    return len(text) - len(text.lstrip("\n"))


def default_extensions(options: dict[str, Any]) -> dict[str, Any]:
    """The arguments with which every site of playbooks makes its Markdown; `options` are those of ours."""
    return {
        "extensions": list(EXTENSIONS),
        "extension_configs": {**EXTENSIONS, NAME: options},
    }


def losses(md: markdown.Markdown, text: str) -> list[str]:
    """What is taken out of a text when it is rendered, each once."""
    md.convert(text)
    (own,) = (extension for extension in md.registeredExtensions if isinstance(extension, PlaybooksExtension))
    return list(own.losses)


def makeExtension(**options: Any) -> PlaybooksExtension:  # noqa: N802 (the name Python-Markdown looks for)
    return PlaybooksExtension(**options)
