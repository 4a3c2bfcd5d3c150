"""The stemmers: words that must meet, words that must not, and twins that agree in the browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from node import run

from playbooks.languages.languages import LANGUAGES
from playbooks.search import lemmas, stemming
from playbooks.search.tokens import cut

pytestmark = pytest.mark.quick

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests" / "cases" / "stems.json").read_text(encoding="utf-8"))
STEMMERS = {code: LANGUAGES[code].stem for code in CASES}
NORMALISERS = {code: LANGUAGES[code].twin.normalise for code in CASES}  # type: ignore[union-attr]

STEM = """
  const { normalise, stem } = m.stemmer(await other('search/worker/stem.js'));
  return rows.map((word) => [normalise(word), stem(word)]);
"""


def words_of(lang: str) -> list[str]:
    """Every word of the cases, of the tables and of the site's own texts in a language."""
    cases = CASES[lang]
    out = {word for group in cases["meet"] + cases["apart"] for word in group}
    out |= {raw for raw, _ in cases["normalise"]}
    if hasattr(LANGUAGES[lang].twin, "TABLE"):
        out |= set(LANGUAGES[lang].twin.TABLE)
    tree = ROOT / ("docs" if lang == "en" else f"docs_{lang}")
    pages = [*tree.rglob("*.md"), *LANGUAGES[lang].folder.rglob("*.md")]
    for path in pages:
        text = path.read_text(encoding="utf-8")
        out |= set(re.findall(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*", text))
    return sorted(out)


@pytest.mark.parametrize("lang", STEMMERS)
def test_normalise(lang: str) -> None:
    for raw, plain in CASES[lang]["normalise"]:
        assert NORMALISERS[lang](raw) == plain


@pytest.mark.parametrize("lang", STEMMERS)
def test_forms_meet(lang: str) -> None:
    """By the rules, or by the table that comes with the index of a site that has one of them."""
    missed = []
    for group in CASES[lang]["meet"]:
        for one in group:
            (word,) = cut(one, lang)
            stems, forms = stemming.table({word}, lang)
            for other in group:
                (typed,) = cut(other, lang)
                found = forms.get(typed) or STEMMERS[lang](typed)
                if not set(stems[word]) & set(found):
                    missed.append((one, other, stems[word], found))
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
def test_twins_agree(lang: str) -> None:
    words = words_of(lang)
    there = run(f"../../languages/{lang}/stem.js", STEM, words)
    here = [[NORMALISERS[lang](word), STEMMERS[lang](word)] for word in words]
    apart = [row for row in zip(words, here, there, strict=True) if row[1] != row[2]]
    assert not apart


def test_table_of_lemmas(tmp_path: Path) -> None:
    """Irregular forms get the stem of the others; a form that meets them anyway gets no entry."""
    (tmp_path / "uk.aff").write_text(
        "SET UTF-8\nSFX A Y 4\nSFX A о а о\nSFX A о ом о\nSFX A о ам о\nSFX A екло кіл екло # скіл\n"
    )
    (tmp_path / "uk.dic").write_text("2\nскло/A\nпекло/A\n")
    made = lemmas.table({"пеклом"}, tmp_path / "uk.aff", STEMMERS["uk"])
    assert "пекла" not in made
    assert made["пкіл"] == ["пекл"]
    assert not any(form.startswith("скл") for form in made)
