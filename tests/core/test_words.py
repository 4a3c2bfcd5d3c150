from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.cases import long_text, table
from playbooks.model.filling import Filling, fill
from playbooks.model.words import NOBODY, SPEAKERS, WordsError, blanks, parse


@pytest.mark.parametrize("case", table("words"), ids=lambda case: str(case["words"])[:60])
def test_words_are_filled_as_the_table_says(case: dict[str, Any]) -> None:
    words = long_text(case["words"])
    if "error" in case:
        with pytest.raises(WordsError):
            parse(words)
        return
    values = {name: long_text(value) for name, value in case.get("values", {}).items()}
    labels = case.get("labels", {})
    forms = case.get("forms", {})
    speaker = SPEAKERS.get(case.get("sender", ""), NOBODY)
    filling = Filling(
        values,
        replace(speaker, gender=case.get("gender", speaker.gender)),
        lambda field: labels.get(field, field),
        lambda field, form, before: forms.get(f"{field}:{form}", values[field]),
        case.get("sentences", ()),
        case.get("outside", False),
    )
    out = fill(parse(words), filling)
    assert out == long_text(case["out"])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Hello {client", "the brace { has no partner; write \\{ to show the character itself"),
        ("Hello client}", "the brace } has no partner; write \\} to show the character itself"),
        ("[[by {event}", "an optional passage [[ is not closed by ]]"),
        ("by {event}]]", "]] closes an optional passage that was never opened by [["),
        ("[[a [[{event}]] b]]", "an optional passage [[…]] stands inside another one"),
        ("[[never seen]]", "an optional passage [[…]] holds no blank, so it would never appear"),
        ("{a|b|c|d|e}", "{a|b|c|d|e} has 5 forms; he | she | we | we, all women takes two to four"),
        ("{||}", "{||} has only empty forms"),
        ("{New Date}", "{New Date} is neither a blank (lower-case words joined by -) nor he|she|we"),
        ("{}", "{} is neither a blank (lower-case words joined by -) nor he|she|we"),
    ],
)
def test_a_broken_grammar_is_explained_to_the_author(words: str, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        parse(words)
    assert str(caught.value) == message


def test_blanks_come_in_order_of_appearance_also_from_optional_passages() -> None:
    parts = parse("{client} {I|I|we} [[before {event}, {client}]] {new-date} \\{no\\}")
    assert list(blanks(parts)) == ["client", "event", "client", "new-date"]
