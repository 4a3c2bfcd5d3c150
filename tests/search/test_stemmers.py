"""The stemmers: words that must meet, words that must not, and twins that agree."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from playbooks.search import lemmas, rules, stem_en, stem_fr, stem_uk

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
# Bytes of each script as served, gzipped.
BUDGET = {"stem.js": 500, "stem_uk.js": 6300, "stem_fr.js": 2100, "stem_en.js": 1650}

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
    for path in (ROOT / ("docs" if lang == "en" else f"docs_{lang}")).rglob("*.md"):
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
    for name, most in BUDGET.items():
        source = (SCRIPTS / name).read_text(encoding="utf-8")
        assert len(gzip.compress(rules.compact(source).encode(), 9)) <= most, name


def test_table_of_lemmas(tmp_path: Path) -> None:
    """Irregular forms get the stem of the others; a form that meets them anyway gets no entry."""
    (tmp_path / "uk.aff").write_text(
        "SET UTF-8\nSFX A Y 4\nSFX A о а о\nSFX A о ом о\nSFX A о ам о\nSFX A екло кіл екло # скіл\n"
    )
    (tmp_path / "uk.dic").write_text("2\nскло/A\nпекло/A\n")
    made = lemmas.table({"пеклом"}, tmp_path / "uk.aff", stem_uk.stem)
    assert "пекла" not in made
    assert made["пкіл"] == ["пекл"]
    assert not any(form.startswith("скл") for form in made)
