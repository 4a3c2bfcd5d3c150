"""What readers type, in tests/cases/queries_*.tsv (form of stem_eval.py): the right page comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.conftest import Asker, pages

CASES = Path(__file__).parent.parent / "cases"
TOP_1, TOP_3 = 0.95, 0.99


def read(language: str) -> list[tuple[list[str], str]]:
    lines = (CASES / f"queries_{language}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row[0].split("|"), row[1]) for row in rows]


@pytest.mark.quick
@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_the_right_page_comes_first(ask: Asker, language: str) -> None:
    cases = read(language)
    found = [pages(answer) for answer in ask(language, [typed for _, typed in cases])]
    ranks = [
        next((at for at, page in enumerate(got) if page in want), None)
        for (want, _), got in zip(cases, found, strict=True)
    ]
    missed = [
        f"{typed}: {got[:3]}"
        for (_, typed), got, rank in zip(cases, found, ranks, strict=True)
        if rank is None or rank > 2
    ]
    assert len(cases) >= 60
    assert sum(rank == 0 for rank in ranks) >= TOP_1 * len(cases), missed
    assert len(missed) <= (1 - TOP_3) * len(cases), missed
    foreign = {"en": ("fr/", "uk/"), "fr": ("uk/",), "uk": ("fr/",)}[language]
    own = "" if language == "en" else f"{language}/"
    assert all(page.startswith(own) and not page.startswith(foreign) for got in found for page in got)
