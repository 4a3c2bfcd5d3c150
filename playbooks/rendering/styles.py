"""One style sheet for most pages: of the theme's only what they use, and ours; what only some pages have of ours,
such as lists, is a second one.

A page that has more of the theme in it than our templates make – tabs, admonitions, code that is copied – keeps
the theme's whole sheet. So what is cut depends on no page, and its name says what is in it: it can be kept for
ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = r'\s*<link rel="stylesheet" href="([^"]*){}">'
_THEME = re.compile(_LINK.format(r"assets/stylesheets/main\.[\w.]+\.css"))
_OURS = re.compile(_LINK.format(r"assets/stylesheets/playbooks\.css"))
# Elements, and types of folding blocks, that pages with this sheet do not have: it has no rules for them.
TAGS = (
    *(
        "abbr",
        "blockquote",
        "figcaption",
        "figure",
        "h5",
        "h6",
        "hr",
        "iframe",
        "img",
        "kbd",
        "pre",
        "small",
        "sub",
    ),
    *("sup", "video"),
)
TYPES = ("example", "note", "question", "warning")
_FOREIGN = re.compile(
    rf"""<(?:{"|".join(TAGS)})(?=[\s>/])|<details class="(?:{"|".join(TYPES)})\b|<body[^>]* dir="?rtl"""
    r"""|<t[dh][^>]* (?:align|role)=|<[ou]l[^>]* type=|class="(?:[^"]*\s)?(?:grid|cards?|keys|middle)(?![\w-])"""
)
_CLASS = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")


@dataclass(frozen=True)
class Some:
    """The sheet of what only some pages have, and the classes by which they are known."""

    address: str
    text: str
    classes: frozenset[str]


@dataclass(frozen=True)
class Styles:
    """The sheet, its address below the root of the site, and the classes of the theme that it has no rules for;
    `results` are the theme's rules for results of the search, which come with them."""

    address: str
    text: str
    lost: frozenset[str]
    some: Some
    results: str = ""

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """(path, text) of both sheets."""
        return ((self.address, self.text), (self.some.address, self.some.text))

    def fits(self, html: str) -> bool:
        """Whether a page looks the same with it."""
        return self.lost.isdisjoint(_classes(html)) and not _FOREIGN.search(html)

    def put(self, html: str) -> str:
        """The page with it in the place of the theme's sheet and of ours, if it fits."""
        theme = _THEME.search(html)
        if not theme or not _OURS.search(html) or not self.fits(html):
            return html
        wanted = [self.address, *([self.some.address] if self.some.classes & _classes(html) else [])]
        links = "".join(f'\n<link rel="stylesheet" href="{theme[1]}{address}">' for address in wanted)
        return _THEME.sub(lambda _: links, _OURS.sub("", html), count=1)


def _classes(html: str) -> set[str]:
    return {name for found in set(_CLASS.findall(html)) for value in found for name in value.split()}
