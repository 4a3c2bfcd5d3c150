"""Why a text is not valid YAML, in words that say what to type.

A parser names the place where it gave up, often the line below the fault. Here the lines above are looked at for
what authors type: a tab, a colon without its space, a value that begins with a sign of YAML's own, a bracket or a
quotation mark without its partner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

LONGEST = 400  # characters of a line that are looked at
SHOWN = 60
QUOTES = "put texts that hold a colon, a comma or ? in quotes"
MERGE = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
PAIR = re.compile(r"^(?P<start> *(?:- +)?)(?P<key>[\w-]+):(?P<gap> *)(?P<value>.*)$")
CLOSE = re.compile(r"^(?P<start> *(?:- +)?)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*|\u00a0.*)$")
DASH = re.compile(r"^ *-(?P<rest>[\w{\"'].*)$")
FLOW_COLON = re.compile(r"[{,] *(?P<key>[\w-]+): (?P<value>[^\"'{}\[\],][^\"{},]*?: [^\"{},]*)")
FLOW_COMMA = re.compile(r"[\"'}\]](?P<gap> +)[\w-]+: ")
SIGNS = "@`%*&!|>"
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")

Rule = Callable[[str, str], str]


def explained(source: str, line: int) -> tuple[int, str]:
    """The line of the fault, counted from 1, and what to type there; `line` is where the parser gave up."""
    lines = [text[:LONGEST] for text in source.split("\n")]
    for number, text in enumerate(lines, 1):
        if MERGE.match(text):
            return number, "a merge was not finished; keep one of the two versions"
    near = list(_upwards(lines, line))
    for rules in (ON_ANY_LINE, AROUND):
        for number in near:
            for rule in rules:
                if advice := rule(lines[number - 1], _above(lines, number)):
                    return number, advice
    for number in reversed(range(1, min(line, len(lines)) + 1)):
        if advice := _without_partner(lines[number - 1]):
            return number, advice
    return line, _indented(lines, line) or QUOTES


def _upwards(lines: Sequence[str], line: int) -> Iterator[int]:
    """The line above where the parser gave up, then that line itself, then the one before both."""
    full = [number for number in range(1, min(line, len(lines)) + 1) if lines[number - 1].strip()]
    last = full[-3:]
    if line <= len(lines) and lines[line - 1].strip() and len(last) > 1:
        yield last[-2]
        yield last[-1]
        yield from last[:-2]
    else:
        yield from reversed(last)


def _above(lines: Sequence[str], number: int) -> str:
    return next((text for text in reversed(lines[: number - 1]) if text.strip()), "")


def _space(text: str, above: str) -> str:
    """Spaces that are none."""
    if "\t" in text:
        return "there is a tab in this line; type spaces"
    if "\u00a0" in text[: len(text) - len(text.lstrip())]:
        return "this line begins with a no-break space; type ordinary spaces"
    return ""


def _close(text: str, above: str) -> str:
    found = CLOSE.match(text)
    if not found or text.lstrip().startswith(("http:", "https:")):
        return ""
    return f"type a space after the colon: {_shown(found['key'] + ': ' + found['value'].strip())}"


def _dash(text: str, above: str) -> str:
    found = DASH.match(text)
    return f"type a space after the dash: - {_shown(found['rest'])}" if found and text.strip("-") else ""


def _value(text: str, above: str) -> str:
    """A value that YAML takes for something else."""
    found = PAIR.match(text)
    value = found["value"].rstrip() if found else ""
    if not found or not value:
        return ""
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    line = _shown(f'{found["key"]}: "{quoted}"')
    if value[0] in SIGNS and not re.fullmatch(r"[|>][+-]?\d?", value):
        return f"a value that begins with {value[0]} stands in quotes: {line}"
    if value[0] in "{[" and _ends_early(value):
        return f"a value that begins with {value[0]} stands in quotes: {line}"
    if value[0] not in "\"'{[#" and re.search(r":(?: |$)", value):
        return f"put a value that holds a colon in quotes: {line}"
    if value[0] in "\"'" and (whole := QUOTED.match(value)) and value[whole.end() :].strip():
        rest = value[whole.end() :].strip()
        if not rest.startswith("#"):
            return f"put the whole value in quotes: {_shown(found['key'] + ': ' + _single(value))}"
    return ""


def _single(value: str) -> str:
    """The value in quotes that it does not hold."""
    inner = value[1:-1] if value[0] == value[-1] == "'" else value
    return f'"{inner}"' if '"' not in inner else "'" + inner.replace("'", "''") + "'"


def _ends_early(value: str) -> bool:
    """Whether words follow the bracket that closes the first one."""
    bare, depth = QUOTED.sub(lambda found: "x" * len(found[0]), value), 0
    for at, sign in enumerate(bare):
        depth += (sign in "{[") - (sign in "}]")
        if depth == 0:
            rest = bare[at + 1 :].strip()
            return bool(rest) and not rest.startswith("#")
    return False


def _flow(text: str, above: str) -> str:
    if "{" not in text and "[" not in text:
        return ""
    if found := FLOW_COMMA.search(QUOTED.sub(lambda one: '"' + "x" * (len(one[0]) - 2) + '"', text)):
        before = text[: found.start() + 1].strip()[-SHOWN // 2 :]
        return f"type a comma between two texts, after {before}"
    if found := FLOW_COLON.search(text):
        value = _shown(f'{found["key"]}: "{found["value"].strip()}"')
        return f"put a text that holds a colon in quotes: {value}"
    if "?" in QUOTED.sub("", text):
        return "put a text that holds ? in quotes"
    return ""


def _pair(text: str, above: str) -> str:
    """Words where a key and a colon belong."""
    bare = text.strip()
    key = re.match(r"(?:- +)?([A-Za-z_][\w-]*) +\S", bare)
    if key and ":" not in bare and PAIR.match(text) is None and not above.rstrip().endswith((",", "[", "{")):
        return (
            f"type a colon after the key: {_shown(key[1] + ': ' + bare.removeprefix('- ')[len(key[1]) :].strip())}"
        )
    return ""


def _without_partner(text: str) -> str:
    """A quotation mark or a bracket that this line opens and no line closes."""
    found = PAIR.match(text)
    value = (found["value"] if found else text.strip()).strip()
    bare = QUOTED.sub("", value)
    if value[:1] in ("'", '"') and value[0] in bare:
        return f"the quotation mark {value[0]} is not closed; end the value with {value[0]}"
    for opening, closing in ("{}", "[]"):
        if bare.count(opening) > bare.count(closing):
            return f"the bracket {opening} is not closed; end it with {closing}"
        if bare.count(closing) > bare.count(opening) and not bare.startswith((closing, ",")):
            return f"the bracket {closing} closes nothing; open it with {opening}, or take it out"
    return ""


def _indented(lines: Sequence[str], line: int) -> str:
    """A line that begins elsewhere than its neighbours."""
    if not 1 < line <= len(lines):
        return ""
    text, above = lines[line - 1], _above(lines, line)
    own, usual = (len(each) - len(each.lstrip(" ")) for each in (text, above))
    if dash := re.match(r" *- +", above):
        usual = dash.end()
    if any(each.startswith("- ") for each in lines[: line - 1]) and own == 0 and not text.startswith("-"):
        return f"a new row of the list begins with a dash: - {_shown(text.strip())}"
    if own == usual:
        return ""
    return f"this line begins with {own} space{'s' * (own != 1)}; begin it with {usual}, as the one above it"


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


ON_ANY_LINE: tuple[Rule, ...] = (_space,)
AROUND: tuple[Rule, ...] = (_close, _dash, _value, _flow, _pair)
