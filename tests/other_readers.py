"""Programs of others that read the mail and the dates we save, three of each; none shares code with another.

Mail: Python's own parser, the Rust crate mailparse, and git. Dates: icalendar, vobject, and ics, from a grammar.
"""

from __future__ import annotations

import datetime
import email
import email.policy
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import fast_mail_parser
import ics
import vobject
from icalendar import Calendar


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str


@dataclass(frozen=True)
class Promise:
    """A whole day: `after` is the one that follows, `reminder` stands before midnight of the first."""

    uid: str
    sequence: int
    summary: str
    first: datetime.date
    after: datetime.date
    reminder: datetime.timedelta


def letters(raw: bytes) -> list[Letter]:
    """What each reader finds, with the line ends of Unix."""
    return [_by_email(raw), _by_mailparse(raw), _by_git(raw.replace(b"\r\n", b"\n"))]


def promises(raw: bytes) -> list[Promise]:
    """What each reader finds; a file of more or less than one event is an error."""
    return [_by_icalendar(raw), _by_vobject(raw.decode()), _by_ics(raw.decode())]


def _by_email(raw: bytes) -> Letter:
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(mail, email.message.EmailMessage)
    return Letter(str(mail["Subject"]), mail.get_content().replace("\r\n", "\n"))


def _by_mailparse(raw: bytes) -> Letter:
    mail = fast_mail_parser.parse_email(raw)
    (text,) = mail.text_plain
    return Letter(mail.subject, text.replace("\r\n", "\n"))


def _by_git(raw: bytes) -> Letter:
    """A mailbox of Unix; from the first line that looks like a patch on, git puts the text into another file."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["git", "mailinfo", "-k", "--encoding=UTF-8", "text", "patch"]
        done = subprocess.run(command, cwd=folder, input=raw, capture_output=True, check=True)
        text = "".join((Path(folder) / name).read_text("utf-8") for name in ("text", "patch"))
    head = dict(line.split(": ", 1) for line in done.stdout.decode().splitlines() if line)
    return Letter(head["Subject"], text)


def _by_icalendar(raw: bytes) -> Promise:
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    return Promise(
        str(event["UID"]),
        event["SEQUENCE"],
        str(event["SUMMARY"]),
        event.decoded("DTSTART"),
        event.decoded("DTEND"),
        alarm.decoded("TRIGGER"),
    )


def _by_vobject(text: str) -> Promise:
    calendar = vobject.readOne(text)
    assert calendar.validate(raiseException=True)
    (event,) = calendar.vevent_list
    return Promise(
        event.uid.value,
        int(event.sequence.value),
        event.summary.value,
        event.dtstart.value,
        event.dtend.value,
        event.valarm.trigger.value,
    )


def _by_ics(text: str) -> Promise:
    (event,) = ics.Calendar(text).events
    (sequence,) = (line.value for line in event.extra if line.name == "SEQUENCE")
    (alarm,) = event.alarms
    assert event.all_day
    return Promise(event.uid, int(sequence), event.name, event.begin.date(), event.end.date(), alarm.trigger)
