"""How much of a page is read. Python-Markdown and its extensions take more than linear time over long
lines, long paragraphs and long pages: what exceeds these limits is a problem, and is neither read nor
rendered. The longest page of this site has 170 lines, its longest line 410 characters.
"""

from __future__ import annotations

from collections.abc import Sequence

LINE = 2_000  # characters
LINES = 1_500  # of a page
PARAGRAPH = 8_000  # characters without an empty line between


def within(lines: Sequence[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """The lines that are read, what is left out being empty, and (line, sentence) for what is not."""
    kept: list[str] = []
    faults: list[tuple[int, str]] = []
    held = 0
    for number, line in enumerate(lines[:LINES], 1):
        before, held = held, held + len(line) + 1 if line.strip() else 0
        if len(line) > LINE:
            faults.append((number, f"the line has {len(line)} characters, more than {LINE}: it is not read"))
        elif held > PARAGRAPH >= before:
            sentence = f"more than {PARAGRAPH} characters stand here without an empty line: the rest is not read"
            faults.append((number, sentence))
        kept.append(line if len(line) <= LINE and held <= PARAGRAPH else "")
        held = before if len(line) > LINE else held
    if len(lines) > LINES + 1:  # the last one is what follows the last line break
        faults.append((LINES + 1, f"the page has more than {LINES} lines: from here on it is not read"))
    return kept, faults
