"""One template without the site around it, in a frame of another site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import LANGUAGES
from playwright.sync_api import Browser, expect
from reading import read_page
from server import Server


@pytest.fixture
def wiki(tmp_path: Path, address: str) -> Iterator[str]:
    """A page of another origin that shows a template in a frame."""
    frame = (
        f'<iframe src="{address}/fr/embed/own-a-mistake-email/" allow="clipboard-write" width="700" height="900">'
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Wiki</title>{frame}</iframe>", "utf-8")
    with Server(tmp_path) as url:
        yield url.replace("127.0.0.1", "localhost")


def test_every_template_has_one_in_every_language(site: Path) -> None:
    for row in json.loads((site / "catalog.json").read_text("utf-8"))["templates"]:
        for language in LANGUAGES:
            start = "" if language == "en" else f"{language}/"
            page = read_page(site / start / "embed" / row["id"] / "index.html")
            assert page.one("html").get("lang") == language
            assert page.one("meta", name="robots").get("content") == "noindex"
            assert [element.get("data-template") for element in page.all(data_template=None)] == [row["id"]]
            policy = page.one("meta", http_equiv="Content-Security-Policy").get("content")
            assert "frame-ancestors" not in policy
            assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
            assert {(link.get("target"), link.get("rel")) for link in page.all("a")} == {("_blank", "noopener")}
            assert not page.all("header")
            assert not page.all("nav")


@pytest.mark.quick
def test_it_works_in_a_frame_of_another_site(browser: Browser, wiki: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(wiki)
    frame = page.frame_locator("iframe")
    expect(frame.locator("[data-part=body]")).to_contain_text("Nous avons fait une erreur")
    expect(frame.locator("button[data-copy=all]")).to_be_visible()
    frame.locator("[data-words-language]").select_option("uk")
    expect(frame.locator("[data-part=body]")).to_contain_text("припустилися помилки")
    context.close()
    assert errors == []
