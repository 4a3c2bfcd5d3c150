"""The index in pieces: a question fetches few of them, and is answered as from the whole."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest
from node import run

from playbooks.content import Content, read_content
from playbooks.languages.languages import LANGUAGES
from playbooks.project import read_project
from playbooks.search import documents, index
from playbooks.search.documents import Document
from search.test_queries import read

ROOT = Path(__file__).parents[2]
SCRIPTS = 17_000  # bytes of box, worker and stemmer, gzipped: test_sizes holds them there
MOST, MOST_OF_MANY = 60_000 - SCRIPTS, 120_000 - SCRIPTS
COPIES = 30

# Each question is asked of an engine that has nothing yet; what it fetches comes from `files`.
COLD = """
  const [language, stemmer, files, asked] = rows;
  const { load } = await other('search/worker/stemmer.js');
  await load(stemmer);
  let fetched = [];
  globalThis.fetch = async (address) => {
    const name = new URL(address).pathname.slice(1);
    fetched.push(name);
    return { ok: name in files, status: 404, text: async () => files[name] };
  };
  const out = [];
  for (const typed of asked) {
    fetched = [];
    const engine = new m.Engine(JSON.parse(files['search/index.json']), 'http://site/search/index.json');
    await engine.first(typed);
    const first = [...fetched];
    out.push({ first, answer: await engine.answer(typed) });
  }
  return out;
"""


def content() -> Content:
    return read_content(read_project(ROOT / "mkdocs.yml"))


def files(of: Content, language: str) -> dict[str, str]:
    """Those of the site, the table of contents under one name."""
    found = dict(index.files(of, language))
    return {"search/index.json": found.pop(f"search/{language}.json"), **found}


def ask(language: str, given: dict[str, str], asked: list[str]) -> list[dict[str, Any]]:
    stemmer = (LANGUAGES[language].folder / "stem.js").as_uri()
    found = list(run("search/worker/engine.js", COLD, [language, stemmer, given, asked]))
    for row in found:  # their order says nothing
        row["answer"]["words"].sort()
    return found


def queries(language: str) -> list[str]:
    """The cases, and what stands in the box while they are typed, or typed badly."""
    chance = random.Random(14)
    found = []
    for _, typed in read(language):
        at = chance.randrange(len(typed))
        found += [typed, typed[: at + 1], typed[:at] + typed[at + 1 :]]
    return found


def sizes(given: dict[str, str], answers: list[dict[str, Any]]) -> list[int]:
    """Bytes to the first result of each question, gzipped as hosts do."""
    size = {name: len(gzip.compress(text.encode(), 9)) for name, text in given.items()}
    return sorted(sum(size[name] for name in ("search/index.json", *answer["first"])) for answer in answers)


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_answers_are_those_of_the_whole_index(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    of, asked = content(), queries(language)
    cut = files(of, language)
    monkeypatch.setattr(index, "BYTES", 10**9)
    whole = files(of, language)
    assert sum("/places-" in name for name in cut) > sum("/places-" in name for name in whole) == 1
    in_pieces = [row["answer"] for row in ask(language, cut, asked)]
    assert in_pieces == [row["answer"] for row in ask(language, whole, asked)]


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_the_first_result_costs_little(language: str) -> None:
    given = files(content(), language)
    found = sizes(given, ask(language, given, [typed for _, typed in read(language)]))
    assert found[int(0.95 * len(found))] <= MOST
    assert found[len(found) // 2] <= 0.75 * MOST


def test_the_first_result_costs_little_more_among_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    of, real = content(), documents.documents
    monkeypatch.setattr(index, "documents", lambda *args: _many(list(real(*args))))
    given = files(of, "en")
    found = sizes(given, ask("en", given, [typed for _, typed in read("en")][::10]))
    assert len(json.loads(given["search/index.json"])["situations"]) <= index.SITUATIONS
    assert found[int(0.8 * len(found))] <= MOST_OF_MANY


def _many(site: list[Document]) -> list[Document]:
    """The pages again and again, with their sentences in another order, so that no two are alike."""
    chance = random.Random(14)
    found = list(site)
    for copy in range(1, COPIES):
        for document in site:
            words = document.text.split(" ")
            chance.shuffle(words)
            path, _, fragment = document.location.partition("#")
            location = f"{path}v{copy}/" + (f"#{fragment}" if fragment else "")
            found.append(
                Document(location, document.kind, f"{document.title} {copy}", " ".join(words), document.lead,
                         document.summary, document.asked)
            )  # fmt: skip
    return found
