"""An independent checker: every address in the built site leads to something, every fragment to an element."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

HOST = "https://candour.example"
ADDRESSES = {"href", "src", "poster", "action", "data"}
META = re.compile(r"^\d+;\s*url=(?P<url>.+)$")
OUTSIDE = {"mailto", "tel", "data"}


class Page(HTMLParser):
    """The ids of a page and every address in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values[name] for name in ("id", *(["name"] if tag == "a" else [])) if name in values]
        self.addresses += [value for name, value in values.items() if name in ADDRESSES]
        if "srcset" in values:
            self.addresses += [part.split()[0] for part in values["srcset"].split(",") if part.strip()]
        if tag == "meta" and (match := META.match(values.get("content", ""))):
            self.addresses.append(match["url"])
        if tag == "meta" and values.get("property") in ("og:image", "og:url"):
            self.addresses.append(values["content"])


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Every page by its file's path in the site."""
    files = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): Page(path.read_text("utf-8")) for path in files}


def broken(site: Path, pages: dict[str, Page], name: str) -> list[str]:
    """What is wrong with the addresses of one page."""
    base = f"{HOST}/{name.removesuffix('index.html')}"
    found = []
    for address in pages[name].addresses:
        parts = urlsplit(urljoin(base, address))
        if parts.scheme in OUTSIDE:
            continue
        if f"{parts.scheme}://{parts.netloc}" != HOST:
            found.append(f"{name}: {address} leads out of the site")
            continue
        path = unquote(parts.path).lstrip("/")
        target = f"{path}index.html" if path == "" or path.endswith("/") else path
        if not (site / target).is_file():
            found.append(f"{name}: {address} leads nowhere")
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            found.append(f"{name}: {address} has no such place")
    return found


@pytest.mark.quick
def test_every_address_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    assert len(pages) > 150
    assert [fault for name in pages for fault in broken(site, pages, name)] == []


def test_every_id_stands_once_on_its_page(pages: dict[str, Page]) -> None:
    doubled = {name: sorted({i for i in page.ids if page.ids.count(i) > 1}) for name, page in pages.items()}
    assert {name: ids for name, ids in doubled.items() if ids} == {}


def test_style_sheets_ask_for_nothing_that_is_missing(site: Path) -> None:
    for sheet in sorted(site.rglob("*.css")):
        for match in re.finditer(r"url\(\s*['\"]?(?P<url>[^'\")]+)", sheet.read_text("utf-8")):
            if not match["url"].startswith(("data:", "#")):
                assert (sheet.parent / match["url"].partition("?")[0]).resolve().is_file(), (
                    f"{sheet}: {match['url']}"
                )


def test_scripts_import_only_what_is_there(site: Path) -> None:
    scripts = sorted(path for path in (site / "assets").rglob("*.js") if ".min." not in path.name)
    assert len(scripts) > 20
    for script in scripts:
        for match in re.finditer(
            r"(?:from|import)\s*\(?['\"](?P<url>\.\.?/[^'\"]+)['\"]", script.read_text("utf-8")
        ):
            assert (script.parent / match["url"]).resolve().is_file(), f"{script.name}: {match['url']}"
