"""Takes rules out of a style sheet by what their selectors name: elements, attributes, single classes.

It reads sheets that a minifier wrote: no comments, nothing broken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# A string, an escape, or something that opens, closes or ends.
_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|[(){};\[\],]""", re.DOTALL)
_NESTING = ("@media", "@supports", "@layer")
_FRAMES = re.compile(r"@keyframes\s+([\w-]+)")
_NOT = re.compile(r":not\([^()]*\)")


def without(sheet: str, is_idle: Callable[[str], bool]) -> str:
    """The sheet without the selectors that `is_idle` says nothing matches, and without animations that no rule
    names. What stands in `:not(…)` is not shown to it."""
    kept = "".join(_kept(sheet, lambda selector: is_idle(_NOT.sub("", selector))))
    return "".join(f"{head}{rest}" for head, rest in rules(kept) if not _is_still(head, kept))


def _kept(sheet: str, is_idle: Callable[[str], bool]) -> Iterator[str]:
    for head, rest in rules(sheet):
        if head.startswith(_NESTING):
            inner = "".join(_kept(rest[1:-1], is_idle))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@") or rest == ";":
            yield f"{head}{rest}"
        else:
            wanted = [selector for selector in selectors(head) if not is_idle(selector)]
            if wanted:
                yield f"{','.join(wanted)}{rest}"


def _is_still(head: str, sheet: str) -> bool:
    found = _FRAMES.match(head)
    return found is not None and not re.search(rf"animation[\w-]*:[^;}}]*\b{found[1]}\b", sheet)


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules of the outermost level: what stands before the braces, and the braces with what is in them; or a
    statement and its semicolon."""
    start = depth = begin = 0
    for token in _TOKEN.finditer(sheet):
        mark = token[0]
        if mark in "([{":
            if mark == "{" and depth == 0:
                begin = token.start()
            depth += 1
        elif mark in ")]}":
            depth -= 1
            if mark == "}" and depth == 0:
                yield sheet[start:begin].strip(), sheet[begin : token.end()]
                start = token.end()
        elif mark == ";" and depth == 0:
            yield sheet[start : token.start()].strip(), ";"
            start = token.end()


def selectors(head: str) -> list[str]:
    """The selectors of a rule: `a:is(b,c),d` are two."""
    found, start, depth = [], 0, 0
    for token in _TOKEN.finditer(head):
        if token[0] in "([":
            depth += 1
        elif token[0] in ")]":
            depth -= 1
        elif token[0] == "," and depth == 0:
            found.append(head[start : token.start()])
            start = token.end()
    return [*found, head[start:]]
