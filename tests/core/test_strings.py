from __future__ import annotations

import re

import pytest

from playbooks.languages.languages import LANGUAGES
from playbooks.languages.strings import given, problems, strings


def test_every_language_has_every_interface_string() -> None:
    assert problems() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_interface_string_is_empty(language: str) -> None:
    assert [key for key, text in given(language).items() if not text.strip() or text == "None"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translated_string_has_the_same_holes_as_the_english_one(language: str) -> None:
    def holes(text: str) -> set[str]:
        return set(re.findall(r"\{\w+\}", text))

    english = strings("en").texts
    other = {key: holes(text) for key, text in strings(language).texts.items()}
    # in Ukrainian the form for one stands for 21 too, so it may name the number
    other = {key: found - {"{n}"} if key.endswith("-one") else found for key, found in other.items()}
    assert {key: found for key, found in other.items() if found != holes(english[key])} == {}


def test_a_speech_begins_with_its_speaker_as_the_language_writes_it() -> None:
    labels = [strings(language).speaker_label("you") for language in ("en", "fr", "uk")]
    assert labels == ["You: ", "Vous\u00a0: ", "Ви: "]
