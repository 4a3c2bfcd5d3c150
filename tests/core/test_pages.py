from __future__ import annotations

from textwrap import dedent

import pytest

from playbooks.languages.strings import strings
from playbooks.model.pages import Page
from playbooks.reading.pages import read_page

HEAD = "---\ntitle: A page\n---\n"


def read(text: str, head: str = HEAD, language: str = "en") -> tuple[Page, list[str]]:
    """The page, and its problems as they are printed; the text begins in line 4."""
    page, problems = read_page(
        head + dedent(text).strip("\n"), "playbooks/late.md", strings(language), "docs/late.md"
    )
    return page, [str(problem) for problem in problems]


def test_front_matter_gives_typeset_values_and_is_no_part_of_the_text() -> None:
    page, problems = read("Hello.", '---\ntitle: "Qu\'en dire ?"\norder: 20\n---\n', "fr")
    assert problems == []
    assert page.meta == {"title": "Qu’en dire\u202f?", "order": 20}
    assert (page.text, page.offset, page.title, page.slug) == ("Hello.", 4, "Qu’en dire\u202f?", "late")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("Words.", "docs/late.md:1: the page has no front matter; begin it with the lines ---, title: …, ---"),
        (
            "---\ntitle: ok\nwho: you: me\n---\n",
            "docs/late.md:3: the front matter cannot be read; put a value that holds a colon in quotes: "
            'who: "you: me"',
        ),
        (
            "---\nday: 2026-13-45\n---\n",
            "docs/late.md:2: the front matter cannot be read; put what looks like a date or a number and is "
            "none in quotes",
        ),
        ("---\n- a\n---\n", "docs/late.md:2: the front matter must be lines of key: value"),
    ],
)
def test_front_matter_that_cannot_be_read_is_explained(source: str, problem: str) -> None:
    page, problems = read("", source)
    assert problems == [problem]
    assert page.meta == {}


def test_a_rule_of_dashes_further_down_does_not_end_an_empty_front_matter() -> None:
    page, _ = read("Words.\n\n---\n\nMore.", "---\n---\n")
    assert (page.offset, page.text) == (2, "Words.\n\n---\n\nMore.")


@pytest.mark.parametrize("change", ["\r\n", "\ufeff"])
def test_what_editors_of_windows_add_changes_nothing(change: str) -> None:
    source = HEAD + '# Hello {#hello}\n\n```email {#late-email title="T"}\nSubject: S\n\nHi,\nyou\n```\n'
    plain, _ = read_page(source, "p.md", strings("en"), "p.md")
    changed = change + source if change == "\ufeff" else source.replace("\n", change)
    assert read_page(changed, "p.md", strings("en"), "p.md") == (plain, [])
    assert plain.templates[0].body[0].text == "Hi,\nyou"


