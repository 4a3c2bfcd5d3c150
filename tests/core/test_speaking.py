from __future__ import annotations

from typing import Any

import pytest

from core.cases import table
from playbooks.languages.speaking import count_words, seconds


@pytest.mark.parametrize("case", table("speaking"), ids=lambda case: f"{case['language']} {case['text'][:40]!r}")
def test_words_and_seconds_are_counted_as_the_table_says(case: dict[str, Any]) -> None:
    text = case["text"] * case.get("repeat", 1)
    assert (count_words(text), seconds(text, case["language"])) == (case["words"], case["seconds"])
