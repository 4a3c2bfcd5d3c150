"""Random breaks of real content, and whether the check tells them, run as a program or by the tests.

    python tests/authors/breaking.py [COUNT] [SEED] [--harmless | --drift] [--verbose] [--only=KIND]

A break is made in one file of one language, the way an author makes it: a step deleted, a brace lost, a paragraph
left in another language. It is told when something is said that was not said before, and placed when that
names the file and a line near the break.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playbooks import content
from playbooks.checks.alignment import together
from playbooks.checks.problems import findings
from playbooks.checks.versions import Cut
from playbooks.commands.agreement import agree
from playbooks.model.places import Problem
from playbooks.project import read_project

ROOT = Path(__file__).resolve().parents[2]
TREES = {"en": "docs", "fr": "docs_fr", "uk": "docs_uk"}
NEAR = 3  # lines
Lines = list[str]
Edit = Callable[[Lines, int, random.Random], Lines | None]
Maker = Callable[[Lines, random.Random], tuple[Lines, int] | None]


@dataclass(frozen=True)
class Break:
    """What was done, and where; `text` is the file afterwards, None: it is deleted."""

    kind: str
    path: str
    line: int
    text: bytes | None
    before: str = ""


@dataclass(frozen=True)
class Told:
    """What the check said of it: nothing, an error, a doubt; whether it was placed, or raised."""

    fault: Break
    problems: tuple[Problem, ...]
    raised: str = ""

    @property
    def is_told(self) -> bool:
        return bool(self.problems)

    @property
    def is_error(self) -> bool:
        return any(not problem.is_doubt for problem in self.problems)

    @property
    def is_placed(self) -> bool:
        """A file that is gone has no line: its name is enough."""
        if self.fault.text is None:
            return any(self.fault.path in str(problem) for problem in self.problems)
        return any(self._names(problem) for problem in self.problems)

    def _names(self, problem: Problem) -> bool:
        named = [(problem.place.path, problem.place.line)]
        named += [(path, int(line)) for path, line in re.findall(r"([\w./-]+\.\w+):(\d+)", problem.sentence)]
        return any(path == self.fault.path and abs(line - self.fault.line) <= NEAR for path, line in named)


def copy(root: Path, pages: Sequence[str] | None = None) -> Path:
    """The site, or as much of it as these pages of each tree need."""
    for name in ("mkdocs.yml",):
        shutil.copyfile(ROOT / name, root / name)
    for name in ("data", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    for tree in TREES.values():
        if pages is None:
            shutil.copytree(ROOT / tree, root / tree)
            continue
        for page in pages:
            (root / tree / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / tree / page, root / tree / page)
    agree(content.read_content(read_project(root / "mkdocs.yml")), None)  # words may be on their way
    return root


def remember() -> None:
    """Read no page twice whose text is the same: what is read is a function of the text."""
    kept: dict[tuple[object, ...], object] = {}
    read = content.read_page

    def remembered(source: str, path: str, texts: object, shown: str, addressing: object) -> object:
        name = (source, path, shown, addressing)
        if name not in kept:
            kept[name] = read(source, path, texts, shown, addressing)  # type: ignore[arg-type]
        return kept[name]

    content.read_page = remembered  # type: ignore[assignment]


def said(root: Path) -> Counter[tuple[str, str, str, bool]]:
    return Counter(key(problem) for problem in problems_of(root))


def problems_of(root: Path) -> list[Problem]:
    return findings(content.read_content(read_project(root / "mkdocs.yml")))


def key(problem: Problem) -> tuple[str, str, str, bool]:
    """A problem without its lines, which a break above it moves."""
    sentence = re.sub(r":\d+|line \d+", "", problem.sentence)
    return problem.place.path, sentence, problem.code, problem.is_doubt


def attempt(root: Path, fault: Break, before: Counter[tuple[str, str, str, bool]]) -> Told:
    """Make the break, look, and mend it."""
    path = root / fault.path
    whole = path.read_bytes() if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    try:
        if fault.text is None:
            path.unlink()
        else:
            path.write_bytes(fault.text)
        left = before.copy()
        new = []
        for problem in problems_of(root):
            if left[key(problem)]:
                left[key(problem)] -= 1
            else:
                new.append(problem)
        return Told(fault, tuple(new))
    except Exception:
        return Told(fault, (), traceback.format_exc())
    finally:
        if whole is None:
            path.unlink()
        else:
            path.write_bytes(whole)


# What an author can break: each gives the lines afterwards and the number of the first that changed, from 0


def _where(lines: Lines, fits: Callable[[str], object]) -> list[int]:
    return [number for number, line in enumerate(lines) if fits(line)]


def _body(lines: Lines) -> int:
    return lines.index("---", 1) + 1 if lines[0] == "---" else 0


def _outside(lines: Lines) -> set[int]:
    """Lines of the body outside of fenced blocks."""
    inside, found = False, set()
    for number in range(_body(lines), len(lines)):
        if lines[number].startswith("```"):
            inside = not inside
        elif not inside:
            found.add(number)
    return found


STEP, ITEM = re.compile(r"\d+\. "), re.compile(r"[-*] (?!\[)")
ROW, TASK = re.compile(r"\|(?!\s*-)"), re.compile(r"- \[ \] ")
BLANK, FORMS = re.compile(r"\{[a-z-]+(?::[a-z]+)?\}"), re.compile(r"\{[^{}|]*\|[^{}]*\}")
LINK, ID = re.compile(r"(?<!!)\[[^\]]+\]\([^)]+\)"), re.compile(r" \{#[\w-]+\}")
WORD = re.compile(r"[^\W\d_]{3,}")


def _plain(line: str) -> bool:
    return bool(line.strip()) and not re.match(r"[#|`>\s]|\d+\. |[-*] |<|---", line)


def _line_breaks() -> dict[str, Maker]:
    def on(fits: Callable[[str], object], edit: Edit, where: str = "out") -> Maker:
        def make(lines: Lines, luck: random.Random) -> tuple[Lines, int] | None:
            outside = _outside(lines)
            start = _body(lines)
            rows = [
                at
                for at in _where(lines, fits)
                if (where == "any" and at >= start)
                or (where == "out" and at in outside)
                or (where == "in" and at >= start and at not in outside and not lines[at].startswith("```"))
                or (where == "front" and 0 < at < start - 1)
            ]
            if not rows:
                return None
            at = luck.choice(rows)
            changed = edit(list(lines), at, luck)
            return (changed, at) if changed is not None and changed != lines else None

        return make

    def delete(lines: Lines, at: int, luck: random.Random) -> Lines:
        del lines[at]
        return lines

    def delete_paragraph(lines: Lines, at: int, luck: random.Random) -> Lines:
        del lines[at : at + 2]
        return lines

    def double(lines: Lines, at: int, luck: random.Random) -> Lines:
        lines.insert(at, lines[at])
        return lines

    def double_paragraph(lines: Lines, at: int, luck: random.Random) -> Lines:
        lines[at:at] = [lines[at], ""]
        return lines

    def swap(lines: Lines, at: int, luck: random.Random) -> Lines | None:
        mark = re.compile(r"(\d+\. |[-*] |\| ?)")
        if at + 1 >= len(lines) or not (mark.match(lines[at]) and mark.match(lines[at + 1])):
            return None
        if lines[at + 1].startswith("|--") or (
            lines[at][0] != lines[at + 1][0] and not lines[at + 1][0].isdigit()
        ):
            return None
        one, other = (mark.sub("", lines[place], count=1) for place in (at, at + 1))
        heads = [mark.match(lines[place]) for place in (at, at + 1)]
        lines[at], lines[at + 1] = str(heads[0] and heads[0][0]) + other, str(heads[1] and heads[1][0]) + one
        return lines

    def without(pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str] = lambda found: "") -> Edit:
        def edit(lines: Lines, at: int, luck: random.Random) -> Lines | None:
            places = list(pattern.finditer(lines[at]))
            if not places:
                return None
            found = luck.choice(places)
            lines[at] = lines[at][: found.start()] + instead(found) + lines[at][found.end() :]
            return lines

        return edit

    def typed(pattern: str, instead: str) -> Edit:
        return without(re.compile(pattern), lambda found: found.expand(instead))

    def swapped_forms(found: re.Match[str]) -> str:
        he, she, *rest = found[0][1:-1].split("|")
        return "{" + "|".join((she, he, *rest)) + "}"

    def insert(text: str) -> Edit:
        def edit(lines: Lines, at: int, luck: random.Random) -> Lines:
            place = luck.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + text + lines[at][place:]
            return lines

        return edit

    def comment(lines: Lines, at: int, luck: random.Random) -> Lines:
        lines[at] = f"<!-- {lines[at]} -->"
        return lines

    def end_of_block(lines: Lines, at: int) -> int:
        return next((number for number in range(at + 1, len(lines)) if lines[number].startswith("```")), at)

    def template_in_comment(lines: Lines, at: int, luck: random.Random) -> Lines:
        lines.insert(end_of_block(lines, at) + 1, "-->")
        lines.insert(at, "<!--")
        return lines

    def below(text: str) -> Edit:
        def edit(lines: Lines, at: int, luck: random.Random) -> Lines:
            lines.insert(at + 1, text)
            return lines

        return edit

    def other_blank(lines: Lines, at: int, luck: random.Random) -> Lines | None:
        own = BLANK.findall(lines[at])
        others = [blank for line in lines for blank in BLANK.findall(line) if blank not in own]
        if not others:
            return None
        lines[at] = lines[at].replace(luck.choice(own), luck.choice(others), 1)
        return lines

    def paragraphs_swapped(lines: Lines, at: int, luck: random.Random) -> Lines | None:
        if at + 2 >= len(lines) or lines[at + 1].strip() or not re.match(r"(?!```).*\w", lines[at + 2]):
            return None
        lines[at], lines[at + 2] = lines[at + 2], lines[at]
        return lines

    def other_value(lines: Lines, at: int, luck: random.Random) -> Lines | None:
        if at + 1 >= _body(lines) - 1 or ": " not in lines[at + 1] or lines[at + 1].startswith((" ", "asked")):
            return None
        lines[at] = lines[at].partition(": ")[0] + ": " + lines[at + 1].partition(": ")[2]
        return lines

    def merge_marks(lines: Lines, at: int, luck: random.Random) -> Lines:
        lines[at : at + 1] = ["<<<<<<< HEAD", lines[at], "=======", lines[at], ">>>>>>> other"]
        return lines

    def not_switched_on(lines: Lines, at: int, luck: random.Random) -> Lines:
        signs = ("~~{}~~", "=={}==", "{}[^1]", "{{{{ {} }}}}", "[[{}]]", "!!! note\n    {}", '=== "One"\n    {}')
        lines[at] = luck.choice(signs).format(lines[at])
        return lines

    sentence = re.compile(r"(?<=[.!?] )[^.!?{}\[\]|*]{15,}[.!?](?= |$)")
    speech = re.compile(r"(?!Subject:).*\w")
    long_word = re.compile(r".*\w{4}")
    return {
        "step deleted": on(STEP.match, delete),
        "item deleted": on(ITEM.match, delete),
        "row of a table deleted": on(ROW.match, delete),
        "row of a checklist deleted": on(TASK.match, delete),
        "paragraph deleted": on(_plain, delete_paragraph),
        "paragraph of a template deleted": on(speech.match, delete_paragraph, "in"),
        "heading deleted": on(re.compile("##").match, delete),
        "step doubled": on(STEP.match, double),
        "item doubled": on(ITEM.match, double),
        "row doubled": on(ROW.match, double),
        "paragraph doubled": on(_plain, double_paragraph),
        "steps swapped": on(STEP.match, swap),
        "items swapped": on(ITEM.match, swap),
        "rows swapped": on(ROW.match, swap),
        "rows of a checklist swapped": on(TASK.match, swap),
        "blank deleted": on(BLANK.search, without(BLANK), "in"),
        "blank's brace lost": on(BLANK.search, typed(r"\{([a-z-]+(?::[a-z]+)?)\}", r"\1}"), "in"),
        "form deleted": on(re.compile(r"\{[a-z-]+:").search, typed(r"\{([a-z-]+):[a-z]+\}", r"{\1}"), "in"),
        "form misspelt": on(re.compile(r"\{[a-z-]+:").search, typed(r"(\{[a-z-]+:[a-z]+)\}", r"\1x}"), "in"),
        "forms swapped": on(FORMS.search, without(FORMS, swapped_forms), "in"),
        "form of a speaker deleted": on(FORMS.search, typed(r"\{([^{}|]*)\|[^{}|]*", r"{\1"), "in"),
        "passage opened": on(re.compile(r"\[\[").search, typed(r"\]\]", ""), "in"),
        "passage bare": on(re.compile(r"\[\[.*\]\]").search, typed(r"\[\[(.*?)\]\]", r"\1"), "in"),
        "speaker lost": on(re.compile(r"[^\W\d_]+: ").match, typed(r"^[^\W\d_]+: ", ""), "in"),
        "link deleted": on(LINK.search, without(LINK)),
        "link's words alone": on(LINK.search, typed(r"\[([^\]]+)\]\([^)]+\)", r"\1")),
        "link misspelt": on(LINK.search, typed(r"\]\(([^)]+)\)", r"](x\1)")),
        "id deleted": on(ID.search, without(ID), "any"),
        "id misspelt": on(ID.search, typed(r"\{#([\w-]+)\}", r"{#x\1}"), "any"),
        "fence deleted": on(re.compile("```").match, delete, "any"),
        "channel misspelt": on(re.compile("```[a-z]").match, typed("```([a-z])", r"```x\1"), "any"),
        "bold broken": on(re.compile(r".*\*\*.*\*\*").match, typed(r"\*\*(.*?)\*\*", r"**\1*")),
        "bold removed": on(re.compile(r"\d+\. \*\*.*\*\*").match, typed(r"\*\*(.*?)\*\*", r"\1")),
        "heading deeper": on(re.compile("##").match, typed("^##", "###")),
        "number of a step lost": on(STEP.match, typed(r"^\d+\. ", "")),
        "line indented": on(lambda line: STEP.match(line) or ITEM.match(line), typed("^", "    ")),
        "row ticked": on(TASK.match, typed(r"\[ \]", "[x]")),
        "in a comment": on(lambda line: _plain(line) or STEP.match(line), comment),
        "cell lost": on(ROW.match, typed(r"\|[^|]+\|$", "|")),
        "sentence deleted": on(sentence.search, without(sentence), "any"),
        "number changed": on(re.compile(r"[^#]* \d").match, typed(r" (\d)", r" 7\1"), "any"),
        "key deleted": on(re.compile("[a-z]+:").match, delete, "front"),
        "key misspelt": on(re.compile("(?!asked)[a-z]+:").match, typed("^([a-z]+):", r"\1x:"), "front"),
        "colon without quotes": on(re.compile('[a-z]+: "').match, typed('"(.*)"', r"a: \1"), "front"),
        "NUL": on(long_word.match, insert("\0"), "any"),
        "escape character": on(long_word.match, insert("\x1b"), "any"),
        "direction character": on(long_word.match, insert("\u202e"), "any"),
        "zero width space": on(long_word.match, insert("\u200b"), "any"),
        "template in a comment": on(re.compile(r"```[a-z]+ \{#").match, template_in_comment, "any"),
        "bold in a row": on(TASK.match, typed(r"\] (\w+)", r"] **\1**")),
        "list under a row": on(TASK.match, below("    - one more")),
        "not switched on": on(_plain, not_switched_on),
        "image from elsewhere": on(_plain, typed("$", " ![plan](https://a.example/plan.png)")),
        "frame": on(_plain, typed("$", ' <iframe src="https://a.example/"></iframe>')),
        "attribute that runs": on(_plain, typed("$", ' <b onclick="alert(1)">x</b>')),
        "title in other quotes": on(
            re.compile(r"```[a-z]+ \{#.*title=").match, typed('title="(.*?)"', r"title='\1'"), "any"
        ),
        "capital in an id": on(ID.search, typed(r"\{#([a-z])", r"{#X\1"), "any"),
        "block of code with an id": on(_plain, below("\n```python {#x}\nprint()\n```")),
        "blank of another": on(BLANK.search, other_blank, "in"),
        "paragraphs of a template swapped": on(
            re.compile(r"(?!Subject:|```).*\w").match, paragraphs_swapped, "in"
        ),
        "value of another key": on(re.compile("(?!asked|order|stage)[a-z]+: ").match, other_value, "front"),
        "order of another": on(re.compile("order:").match, typed(r"\d+", "10"), "front"),
        "merge marks": on(_plain, merge_marks),
        "link to another page": on(
            re.compile(r".*\]\([\w./-]+\.md").match, typed(r"\]\([\w./-]+\.md", "](../privacy/index.md")
        ),
        "heading of the first level": on(_plain, below("\n# Late\n")),
        "tab in a branch": on(re.compile(r"  \S").match, typed("^  ", "\t"), "in"),
        "script": on(_plain, typed("$", " <script>alert(1)</script>")),
        "megabyte": on(_plain, typed("$", " " + "x" * 1_000_000)),
    }


LINE_BREAKS = _line_breaks()


OF_PAGES = (*LINE_BREAKS, "untranslated", "page deleted", "not UTF-8", "UTF-16", "in a folder")


def page_breaks(
    root: Path, pages: Sequence[str], luck: random.Random, only: Sequence[str] = OF_PAGES
) -> Iterator[Break]:
    """Breaks of pages without end, every kind in turn."""
    kinds = list(only)
    while True:
        luck.shuffle(kinds)
        for kind in kinds:
            language = luck.choice(list(TREES))
            path = f"{TREES[language]}/{luck.choice(list(pages))}"
            lines = (root / path).read_text("utf-8").split("\n")
            if kind == "page deleted":
                yield Break(kind, path, 1, None)
            elif kind == "not UTF-8":
                at = luck.choice(_where(lines, lambda line: "é" in line or "и" in line or "’" in line) or [0])
                data = "\n".join([*lines[:at], lines[at] + "\udce9", *lines[at + 1 :]])
                yield Break(kind, path, at + 1, data.encode("utf-8", "surrogateescape"))
            elif kind == "UTF-16":
                yield Break(kind, path, 1, "\n".join(lines).encode("utf-16"))
            elif kind == "in a folder":
                inner = path.replace("playbooks/", "playbooks/more/", 1)
                yield Break(kind, inner, 1, "\n".join(lines).encode())
            elif kind == "untranslated":
                other = TREES[luck.choice([code for code in TREES if code != language])]
                theirs = (root / path.replace(path.split("/")[0], other, 1)).read_text("utf-8").split("\n")
                mine, twins = (
                    [at for at in sorted(_outside(text)) if _plain(text[at])] for text in (lines, theirs)
                )
                if len(mine) == len(twins) and mine:
                    number = luck.randrange(len(mine))
                    if len(WORD.findall(lines[mine[number]])) > 4:
                        text = [*lines]
                        text[mine[number]] = theirs[twins[number]]
                        yield Break(kind, path, mine[number] + 1, "\n".join(text).encode(), lines[mine[number]])
            elif made := LINE_BREAKS[kind](lines, luck):
                text, at = made
                yield Break(kind, path, at + 1, "\n".join(text).encode(), lines[at])


KINDS_OF_DATA = ("entry deleted", "file deleted", "colon", "bracket", "key doubled", "key misspelt", "NUL")
DATA = ("fields.yml", "glossary.yml", "tone.yml", "changes.yml", "register.yml")


def data_breaks(root: Path, luck: random.Random) -> Iterator[Break]:
    """Breaks of data files without end."""
    while True:
        name = luck.choice(DATA)
        path = f"data/{name}"
        lines = (root / path).read_text("utf-8").split("\n")
        starts = [at for at in _where(lines, re.compile(r"(  )?- |[a-z]{2}:").match)]
        full = _where(lines, re.compile(r".*\w").match)
        kind = luck.choice(KINDS_OF_DATA)
        at = luck.choice(starts if kind == "entry deleted" else full)
        text = [*lines]
        if kind == "entry deleted":
            end = next((next_ for next_ in starts if next_ > at), len(lines))
            del text[at:end]
        elif kind == "file deleted":
            yield Break(kind, path, 1, None)
            continue
        elif kind == "colon":
            if text[at].startswith("#") or ":" not in text[at]:
                continue
            text[at] = text[at].replace(":", "", 1)
        elif kind == "bracket":
            if not re.search(r"[\[\]{}]", text[at]) or text[at].startswith("#"):
                continue
            text[at] = re.sub(r"[\[\]{}]", "", text[at], count=1)
        elif kind == "key doubled":
            if not re.match(r" +[a-z_]+:", text[at]):
                continue
            text.insert(at, text[at])
        elif kind == "key misspelt":
            if not re.match(r" +[a-z_]{4,}:", text[at]):
                continue
            text[at] = re.sub(r"([a-z_]{4,}):", r"\1x:", text[at], count=1)
        else:
            text[at] += "\0"
        yield Break(f"{kind} ({name})", path, at + 1, "\n".join(text).encode(), lines[at])


def harmless(root: Path, pages: Sequence[str], luck: random.Random) -> Iterator[Break]:
    """Edits that change no meaning, without end: nothing may be called wrong for them."""
    kinds = ("reworded", "reflowed", "CRLF", "sentence cut", "spaces at the end", "BOM", "no final newline")
    while True:
        kind = luck.choice(kinds)
        path = f"{luck.choice(list(TREES.values()))}/{luck.choice(list(pages))}"
        text = (root / path).read_text("utf-8")
        lines = text.split("\n")
        plain = [at for at in sorted(_outside(lines)) if _plain(lines[at]) and len(lines[at]) > 60]
        at = luck.choice(plain) if plain else 0
        if kind == "CRLF":
            data = text.replace("\n", "\r\n").encode()
        elif kind == "BOM":
            data = b"\xef\xbb\xbf" + text.encode()
        elif kind == "no final newline":
            data = text.rstrip("\n").encode()
        elif kind == "spaces at the end":
            lines[at] += "   "
            data = "\n".join(lines).encode()
        elif not plain:
            continue
        else:
            line = lines[at]
            if kind == "reflowed":
                middle = line.find(" ", len(line) // 2)
                if middle < 0 or "](" in line or re.match(r" (\d+\.|[-*+>#|]) ", line[middle:]):
                    continue
                lines[at] = line[:middle] + "\n" + line[middle + 1 :]
            elif kind == "sentence cut":
                if ", " not in line or "](" in line:
                    continue
                first, _, rest = line.partition(", ")
                lines[at] = f"{first}. {rest[:1].upper()}{rest[1:]}"
            else:
                words = WORD.findall(re.sub(r"\]\([^)]*\)", "", line))
                word = luck.choice(words)
                lines[at] = re.sub(rf"\b{re.escape(word)}\b", word + word[-1], line, count=1)
                if "](" in line:
                    continue
            data = "\n".join(lines).encode()
        yield Break(kind, path, at + 1, data, lines[at])


@dataclass(frozen=True)
class Drift:
    """A change of words in one language, and where its twins stand: exactly those are behind afterwards."""

    fault: Break
    wanted: tuple[str, ...]


WORDS_ALONE = re.compile(r"`[^`]*`|\{[^{}]*\}|\]\([^)]*\)|<[^>]*>|^\S+:|title=|Subject:|\[ \]|\[\[|\]\]")


def drifts(root: Path, luck: random.Random) -> Iterator[Drift]:
    """Rewordings of pages and data files without end, every language in turn the one that changed."""
    read = content.read_content(read_project(root / "mkdocs.yml"))
    versions = Cut(read.site, read.data_texts).all_versions
    rows = [
        twins
        for pages in versions.values()
        for group in dict.fromkeys(name for groups in pages.values() for name in groups)
        for twins in together(group, {lang: groups[group] for lang, groups in pages.items() if group in groups})
        if len(twins) == len(TREES)
    ]
    while True:
        for language in TREES:
            twins = luck.choice(rows)
            unit = twins[language]
            lines = (root / unit.place.path).read_text("utf-8").split("\n")
            at = unit.place.line - 1
            bare = WORDS_ALONE.sub(lambda found: " " * len(found[0]), lines[at])
            own = set(WORD.findall(unit.text.replace("\u2019", "'")))
            words = [found for found in WORD.finditer(bare) if found[0] in own and lines[at].count(found[0]) == 1]
            if not words:
                continue
            word = luck.choice(words)
            changed = [*lines]
            changed[at] = f"{lines[at][: word.end()]}{word[0][-1]}{lines[at][word.end() :]}"
            fault = Break(unit.label, unit.place.path, unit.place.line, "\n".join(changed).encode(), lines[at])
            yield Drift(fault, tuple(sorted(str(twin.place) for lang, twin in twins.items() if lang != language)))


def behind(told: Told) -> tuple[str, ...]:
    """Where something is said to be behind."""
    return tuple(sorted(str(problem.place) for problem in told.problems if problem.code == "behind"))


def drift_summary(
    root: Path, count: int, luck: random.Random, before: Counter[tuple[str, str, str, bool]]
) -> None:
    edits = drifts(root, luck)
    wrong, sources = 0, Counter[str]()
    for _ in range(count):
        drift = next(edits)
        told = attempt(root, drift.fault, before)
        named = behind(told)
        sources[drift.fault.path.split("/")[0]] += 1
        if named != drift.wanted or told.raised:
            wrong += 1
            print(
                f"{drift.fault.kind} {drift.fault.path}:{drift.fault.line}",
                drift.fault.before[:80],
                drift.wanted,
                named,
                told.raised,
                sep="\n   ",
            )
    print(f"{count} drifts of {dict(sources)}: {count - wrong} named to the paragraph in every other language")


def pages_of(root: Path) -> list[str]:
    return sorted(path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("playbooks/*-*.md"))


def main() -> None:
    arguments = [word for word in sys.argv[1:] if word.isdigit()]
    count, seed = (int(arguments[at]) if len(arguments) > at else default for at, default in ((0, 100), (1, 1)))
    luck = random.Random(seed)
    remember()
    with tempfile.TemporaryDirectory() as folder:
        root = copy(Path(folder))
        before = said(root)
        pages = pages_of(root)
        if "--harmless" in sys.argv:
            edits = harmless(root, pages, luck)
            results = [attempt(root, next(edits), before) for _ in range(count)]
            wrong = [told for told in results if told.is_error or told.raised]
            for told in wrong:
                print(told.fault.kind, told.fault.path, told.fault.line, *told.problems, told.raised, sep="\n   ")
            print(
                f"{count} harmless edits: {len(wrong)} called wrong, {sum(t.is_told for t in results)} with doubts"
            )
            return
        only = [kind for kind in OF_PAGES if f"--only={kind}" in sys.argv]
        if "--drift" in sys.argv:
            drift_summary(root, count, luck, before)
            return
        of_pages, of_data = page_breaks(root, pages, luck, only or OF_PAGES), data_breaks(root, luck)
        share = 0 if only else 0.15
        results = [
            attempt(root, next(of_data if luck.random() < share else of_pages), before) for _ in range(count)
        ]
    summary(results, "--verbose" in sys.argv)


def summary(results: Sequence[Told], verbose: bool) -> None:
    silent = [told for told in results if not told.is_told and not told.raised]
    away = [told for told in results if told.is_told and not told.is_placed]
    for name, group in (
        ("silent", silent),
        ("placed elsewhere", away),
        ("raised", [t for t in results if t.raised]),
    ):
        for told in group:
            print(f"{name}: {told.fault.kind}: {told.fault.path}:{told.fault.line} {told.fault.before[:60]}")
            for problem in told.problems[:3]:
                print(f"    {problem}")
            print(told.raised, end="")
    if verbose:
        for told in results:
            print(
                told.fault.kind,
                f"{told.fault.path}:{told.fault.line}",
                *map(str, told.problems[:4]),
                sep="\n     ",
            )
    doubts = Counter(told.fault.kind for told in results if told.is_told and not told.is_error)
    print("only doubted:", dict(doubts.most_common()))
    told, errors = sum(told.is_told for told in results), sum(told.is_error for told in results)
    raised = sum(bool(told.raised) for told in results)
    placed = f"{sum(told.is_placed for told in results)} placed, {len(silent)} silent"
    print(f"{len(results)} breaks: {raised} raised, {told} told ({errors} as errors), {placed}")


if __name__ == "__main__":
    main()
