"""The words of the interface, one file per language, `<language>/strings.yml`.

The files have the same keys; `problems` says which one lacks what. Values are typed plainly and come
out typeset. A site gives its name, and may put texts of its own in place of any of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

import yaml

from .languages import FALLBACK, LANGUAGES
from .typography import typeset

NOTHING: Mapping[str, str] = MappingProxyType({})
SITE = ("site.name", "site.claim", "site.description")  # what the engine cannot know


@dataclass(frozen=True)
class Strings:
    """Interface strings of one language by dotted key ("copy.all")."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str) -> str:
        return self.texts[key]

    def get(self, key: str, otherwise: str) -> str:
        return self.texts.get(key, otherwise)

    def group(self, prefix: str) -> dict[str, str]:
        """All strings below a key: group("speakers") → {"you": "You", …}."""
        return dict(self._groups.get(prefix, NOTHING))

    @cached_property
    def _groups(self) -> dict[str, dict[str, str]]:
        """The strings below each key; a page asks for many of them."""
        found: dict[str, dict[str, str]] = {}
        for key, text in self.texts.items():
            for place in (at for at, sign in enumerate(key) if sign == "."):
                found.setdefault(key[:place], {})[key[place + 1 :]] = text
        return found

    def speaker_label(self, speaker: str) -> str:
        """How a speech begins in plain text: "You: ", "Vous : "."""
        return typeset(self(f"speakers.{speaker}") + ": ", self.language)

    def subject_label(self) -> str:
        """What stands before the subject of an email: "Subject: ", "Objet : "."""
        return typeset(self("template.subject") + ": ", self.language)


def flat(tree: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """The texts of a tree of mappings by their dotted keys."""
    found: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            found |= flat(value, f"{prefix}{key}.")
        else:
            found[f"{prefix}{key}"] = str(value)
    return found


@cache
def given(language: str) -> Mapping[str, str]:
    """The engine's texts of a language, as they are typed."""
    path = LANGUAGES[language].folder / "strings.yml"
    return flat(yaml.safe_load(path.read_text("utf-8"))) if path.exists() else {}


def strings(language: str, own: Mapping[str, str] = NOTHING) -> Strings:
    """The strings of a language, with the site's own texts in place of ours; `{name}` is the site's name.

    A text that the language lacks is in that of sites that name none: an address without words would be worse."""
    texts = {**dict.fromkeys(SITE, ""), **given(FALLBACK), **given(language), **own}
    name = texts["site.name"]
    return Strings(language, {key: typeset(text.replace("{name}", name), language) for key, text in texts.items()})


def problems() -> list[str]:
    """One sentence for each key that a language lacks."""
    keys = {language: set(given(language)) for language in LANGUAGES}
    every = set().union(*keys.values())
    return [
        f"{language}/strings.yml: the string {key} is missing"
        for language in LANGUAGES
        for key in sorted(every - keys[language])
    ]
