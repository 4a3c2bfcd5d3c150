"""The stemmers: words that must meet, words that must not, and twins that agree."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from playbooks.search import rules, stem_en, stem_fr, stem_uk

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "overrides" / "assets" / "search"
CASES = json.loads((ROOT / "tests" / "cases" / "stems.json").read_text(encoding="utf-8"))
STEMMERS: dict[str, Callable[[str], list[str]]] = {
    "uk": stem_uk.stem,
    "fr": stem_fr.stem,
    "en": stem_en.stem,
}
NORMALISERS: dict[str, Callable[[str], str]] = {
    "uk": stem_uk.normalise,
    "fr": stem_fr.normalise,
    "en": stem_en.normalise,
}
BUDGET = {"stem.js": 700, "stem_uk.js": 6800, "stem_fr.js": 2400, "stem_en.js": 1600}

RUN = """
const [lang, ...scripts] = process.argv.slice(1)
for (const script of scripts) require(script)
const words = JSON.parse(require("fs").readFileSync(0, "utf8"))
const own = globalThis.candourStem[lang]
console.log(JSON.stringify(words.map(word => [own.normalise(word), own(word)])))
"""


def in_javascript(lang: str, words: list[str], tmp_path: Path) -> list[tuple[str, list[str]]]:
    """Feed words to the script as it is served and return (normalised, stems) for each.

    The only place that knows where the script runs: node for now, a browser's page will do.
    """
    node = shutil.which("node")
    if not node:
        pytest.skip("no node")
    paths = []
    for name in ("stem.js", f"stem_{lang}.js"):
        path = tmp_path / name
        source = (SCRIPTS / name).read_text(encoding="utf-8")
        path.write_text(rules.compact(source), encoding="utf-8")
        paths.append(str(path))
    done = subprocess.run(
        [node, "-e", RUN, "--", lang, *paths],
        input=json.dumps(words),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return [(plain, stems) for plain, stems in json.loads(done.stdout)]


def words_of(lang: str) -> list[str]:
    """Every word of the cases, of the tables and of the site's own texts in a language."""
    cases = CASES[lang]
    out = {word for group in cases["meet"] + cases["apart"] for word in group}
    out |= {raw for raw, _ in cases["normalise"]}
    if lang == "uk":
        out |= set(stem_uk.TABLE)
    for folder in ("content", "docs"):
        for path in (ROOT / folder).rglob("*.*"):
            if path.suffix in {".md", ".yml", ".yaml", ".json"}:
                text = path.read_text(encoding="utf-8")
                out |= set(re.findall(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*", text))
    return sorted(out)


@pytest.mark.parametrize("lang", STEMMERS)
def test_normalise(lang: str) -> None:
    for raw, plain in CASES[lang]["normalise"]:
        assert NORMALISERS[lang](raw) == plain


@pytest.mark.parametrize("lang", STEMMERS)
def test_forms_meet(lang: str) -> None:
    stem = STEMMERS[lang]
    missed = [
        (one, other, stem(one), stem(other))
        for group in CASES[lang]["meet"]
        for one in group
        for other in group
        if not set(stem(one)) & set(stem(other))
    ]
    assert not missed


@pytest.mark.parametrize("lang", STEMMERS)
def test_strangers_do_not(lang: str) -> None:
    stem = STEMMERS[lang]
    met = [pair for pair in CASES[lang]["apart"] if set(stem(pair[0])) & set(stem(pair[1]))]
    assert not met


@pytest.mark.parametrize("lang", STEMMERS)
def test_few_stems(lang: str) -> None:
    found = [STEMMERS[lang](word) for word in words_of(lang)]
    assert all(found)
    assert sum(map(len, found)) / len(found) < 2.2
    assert max(map(len, found)) <= 7


@pytest.mark.parametrize("lang", STEMMERS)
def test_twins_agree(lang: str, tmp_path: Path) -> None:
    words = words_of(lang)
    there = in_javascript(lang, words, tmp_path)
    here = [(NORMALISERS[lang](word), STEMMERS[lang](word)) for word in words]
    apart = [row for row in zip(words, here, there, strict=True) if row[1] != row[2]]
    assert not apart


def test_sizes() -> None:
    import gzip

    for name, most in BUDGET.items():
        source = (SCRIPTS / name).read_text(encoding="utf-8")
        assert len(gzip.compress(rules.compact(source).encode(), 9)) <= most, name
