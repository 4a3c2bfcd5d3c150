"""The channels through which words reach a client: one row each, in the order of choice.

A new channel is a row here and its names in the strings of each language (`channel.`, `channels.`,
`home.`, `copy.all-`, `copy.body-`, `search.kind-`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Channel:
    """What is particular to a channel.

    `has_subject`: its first line is a subject. `is_script`: it is spoken by turns, with speakers, directions
    and branches, and has the call mode. `is_timed`: the page says how long it takes to say. `way_out` is
    how it leaves the page in one tap: "mail" for the mail program, "share" for the share sheet or a text
    message. `most_words` and `most_seconds` are the limits that the brief sets, None for none.
    """

    id: str
    has_subject: bool = False
    is_script: bool = False
    is_timed: bool = False
    way_out: str | None = None
    most_words: int | None = None
    most_seconds: int | None = None

    @property
    def is_spoken(self) -> bool:
        """Said aloud by one person, who is I whoever writes the emails; a spoken date has no year."""
        return self.is_script or self.is_timed

    def __str__(self) -> str:
        return self.id


CHANNELS: dict[str, Channel] = {
    channel.id: channel
    for channel in (
        Channel("phone", is_script=True),
        Channel("message", way_out="share", most_words=60),
        Channel("voicemail", is_timed=True, most_seconds=30),
        Channel("email", has_subject=True, way_out="mail", most_words=150),
    )
}
