"""What authors may put into a page beside Markdown: the one list of harmless HTML, and its sanitiser.

What is not in the list does not reach the page, and `losses` names it for the author. The judge is ammonia
(nh3), which reads HTML as browsers do; nothing here decides by a regular expression. Where it takes nothing
away, the page keeps its own bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import nh3

# Tags of Markdown itself, of its extensions (tables, definition lists, notes, tabs, highlighted code, icons),
# and the harmless ones that pages need.
TAGS = frozenset((
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "img", "input", "ins", "kbd", "label", "li", "mark", "nav", "ol", "p", "path", "pre", "q", "s",
    "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "u", "ul", "var", "wbr",
))  # fmt: skip
EVERYWHERE = frozenset(["aria-hidden", "aria-label", "class", "dir", "id", "lang", "role", "title"])
# The picker of links is the one part of a page that the engine fills (links/picker).
MARKS = frozenset(("data-link-picker",))
ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset(("download", "href", "hreflang", "rel", "target")),
    "col": frozenset(("span",)),
    "colgroup": frozenset(("span",)),
    "details": frozenset(("open",)),
    "div": MARKS,
    "img": frozenset(("alt", "height", "loading", "src", "width")),
    "input": frozenset(("checked", "disabled", "name", "type")),  # tabs and task lists of pymdown-extensions
    "label": frozenset(("for",)),
    "li": frozenset(("value",)),
    "ol": frozenset(("reversed", "start", "type")),
    "path": frozenset(("d",)),
    "span": frozenset(("data-linenos",)),  # numbers of lines beside code
    "svg": frozenset(("viewBox", "xmlns")),
    "td": frozenset(("align", "colspan", "rowspan")),
    "th": frozenset(("align", "colspan", "rowspan", "scope")),
}
SCHEMES = frozenset(("http", "https", "mailto", "sms", "tel"))
# Ids that the theme's scripts look for: an element of an author with one of them would take their place.
IDS = frozenset(("__config", "__consent", "__drawer", "__main", "__palette", "__search", "__settings", "__toc"))
OWN_IDS = ("playbooks-",)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
INVISIBLE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")

COMMENT = "<!-- … --> with HTML in it"
Token = tuple[str, str, tuple[tuple[str, str], ...]]


def clean(html: str) -> tuple[str, list[str]]:
    """The HTML without what is not harmless, and what that was: “<script>”, “onclick of <a>”, each once."""
    if "<" not in html:  # without a tag there is nothing that could harm: headings are cleaned one by one
        return html, []
    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"*": set(EVERYWHERE), **{tag: set(names) for tag, names in ATTRIBUTES.items()}},
        attribute_filter=_attribute,
        clean_content_tags={"script", "style"},
        link_rel=None,
        url_schemes=set(SCHEMES),
    )
    if cleaned == html or ("&nbsp;" not in html and cleaned.replace("&nbsp;", "\xa0") == html):
        return html, []
    before, after = _tokens(html), _tokens(cleaned)
    if before == after:
        return html, []
    return cleaned, _losses(before, after)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute, or None where it is not harmless."""
    allowed = {
        "id": lambda: value not in IDS and not value.startswith(OWN_IDS),
        "href": lambda: is_link(value),
        "src": lambda: is_own_file(value),
        "type": lambda: tag != "input" or value in ("checkbox", "radio"),
        "target": lambda: value == "_blank",
        "for": lambda: value not in IDS,
    }
    return value if allowed.get(name, lambda: True)() else None


def is_link(address: str) -> bool:
    """Whether a link leads to a page, a file of the site, or somebody's mail or telephone."""
    bare = INVISIBLE.sub("", address)
    if bare.startswith(("//", "\\", "/\\")):
        return False
    scheme = SCHEME.match(bare)
    return not scheme or scheme[0][:-1].lower() in SCHEMES


def is_own_file(address: str) -> bool:
    """Whether an image comes from the site itself."""
    return is_link(address) and not SCHEME.match(INVISIBLE.sub("", address))


def _losses(before: list[Token], after: list[Token]) -> list[str]:
    """What stands in `before` and no more in `after`. A comment with HTML in it hides what browsers may see."""
    lost = Counter(tag for kind, tag, _ in before if kind == "start")
    lost.subtract(tag for kind, tag, _ in after if kind == "start")
    found = [f"<{tag}>" for tag, count in lost.items() if count > 0]
    names = Counter(_attributes(before))
    names.subtract(_attributes(after))
    for (tag, name, value), count in names.items():
        if count > 0 and lost[tag] <= 0:
            shown = f" “{value}”" if name in ("href", "src", "id") else ""
            found.append(f"{name}{shown} of <{tag}>")
    if any(kind == "comment" and re.search("[<>]", text) for kind, text, _ in before):
        found.append(COMMENT)
    return found


def _attributes(tokens: list[Token]) -> Iterator[tuple[str, str, str]]:
    for kind, tag, attributes in tokens:
        if kind == "start":
            for name, value in attributes:
                yield tag, name, value


class _Reader(HTMLParser):
    """Collects what a page is made of, comments left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []
        self.text: list[str] = []

    def end_of_text(self) -> None:
        if self.text:
            self.tokens.append(("text", "".join(self.text), ()))
            self.text = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.end_of_text()
        self.tokens.append(("start", tag, tuple(sorted((name, value or "") for name, value in attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.end_of_text()
        self.tokens.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.end_of_text()
        self.tokens.append(("comment", data, ()))

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)


def _tokens(html: str) -> list[Token]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_of_text()
    return reader.tokens
