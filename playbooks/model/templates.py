"""Words to send or to say, in one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from .channels import Channel
from .places import Place
from .words import Alternatives, Words, each

ParagraphKind = Literal["text", "speech", "direction", "branch"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a template.

    `text` is an ordinary paragraph, `speech` is said by `speaker` (an id such as "you"),
    `direction` is read silently, `branch` opens what to say in one case; the paragraphs of
    that branch follow with `depth` 1.
    """

    kind: ParagraphKind
    words: Words
    place: Place
    speaker: str | None = None
    depth: int = 0

    @property
    def text(self) -> str:
        """The words as the author wrote them, typeset."""
        return self.words.text

    @property
    def is_own(self) -> bool:
        """Whether the sender says it: not the client's words, not a direction."""
        return self.kind == "text" or (self.kind == "speech" and self.speaker == "you")

    def plain_text(self, speaker_label: Callable[[str], str]) -> str:
        """The paragraph as it is copied; `speaker_label` gives "You: " or "Vous : " for an id."""
        if self.kind == "speech" and self.speaker:
            return speaker_label(self.speaker) + self.text
        return self.text


@dataclass(frozen=True)
class Template:
    """The words, with what they are called and how they are sent."""

    id: str
    channel: Channel
    title: str
    subject: Words | None
    body: tuple[Paragraph, ...]
    bad_news: bool
    is_meeting: bool  # a script for people in one room, not for the phone
    place: Place

    @property
    def words(self) -> tuple[Words, ...]:
        """All texts that may hold blanks, the subject first."""
        own = (self.subject,) if self.subject else ()
        return own + tuple(paragraph.words for paragraph in self.body)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of all blanks, in order of appearance, each once."""
        return tuple(dict.fromkeys(field for words in self.words for field in words.fields))

    @property
    def asks_who_speaks(self) -> bool:
        """Whether its words depend on who says them."""
        return any(next(each(words.parts, Alternatives), None) for words in self.words)

    @property
    def is_sound(self) -> bool:
        """Whether the grammar of all its words holds; if not, the reader has said so."""
        return not any(words.fault for words in self.words)

    def plain_text(self, speaker_label: Callable[[str], str]) -> str:
        """The body as it is copied, blanks as the author wrote them: paragraphs, empty lines between."""
        return "\n\n".join(paragraph.plain_text(speaker_label) for paragraph in self.body)
