"""What a cold visit costs: requests, and bytes as hosts send them, gzipped. Times are not here."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from catalogue import LANGUAGES, playbook_path
from playwright.sync_api import Page, Request
from reading import read_page

Opener = Callable[..., Page]

LONGEST = "own-a-mistake"
FETCHED = ("stylesheet", "modulepreload", "icon")
# kind of page: its path, most requests, most bytes of the page itself, most bytes of all
KINDS = {
    "playbook": (f"playbooks/{LONGEST}/", 6, 14_300, 43_400),
    "home": ("", 6, 5_400, 24_400),
    "library": ("templates/", 6, 7_200, 26_250),
    "checklists": ("checklists/", 6, 6_600, 25_600),
}
MOST_OF_A_PAGE = 14_600  # what a server sends before it hears of the first bytes
MOST_OF_A_SECOND_PAGE = 14_000


def size(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def fetched(site: Path, path: str) -> list[Path]:
    """The page and the files that it names to be fetched at once."""
    page = read_page(site / path / "index.html")
    links = [one.get("href") for one in page.all("link") if one.get("rel") in FETCHED]
    scripts = [one.get("src") for one in page.all("script") if one.get("src")]
    addresses = [urlsplit(urljoin(f"/{path}", link or "")).path for link in (*links, *scripts)]
    return [site / path / "index.html", *(site / address.lstrip("/") for address in dict.fromkeys(addresses))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_cold_visit_is_light(site: Path, kind: str, language: str) -> None:
    path, requests, own, whole = KINDS[kind]
    files = fetched(site, path if language == "en" else f"{language}/{path}")
    assert len(files) <= requests
    assert size(files[0]) <= own
    assert sum(map(size, files)) <= whole


def test_every_page_comes_in_one_flight(site: Path, pages: list[str]) -> None:
    sizes = {path: size(site / path.lstrip("/") / "index.html") for path in pages if "/playbooks/" in path}
    assert len(sizes) > len(LANGUAGES)
    assert {path: bytes for path, bytes in sizes.items() if bytes > MOST_OF_A_PAGE} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_page_of_a_visit_fetches_itself_alone(site: Path, language: str) -> None:
    root = "" if language == "en" else f"{language}/"
    first, second = (fetched(site, f"{root}playbooks/{name}/") for name in (LONGEST, "deadline-missed"))
    new = [path for path in second if path not in first]
    assert new == second[:1]
    assert size(new[0]) <= MOST_OF_A_SECOND_PAGE


@pytest.mark.parametrize(("width", "later"), [(360, ()), (1280, ("hints",))])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_visit_asks_for_what_the_page_names_and_nothing_else(
    open_page: Opener, site: Path, address: str, language: str, width: int, later: tuple[str, ...]
) -> None:
    """Where the panel of blanks stands beside the words, what it says of them comes as well."""
    page = open_page("/privacy/", fresh=True, width=width)
    page.wait_for_load_state("networkidle")  # the switch there has scripts of its own
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    path = playbook_path(LONGEST, language)
    page.goto(address + path, wait_until="load")
    page.wait_for_timeout(300)  # what begins to keep pages comes after the page is quiet
    named = {
        f"/{file.relative_to(site).as_posix()}".removesuffix("index.html") for file in fetched(site, path[1:])
    }
    named |= {f"/{file.relative_to(site)}" for name in later for file in site.rglob(f"{name}-{language}-*.js")}
    assert {urlsplit(request.url).path for request in asked} <= named
    assert len(asked) <= 6 + len(later)


def test_files_that_pages_share_say_in_their_names_what_is_in_them(site: Path) -> None:
    shared = fetched(site, f"playbooks/{LONGEST}/")[1:]
    named = [path.name for path in shared if path.suffix in (".js", ".css")]
    assert [
        name for name in named if not re.fullmatch(r"[a-z]+(?:-[a-z]{2})?-[0-9a-z]{8}\.(?:js|css)", name)
    ] == []


def test_no_file_is_published_that_nobody_asks_for(site: Path) -> None:
    texts = "\n".join(path.read_text("utf-8") for path in site.rglob("*") if path.suffix in (".html", ".js"))
    files = [
        path for path in (site / "assets").rglob("*") if path.suffix in (".js", ".css", ".svg", ".map", ".json")
    ]
    later = ("redirect-", "moved-")  # asked for by pages of what was renamed, once there is something
    assert [path.name for path in files if path.name not in texts and not path.name.startswith(later)] == []


def test_whatever_may_change_has_a_name_that_tells_what_is_in_it(site: Path) -> None:
    """The theme's own files carry a mark of its makers; the icon is asked for by browsers as well."""
    marked = re.compile(r".+-[0-9a-z]{8}\.(?:js|css|json)|.+\.[0-9a-f]{8}\.min\.(?:js|css)")
    files = [path for path in (site / "assets").rglob("*") if path.suffix in (".js", ".css", ".json")]
    assert [path.name for path in files if not marked.fullmatch(path.name)] == ["playbooks.css"]
