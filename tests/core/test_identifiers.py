from __future__ import annotations

import pytest

from playbooks.checks.identifiers import check
from playbooks.languages.strings import strings
from playbooks.model.pages import Site
from playbooks.reading.pages import read_page

HEAD = "---\norder: 1\ntitle: T\nsituation: S\ndescription: D\ntime: T\nwho: W\nchannel: C\n---\n"


def problems(text: str, path: str = "playbooks/late.md", head: str = HEAD) -> list[str]:
    page, found = read_page(head + text, path, strings("en"), path)
    assert found == []
    return [str(problem) for problem in check(Site(("en",), (page,)))]


@pytest.mark.parametrize("identifier", ["late-voicemail", "late-voicemail-second-call"])
def test_the_id_of_a_template_begins_with_its_playbook_and_channel(identifier: str) -> None:
    assert problems(f'```voicemail {{#{identifier} title="T"}}\nHello.\n```') == []


@pytest.mark.parametrize(
    "identifier", ["voicemail", "early-voicemail", "late-email", "late-voicemails", "late-voicemail-Été"]
)
def test_another_id_of_a_template_is_refused(identifier: str) -> None:
    assert problems(f'```voicemail {{#{identifier} title="T"}}\nHello.\n```') == [
        f"playbooks/late.md:10: the id “{identifier}” must be late-voicemail or late-voicemail-word, "
        "in lower-case ASCII"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("## A {#Big}", "playbooks/late.md:10: the heading id “Big” must be lower-case words joined by -"),
        ("## A", "playbooks/late.md:10: the heading “A” has no id; end it with {#some-id}"),
        ("## A {#a}\n\n## B {#a}", "playbooks/late.md:12: the id “a” is already used in line 10"),
        ("## A {#late}", "playbooks/late.md:10: the id “late” is already used in line 1"),
        (
            "## A {#a}\n\n- [ ] One {#one}",
            "playbooks/late.md:10: the id of this checklist is “a”; it must be late-checklist",
        ),
        (
            "## A {#late-checklist}\n\n- [ ] One {#one}\n- [ ] Two {#one}",
            "playbooks/late.md:13: the item id “one” stands twice in late-checklist",
        ),
        (
            "## A {#late-checklist}\n\n- [ ] One {#One_1}",
            "playbooks/late.md:12: the item id “One_1” must be lower-case words joined by -",
        ),
    ],
)
def test_an_id_that_would_not_last_is_refused(text: str, problem: str) -> None:
    assert problems(text) == [problem]


def test_a_playbook_needs_more_front_matter_than_another_page() -> None:
    head = "---\ntitle: T\ndescription: D\n---\n"
    assert problems("", "privacy/index.md", head) == []
    assert problems("", head=head) == [
        f"playbooks/late.md:{line}: the front matter has no {key}:"
        for line, key in ((1, "order"), (2, "situation"), (3, "time"), (3, "who"), (3, "channel"))
    ]
    assert problems("", head=HEAD.replace("order: 1", "order: first")) == [
        "playbooks/late.md:2: order: must be a whole number, such as order: 20"
    ]
    assert problems("", "playbooks/too_late.md") == [
        "playbooks/too_late.md:1: the file name “too_late” must be lower-case words joined by -"
    ]
