"""Every word is spelt as Hunspell's dictionary of its language spells it, or accepted by name."""

from __future__ import annotations

import pytest

from content.spelling import ROOT, accepted, is_known, texts, unknown
from playbooks.content import read_content
from playbooks.project import read_project


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_every_word_is_in_the_dictionary_or_accepted(language: str) -> None:
    content = read_content(read_project(ROOT / "mkdocs.yml"))
    assert unknown(content, language) == {}


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_every_accepted_word_is_used_and_would_be_unknown_without(language: str) -> None:
    content = read_content(read_project(ROOT / "mkdocs.yml"))
    running = " ".join(text for _, text in texts(content, language)).lower().replace("'", "’")
    idle = {w for w in accepted(language) if w.lower() not in running or is_known(w, language)}
    assert idle == set()


@pytest.mark.parametrize(("language", "word"), [("en", "delivrey"), ("fr", "échéence"), ("uk", "затрмка")])
def test_a_misspelt_word_is_found(language: str, word: str) -> None:
    assert not is_known(word, language)
