from __future__ import annotations

from typing import Any

import pytest

from core.cases import table
from playbooks.languages.typography import typeset, typeset_pieces


@pytest.mark.parametrize("case", table("typography"), ids=lambda case: f"{case['language']} {case['typed']}")
def test_typed_text_gets_the_characters_of_its_language_once(case: dict[str, Any]) -> None:
    once = typeset(case["typed"], case["language"])
    assert once == case["out"]
    assert typeset(once, case["language"]) == once


@pytest.mark.parametrize(
    "case", table("typography", "pieces"), ids=lambda case: f"{case['language']} {case['typed']}"
)
def test_markup_inside_a_paragraph_changes_no_character(case: dict[str, Any]) -> None:
    once = typeset_pieces(case["typed"], case["language"])
    assert once == case["out"]
    assert typeset_pieces(once, case["language"]) == once
    assert "".join(once) == typeset("".join(case["typed"]), case["language"])
