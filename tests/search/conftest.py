"""The search of the built site: its worker asked directly, or the box as a reader uses it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

ASK = """async ([language, index, asked, address, stemmer]) => {
  const name = `search-${language}-${index.length}`;
  const made = !window[name];
  const worker = window[name] ??= new Worker(address, { type: 'module', name: new URL(stemmer, location).href });
  if (made) worker.postMessage({ index: index || new URL(`/search/${language}.json`, location).href });
  const answers = [];
  for (const [id, { typed, kind }] of asked.entries()) {
    const answer = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.failed) reject(new Error(data.failed));
        if (data.id === id + 1 && data.isWhole !== false) resolve(data);
      };
    });
    worker.postMessage({ id: id + 1, typed, kind: kind ?? '' });
    answers.push(await answer);
  }
  return answers;
}"""

Answers = list[dict[str, Any]]
Asker = Callable[..., Answers]


@pytest.fixture(scope="session")
def ask(browser: Browser, address: str, site: Path) -> Iterator[Asker]:
    """ask("uk", ["помилкою", …]) gives an answer for each; `index` is another index than the site's."""
    page = browser.new_context(bypass_csp=True).new_page()  # the policy gives no script of a test a worker
    page.goto(address + "/")
    room = site / "assets/search/worker"

    def ask_(language: str, typed: Sequence[str], *, kind: str = "", index: object = None) -> Answers:
        data = "" if index is None else "data:application/json," + quote(json.dumps(index))
        asked = [{"typed": words, "kind": kind} for words in typed]
        worker, stemmer = (next(room.glob(name)) for name in ("worker-*.js", f"stem_{language}-*.js"))
        places = [f"/{path.relative_to(site).as_posix()}" for path in (worker, stemmer)]
        return page.evaluate(ASK, [language, data, asked, *places])  # type: ignore[no-any-return]

    yield ask_
    page.context.close()


def pages(answer: dict[str, Any]) -> list[str]:
    """The pages found, best first."""
    return [result["elements"][0]["location"].split("#")[0] for result in answer["results"]]


def open_search(page: Page) -> None:
    """Turn to the search on a wide screen and wait until it serves."""
    page.click("[data-md-component=search-query]")
    expect(page.locator("#__search")).to_be_checked()


def type_words(page: Page, words: str) -> None:
    """Type at once, as a reader whose keyboard has the letters (Playwright's type sends no keyup for Cyrillic)."""
    page.fill("[data-md-component=search-query]", "")
    page.focus("[data-md-component=search-query]")
    page.keyboard.insert_text(words)


def results(page: Page) -> list[str]:
    """Paths of the first links of all results, once there are any."""
    page.wait_for_selector(".md-search-result__item")
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        ".md-search-result__item", "items => items.map((item) => new URL(item.querySelector('a').href).pathname)"
    )
