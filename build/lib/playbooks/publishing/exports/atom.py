"""/feed.xml, /fr/feed.xml …: what changed, as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ...content import Content
from ...data.changes import Change
from ...model.layout import FEED
from ...model.pages import Site
from ...model.targets import Target

NAMESPACE = "http://www.w3.org/2005/Atom"


def path(site: Site, language: str) -> str:
    return f"{site.root(language)}{FEED}"


def feed(content: Content, language: str, site_url: str) -> str:
    """The document. Its ids are addresses, so it needs the site's address and at least one change."""
    texts = content.texts[language]
    site, changes = content.site, content.changes
    address = site_url + path(site, language)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": language})
    _add(root, "id", address)
    _add(root, "title", texts("feed.title").replace("{name}", texts("site.name")))
    _add(root, "subtitle", texts("feed.text"))
    _add(root, "updated", _moment(changes[0]))
    _add(_add(root, "author"), "name", texts("site.name"))
    _add(root, "link", rel="self", type="application/atom+xml", href=address)
    _add(root, "link", rel="alternate", type="text/html", hreflang=language, href=site_url + site.root(language))
    for change in changes:
        _entry(root, change, content, language, site_url)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, change: Change, content: Content, language: str, site_url: str) -> None:
    site, known = content.site, content.targets
    about = [known[name] for name in change.ids if name in known and language in known[name].pages]
    entry = _add(root, "entry")
    _add(entry, "id", f"{site_url}{path(site, language)}#{change.id}")
    _add(entry, "title", change.title[language])
    _add(entry, "updated", _moment(change))
    place = about[0].address(language) if len(about) == 1 else f"{site.root(language)}playbooks/"
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
