"""The languages of the site, and what is particular to each.

Speaking rates are those of a calm telephone voice. English: 150 words a minute is the usual
figure for presentations and audiobooks (150–160). French has shorter function words, hence a
few more: 160. Ukrainian words are longer by about a syllable (no articles, more endings), and
newsreaders stay near 130.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`locale` as BCP 47 and Open Graph want it; `words_per_minute` on the phone."""

    code: str
    own_name: str
    locale: str
    words_per_minute: int


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English", "en_GB", 150),
        Language("fr", "Français", "fr_FR", 160),
        Language("uk", "Українська", "uk_UA", 130),
    )
}
DEFAULT = "en"


def prefix(language: str) -> str:
    """The first part of a language's addresses: "" for the default one, else "fr/"."""
    return "" if language == DEFAULT else f"{language}/"
