from __future__ import annotations

from textwrap import dedent

import pytest

from playbooks.reading.blocks import Fence, Line, Tasks, Title, read_attributes, scan


def cut(text: str) -> list[Fence | Title | Tasks | Line]:
    return list(scan(dedent(text).strip("\n")))


def fences(text: str) -> list[Fence]:
    return [block for block in cut(text) if isinstance(block, Fence)]


def tasks(text: str) -> list[Tasks]:
    return [block for block in cut(text) if isinstance(block, Tasks)]


def test_every_line_stands_in_exactly_one_block() -> None:
    text = """
        Words.

        # Title {#title}

        - [ ] One {#one}
          goes on

        - [x] Two {#two}

        ```email {#e}
        Subject: x
        ```
        ~~~
        ## not a heading
        """
    lines = [line for block in cut(text) for line in range(block.start, block.end + 1)]
    assert lines == list(range(1, len(dedent(text).strip("\n").split("\n")) + 1))


def test_a_fence_tells_its_word_its_attributes_and_its_lines() -> None:
    (fence,) = fences("""
        ```email {#late-email title="Late, again" .bad-news}
        Subject: Hello

          indented
        ```
        """)
    assert (fence.word, fence.closed, fence.is_template) == ("email", True, True)
    assert fence.lines == ("Subject: Hello", "", "  indented")
    attributes = read_attributes(fence.attributes)
    assert (attributes.id, attributes.title, attributes.flags) == (
        "late-email",
        "Late, again",
        frozenset({"bad-news"}),
    )
    assert attributes.odd == ()


def test_attributes_that_nobody_understands_are_kept_apart() -> None:
    assert read_attributes("#a bad-news titel='x'").odd == ("bad-news", "titel='x'")


@pytest.mark.parametrize("outer", ["````", "~~~", "````markdown"])
def test_a_template_shown_inside_a_longer_fence_is_only_an_example(outer: str) -> None:
    closing = outer.removesuffix("markdown")
    (fence,) = fences(f"{outer}\n```email {{#an-email}}\nSubject: x\n```\n{closing}\n")
    assert (fence.end, fence.closed, fence.claims_to_be_template) == (5, True, False)


def test_a_template_in_a_list_loses_the_indentation_of_its_fence() -> None:
    (fence,) = fences("   ```voicemail {#v}\n   Hello.\n     more\n   ```")
    assert fence.lines == ("Hello.", "  more")


@pytest.mark.parametrize("following", ["```email {#e}", "## The words {#words}"])
def test_a_forgotten_closing_fence_does_not_swallow_what_follows(following: str) -> None:
    blocks = cut(f"```voicemail {{#v}}\nHello.\n\n{following}\n```")
    assert isinstance(blocks[0], Fence)
    assert (blocks[0].end, blocks[0].closed, blocks[0].lines) == (3, False, ("Hello.", ""))
    assert blocks[1].start == 4


def test_a_fence_that_nothing_closes_goes_to_the_end() -> None:
    (fence,) = fences("```python\n# x {#x}\nprint()")
    assert (fence.end, fence.closed) == (3, False)


@pytest.mark.parametrize(
    ("line", "text", "identifier"),
    [
        ("## Before you call {#before}", "Before you call", "before"),
        ("## Before you call {: #before }", "Before you call", "before"),
        ("### No id ###", "No id", None),
        ("##No space, yet a heading for Markdown", "No space, yet a heading for Markdown", None),
    ],
)
def test_a_heading_tells_its_text_and_its_id(line: str, text: str, identifier: str | None) -> None:
    (title,) = cut(line)
    assert isinstance(title, Title)
    assert (title.text, title.id) == (text, identifier)


def test_a_task_list_belongs_to_the_heading_right_above_it() -> None:
    first, second, third = tasks("""
        ## A {#a}

        - [ ] One {#one}
          and more
        - [X] Two
          {#two}

        ## B {#b}
        Words between.

        - [ ] Three {#three}

        Words.

        * [ ] Four
        """)
    assert first.heading is not None
    assert first.heading.id == "a"
    assert [(t.text, t.id, t.line) for t in first.items] == [("One and more", "one", 3), ("Two", "two", 5)]
    assert second.heading is None
    assert third.heading is None
    assert third.items[0].id is None


def test_an_indented_row_stays_a_row_and_is_marked() -> None:
    (found,) = tasks("- [ ] One {#one}\n  - [ ] Below {#below}\n- [ ] Two {#two}")
    assert [(t.id, t.nested) for t in found.items] == [("one", False), ("below", True), ("two", False)]


def test_an_ordinary_list_is_no_checklist() -> None:
    assert tasks("- One\n- [link](x.md)\n- [] not a box") == []
