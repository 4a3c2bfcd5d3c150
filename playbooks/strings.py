"""The words of the interface, one file per language in `strings/`.

The three files have the same keys; `problems` says which one lacks what. Values are typed
plainly and come out typeset.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from . import plain_yaml
from .languages import LANGUAGES
from .typography import typeset


@dataclass(frozen=True)
class Strings:
    """Interface strings of one language by dotted key ("copy.all")."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str) -> str:
        return self.texts[key]

    def group(self, prefix: str) -> dict[str, str]:
        """All strings below a key: group("speakers") → {"you": "You", …}."""
        start = prefix + "."
        return {key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)}

    def speaker_label(self, speaker: str) -> str:
        """How a speech begins in plain text: "You: ", "Vous : "."""
        return typeset(self(f"speakers.{speaker}") + ": ", self.language)

    def subject_label(self) -> str:
        """What stands before the subject of an email: "Subject: ", "Objet : "."""
        return typeset(self("template.subject") + ": ", self.language)


def _flatten(tree: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat


@cache
def strings(language: str) -> Strings:
    """The strings of a language ("en", "fr", "uk")."""
    source = resources.files(__package__).joinpath("strings", f"{language}.yml").read_text("utf-8")
    flat = _flatten(plain_yaml.load(source))
    return Strings(language, {key: typeset(text, language) for key, text in flat.items()})


def problems() -> list[str]:
    """One sentence for each key that a language lacks."""
    keys = {language: set(strings(language).texts) for language in LANGUAGES}
    every = set().union(*keys.values())
    return [
        f"strings/{language}.yml: the string {key} is missing"
        for language in LANGUAGES
        for key in sorted(every - keys[language])
    ]
