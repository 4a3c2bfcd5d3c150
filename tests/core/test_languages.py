"""A language is its folder: what it lacks is said, and the rest works."""

from __future__ import annotations

from pathlib import Path

from playbooks.languages.languages import FAULTS, LANGUAGES, lacking, read_languages

NAMES = "own_name: Nederlands\nenglish_name: Dutch\nlocale: nl_NL\n"


def write(folder: Path, text: str) -> Path:
    (folder / "nl").mkdir(parents=True)
    (folder / "nl" / "language.yml").write_text(text, "utf-8")
    return folder


def test_our_languages_are_whole() -> None:
    assert FAULTS == []
    assert list(lacking(sorted(LANGUAGES))) == []


def test_a_language_of_names_alone_works_and_says_what_it_lacks(tmp_path: Path) -> None:
    found, faults = read_languages(write(tmp_path, NAMES))
    assert faults == []
    assert [sentence.partition(" (")[0] for sentence in found["nl"].lacks()] == [
        "no words_per_minute",
        "no typography",
        "no forms",
        "no search",
        "no stemmer",
        "no address",
    ]
    assert found["nl"].stem("huizen") == ["huizen"]
    assert found["nl"].words_per_minute == 140


def test_what_is_misspelt_in_a_language_is_told_with_its_key(tmp_path: Path) -> None:
    forms = "forms:\n  dat: x\n  blanks: {date: {by: [tot]}}\n  joins: {de: [['(', '', d]]}\n"
    _, faults = read_languages(write(tmp_path, NAMES + forms))
    assert faults == [
        "nl/language.yml: forms.joins.de: row 1 is no pattern: missing ), unterminated subpattern at position 0",
        "nl/language.yml: forms.blanks.date.by: must be a pattern and how it is asked for",
        "nl/language.yml: forms.dat: is no key of a language; did you mean date?",
    ]
