"""The words of a text as the search compares them: the twin of ``search/words.js``.

Words are compared in lower case and composed, without stress marks, soft hyphens and apostrophes;
in English and French also without accents. A word with a hyphen counts as one and as its parts:
"follow-up" is followup, follow, up. In French an apostrophe parts words and takes a lone letter or "qu"
before it along, in English it ends them: "l'échéance" is echeance, "client's" is client, "don't" is dont.
In a Ukrainian word Latin look-alikes become Cyrillic.
"""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "['\u2019\u02bc`\u00b4\u2018\u2032]"
LETTERS = "0-9a-z\u00c0-\u1fff\u2c00-\ud7ff"
APOSTROPHE = re.compile(APOSTROPHES)
POSSESSIVE = re.compile(f"{APOSTROPHES}s(?![{LETTERS}])")
TODAY = re.compile(f"aujourd{APOSTROPHES}hui")
ELIDED = re.compile(f"(^|[^{LETTERS}])(?:[{LETTERS}]|(?:jus|lors|puis|quoi|quel)?qu){APOSTROPHES}")
BETWEEN = re.compile(f"[^{LETTERS}-]+")
COMPOUND = re.compile("[^ -]*-[^ ]*")
MIXED = re.compile("(?<=[а-яєії])[a-z]+|[a-z]+(?=[а-яєії])")
LOOKALIKES = str.maketrans("aceioxpykmthb", "асеіохрукмтнв")


def cut(text: str, language: str) -> list[str]:
    """The words of a text."""
    text = re.sub("[\u2010\u2011]", "-", _plain(text.lower(), language))
    if language == "en":
        text = POSSESSIVE.sub("", text)
    if language == "fr":
        text = APOSTROPHE.sub(" ", ELIDED.sub(r"\1 ", TODAY.sub("aujourdhui", text)))
    text = COMPOUND.sub(_both, BETWEEN.sub(" ", APOSTROPHE.sub("", text)))
    if language == "uk":
        text = MIXED.sub(lambda run: run[0].translate(LOOKALIKES), text)
    return text.split()


def cut_phrase(text: str, language: str) -> str:
    """A phrase as its words are compared, those with a hyphen as one only."""
    return " ".join(cut(re.sub("(?<=\\w)[-\u2010\u2011](?=\\w)", "", text), language))


def _plain(text: str, language: str) -> str:
    """Without the signs that are not compared."""
    if language == "uk":
        return re.sub("[\u0301\u00ad]", "", unicodedata.normalize("NFC", text)).replace("ґ", "г")
    text = re.sub("[\u0300-\u036f\u00ad]", "", unicodedata.normalize("NFD", text))
    return text.replace("œ", "oe").replace("æ", "ae")


def _both(compound: re.Match[str]) -> str:
    words = [word for word in compound[0].split("-") if word]
    return " ".join(["".join(words), *words] if len(words) > 1 else words)
