"""/feed.xml, /fr/feed.xml …: what changed, as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..changes import Change
from ..languages import prefix
from ..places import FEED
from ..strings import strings
from ..targets import Target

NAMESPACE = "http://www.w3.org/2005/Atom"


def path(language: str) -> str:
    return f"{prefix(language)}{FEED}"


def feed(changes: Sequence[Change], known: Mapping[str, Target], language: str, site_url: str) -> str:
    """The document. Its ids are addresses, so it needs the site's address and at least one change."""
    texts = strings(language)
    address = site_url + path(language)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": language})
    _add(root, "id", address)
    _add(root, "title", texts("feed.title").replace("{name}", texts("site.name")))
    _add(root, "subtitle", texts("feed.text"))
    _add(root, "updated", _moment(changes[0]))
    _add(_add(root, "author"), "name", texts("site.name"))
    _add(root, "link", rel="self", type="application/atom+xml", href=address)
    _add(root, "link", rel="alternate", type="text/html", hreflang=language, href=site_url + prefix(language))
    for change in changes:
        _entry(root, change, known, language, site_url)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, change: Change, known: Mapping[str, Target], language: str, site_url: str) -> None:
    about = [known[name] for name in change.ids if name in known and language in known[name].pages]
    entry = _add(root, "entry")
    _add(entry, "id", f"{site_url}{path(language)}#{change.id}")
    _add(entry, "title", change.title[language])
    _add(entry, "updated", _moment(change))
    place = about[0].address(language) if len(about) == 1 else f"{prefix(language)}playbooks/"
    _add(entry, "link", rel="alternate", type="text/html", hreflang=language, href=site_url + place)
    _add(entry, "content", _html(change.text[language], about, language, site_url), type="html")


def _html(text: str, about: Sequence[Target], language: str, site_url: str) -> str:
    """A paragraph and the list of what it is about."""
    box = Element("div")
    _add(box, "p", text)
    rows = _add(box, "ul") if about else box
    for target in about:
        _add(_add(rows, "li"), "a", target.title(language), href=f"{site_url}go/{target.id}/?lang={language}")
    return tostring(box, encoding="unicode", method="html")


def _moment(change: Change) -> str:
    return f"{change.date.isoformat()}T00:00:00Z"


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    child = SubElement(parent, tag, attributes)
    child.text = text
    return child