def test_an_email_has_a_subject_and_paragraphs_with_their_lines() -> None:
    page, problems = read("""
        ```email {#late-email title="It's late" .bad-news}

        Subject: {project}: it's late

        Hello {client},

        Regards
        {sender}
        ```
        """)
    assert problems == []
    (email,) = page.templates
    assert (email.id, email.channel.id, email.title, email.bad_news) == ("late-email", "email", "It’s late", True)
    assert email.subject
    assert email.subject.text == "{project}: it’s late"
    assert [(p.text, p.place.line) for p in email.body] == [("Hello {client},", 8), ("Regards\n{sender}", 10)]
    assert str(email.place) == "docs/late.md:4"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "```emial {#late-email}\nSubject: S\n\nHi\n```",
            ["docs/late.md:4: “emial” is not a channel; the channels are email, message, phone, voicemail"],
        ),
        (
            "``` {#late-email}\nHi\n```",
            ["docs/late.md:4: this block names no channel; the channels are email, message, phone, voicemail"],
        ),
        (
            "```voicemail\nHi\n```",
            ['docs/late.md:4: the voicemail has no id; write ```voicemail {#playbook-voicemail title="…"}'],
        ),
        ("```voicemail {#v}\nHi\n```", ['docs/late.md:4: the template v has no title="…"']),
        ('```voicemail {#v title="T"}\n\n```', ["docs/late.md:4: the template v has no words"]),
        (
            '```voicemail {#v title="T" .sad bad-news}\nHi\n```',
            [
                'docs/late.md:4: “bad-news” in the braces is neither #id, .flag nor title="…"',
                "docs/late.md:4: “.sad” is not a flag of a template; there are .bad-news and .meeting",
            ],
        ),
        (
            '```voicemail {#v title="T" .meeting}\nHi\n```',
            ["docs/late.md:4: .meeting is for the script of a meeting; this is a voicemail"],
        ),
        (
            '```email {#e title="T"}\nHello,\n\nSubject: too late\n```',
            ["docs/late.md:4: the email e has no subject; its first line must be Subject: …"],
        ),
        (
            '```email {#e title="T"}\nSubject:\n\nHello,\n```',
            ["docs/late.md:4: the email e has no subject; its first line must be Subject: …"],
        ),
        (
            '```voicemail {#v title="T"}\nHi',
            ["docs/late.md:4: the block opened by ```voicemail is not closed; end it with ```"],
        ),
        ("```\ncode", ["docs/late.md:4: the block opened by ``` is not closed; end it with ```"]),
        (
            "## Before\n\n- [ ] One {#one}",
            [
                "docs/late.md:6: a checklist stands right under a heading with its id, such as "
                "## Before you call {#announce-a-delay-checklist}"
            ],
        ),
        (
            "## Before {#late-checklist}\n\n- [ ] One {#one}\n- [ ] Two",
            ["docs/late.md:7: this row of the checklist has no id; end it with {#some-id}"],
        ),
        (
            "## Before {#late-checklist}\n\n- [ ] One {#one}\n  - [ ] Two {#two}",
            ["docs/late.md:7: this row of the checklist is indented; rows stand at the margin"],
        ),
    ],
)
def test_a_faulty_block_is_explained_where_it_stands(text: str, problems: list[str]) -> None:
    assert read(text)[1] == problems


def test_a_phone_script_knows_the_speakers_of_its_language() -> None:
    page, problems = read('```phone {#late-phone title="T"}\nВи: Добрий день.\n```', language="uk")
    assert problems == []
    assert page.templates[0].body[0].speaker == "you"


def test_a_checklist_has_typeset_rows_with_their_lines() -> None:
    page, problems = read("## It's time {#late-checklist}\n\n- [ ] I'm ready. {#ready}\n- [x] Done. {#done}")
    assert problems == []
    (checklist,) = page.checklists
    assert (checklist.id, checklist.title, checklist.place.line) == ("late-checklist", "It’s time", 4)
    assert [(i.id, i.text, i.place.line) for i in checklist.items] == [
        ("ready", "I’m ready.", 6),
        ("done", "Done.", 7),
    ]


def test_links_and_headings_are_those_that_readers_get() -> None:
    page, _ = read("""
        ## See [this](a.md) {#see}

        [b](b.md#x "Title") and `[not](code.md)` and [c](c.md)

        ```text
        # no heading
        [no](link.md)
        ```
        """)
    assert [(link.target, link.place.line) for link in page.links] == [("a.md", 4), ("b.md#x", 6), ("c.md", 6)]
    assert [(heading.id, heading.level) for heading in page.headings] == [("see", 2)]


@pytest.mark.parametrize(
    ("path", "slug", "url", "is_playbook"),
    [
        ("index.md", "", "", False),
        ("playbooks/index.md", "playbooks", "playbooks/", False),
        ("playbooks/own-a-mistake.md", "own-a-mistake", "playbooks/own-a-mistake/", True),
        ("onboarding/newcomer.md", "newcomer", "onboarding/newcomer/", False),
    ],
)
def test_a_path_gives_the_slug_and_the_address(path: str, slug: str, url: str, is_playbook: bool) -> None:
    page, _ = read_page(HEAD, path, strings("en"), path)
    assert (page.slug, page.url, page.is_playbook) == (slug, url, is_playbook)
