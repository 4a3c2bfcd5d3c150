"""Every word is spelt as Hunspell's dictionary of its language spells it, or accepted by name."""

from __future__ import annotations

import pytest

from content.spelling import ROOT, accepted, is_known, texts, unknown
from playbooks.content import Content, read_content
from playbooks.project import read_project

MISSPELT = {"en": "delivrey", "fr": "échéence", "uk": "затрмка"}


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(read_project(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module", params=["en", "fr", "uk"])
def language(request: pytest.FixtureRequest) -> str:
    """Of the module, so that the tests of a language follow each other and its dictionary is read once."""
    return str(request.param)


def test_every_word_is_in_the_dictionary_or_accepted(content: Content, language: str) -> None:
    assert unknown(content, language) == {}


def test_every_accepted_word_is_used_and_would_be_unknown_without(content: Content, language: str) -> None:
    running = " ".join(text for _, text in texts(content, language)).lower().replace("'", "’")
    idle = {w for w in accepted(language) if w.lower() not in running or is_known(w, language)}
    assert idle == set()


def test_a_misspelt_word_is_found(language: str) -> None:
    assert not is_known(MISSPELT[language], language)
