from __future__ import annotations

from textwrap import dedent

import pytest

from playbooks.reading.script import phone, plain

SPEAKERS = {"Vous": "you", "Client": "client"}


def read(text: str) -> tuple[list[tuple[str, str, str | None, int, int]], list[str]]:
    """Paragraphs as (kind, text, speaker, depth, line) and problems, of a script that begins in line 10."""
    found, problems = phone(dedent(text).strip("\n").split("\n"), "p.md", 10, str, SPEAKERS)
    return [(p.kind, p.text, p.speaker, p.depth, p.place.line) for p in found], [str(p) for p in problems]


def test_a_script_is_speeches_directions_and_branches() -> None:
    found, problems = read("""
        Vous : Bonjour {client}.

        (Pause.)

        S’ils sont en colère :
          Vous : Vous avez raison.

          (Écoutez.)

          Client : Oui.

        S’ils doutent :

          Vous: C’est juste : on vérifie.

        (Dans tous les cas.)

        Vous : Merci
        beaucoup.
        """)
    assert problems == []
    assert found == [
        ("speech", "Bonjour {client}.", "you", 0, 10),
        ("direction", "(Pause.)", None, 0, 12),
        ("branch", "S’ils sont en colère:", None, 0, 14),
        ("speech", "Vous avez raison.", "you", 1, 15),
        ("direction", "(Écoutez.)", None, 1, 17),
        ("speech", "Oui.", "client", 1, 19),
        ("branch", "S’ils doutent:", None, 0, 21),
        ("speech", "C’est juste : on vérifie.", "you", 1, 23),
        ("direction", "(Dans tous les cas.)", None, 0, 25),
        ("speech", "Merci\nbeaucoup.", "you", 0, 27),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Anne : Bonjour.", "p.md:10: “Anne:” is not a speaker; the speakers are Vous:, Client:"),
        (
            "Bonjour.",
            "p.md:10: this paragraph says neither who speaks nor what to do; begin it with a speaker "
            "(Vous:, Client:), put it in parentheses, or end it with a colon to open a branch",
        ),
        ("S’ils doutent :\n\n(Pause.)", "p.md:10: nothing is indented under this branch"),
        ("S’ils doutent :", "p.md:10: nothing is indented under this branch"),
        (
            "Vous : Oui.\n\n  Vous : Non.",
            "p.md:12: this is indented, but no branch (a line ending in a colon) stands above it",
        ),
        (
            "S’ils doutent :\n  Vous : Oui.\n\n  S’ils insistent :\n\n  Vous : Non.",
            "p.md:13: a branch stands inside another branch; one level is enough for a phone call",
        ),
        (
            "S’ils doutent :\n  Vous : Oui.\n\nVous : Merci.",
            "p.md:13: the script goes on after a branch; say so with a direction such as (In every case.)",
        ),
    ],
)
def test_a_script_that_cannot_be_followed_is_explained(text: str, problem: str) -> None:
    assert problem in read(text)[1]


def test_an_email_has_plain_paragraphs_that_keep_their_lines() -> None:
    lines = ["", "Hello {client},  ", "", "", "  You: not a speech here", "Regards,", "{sender}", ""]
    found = plain(lines, "p.md", 5, str)
    assert [(p.kind, p.text, p.place.line) for p in found] == [
        ("text", "Hello {client},", 6),
        ("text", "You: not a speech here\nRegards,\n{sender}", 9),
    ]


def test_only_a_speech_is_copied_with_the_name_of_its_speaker() -> None:
    found, _ = phone(["Vous : Oui.", "", "(Pause.)"], "p.md", 1, str, SPEAKERS)
    assert [p.plain_text({"you": "Vous : "}.__getitem__) for p in found] == ["Vous : Oui.", "(Pause.)"]
