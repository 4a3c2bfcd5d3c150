"""What authors write in HTML: the harmless stays as it is, all else is told at its line and reaches no page."""

from __future__ import annotations

import json
from pathlib import Path

import markdown
import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Route
from server import Server

from playbooks.checks import html
from playbooks.content import Content
from playbooks.data.questions import Questions
from playbooks.data.register import Register
from playbooks.languages.strings import strings
from playbooks.model.pages import Page, Site
from playbooks.model.places import Place
from playbooks.project import Project
from playbooks.reading.pages import read_page
from playbooks.rendering.markdown import default_extensions

CASES = json.loads((ROOT / "tests/cases/html.json").read_text("utf-8"))
HEAD = "---\ntitle: T\n---\nIntroduction.\n\n"  # what follows begins in line 6


def read(piece: str) -> tuple[Content, Page]:
    """A site whose one page holds this piece."""
    texts = strings("en")
    page, _ = read_page(f"{HEAD}{piece}\n\nThe end.\n", "page.md", texts, "docs/page.md")
    project = Project(Path("/"), {"en": Path("/docs")}, Path("/data"))
    register = Register((), None, Place("data/register.yml", 1))
    site = Site(("en",), (page,))
    return Content(project, site, {}, (), {}, register, (), Questions(), {"en": texts}, ()), page


def rendered(piece: str) -> str:
    content, page = read(piece)
    options = {"language": "en", "content": content, "page": page}
    return markdown.Markdown(**default_extensions(options)).convert(page.text)


@pytest.mark.parametrize("piece", CASES["told"])
def test_what_is_not_harmless_is_told_at_its_line(piece: str) -> None:
    content, _ = read(piece)
    told = list(html.check(content))
    assert told, "nothing was said"
    last = 5 + len(piece.split("\n"))
    assert all(6 <= problem.place.line <= last for problem in told), told
    assert all(problem.place.path == "docs/page.md" for problem in told)


@pytest.mark.parametrize("piece", CASES["harmless"])
def test_what_is_harmless_is_not_mentioned(piece: str) -> None:
    content, _ = read(piece)
    assert list(html.check(content)) == []


def test_nothing_of_it_runs_or_asks_another_host_even_without_a_policy(browser: Browser, tmp_path: Path) -> None:
    for number, piece in enumerate([*CASES["told"], *CASES["harmless"]]):
        body = rendered(piece)
        page = f"<!doctype html><meta charset=utf-8><script>window.alert=()=>ran=1</script>{body}"
        (tmp_path / f"{number}.html").write_text(page, "utf-8")
    asked: list[str] = []
    context = browser.new_context()

    def answer(route: Route) -> None:
        if "127.0.0.1" in route.request.url:
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context.route("**/*", answer)
    tab = context.new_page()
    with Server(tmp_path) as address:
        for path in sorted(tmp_path.glob("*.html")):
            tab.goto(f"{address}/{path.name}")
            for link in tab.query_selector_all("a[href^='java' i], a[href^='data' i], a[href^='vb' i]"):
                pytest.fail(f"{path.name}: {link.get_attribute('href')}")
            assert tab.evaluate("typeof ran") == "undefined", path.read_text("utf-8")
    context.close()
    assert asked == []


def test_a_long_page_of_links_and_tags_takes_no_time() -> None:
    content, _ = read("\n\n".join('a [link](other.md) and <b class="x">tag</b>' for _ in range(500)))
    assert list(html.check(content)) == []
