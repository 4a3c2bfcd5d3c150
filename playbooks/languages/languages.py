"""The languages that the engine knows: every folder beside this module that holds a `language.yml`.

A folder is all that there is to a language; nothing outside of `languages/` names one. Its files:

    language.yml    names, typography, typing faults, forms, words of the search: see the classes below
    strings.yml     the words of the interface
    stem.js, stem.py    the stemmer and its twin, which reads the rules in the script (see `rules`)
    irregular.txt   forms that the rules of the stemmer leave apart, a word a line, that of dictionaries first
    ignored.txt     words that only help a question along
    placeholders.txt    what an author notes where something is still to be written, one a line
    example.md, example-fields.yml, example-tone.yml, example-words.txt, draft.md    what `init` and `new` write
    pages/          what every site has

A language may lack any of them but the names and the strings; `lacks` says what that means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from .reader import Faults, Keys

NBSP = "\u00a0"  # no-break space
NNBSP = "\u202f"  # narrow no-break space
SEAM = "\ue000"  # joins the pieces of a paragraph that markup cuts apart; never in a text
SPACE = f"[ {NBSP}{NNBSP}]"
CHARACTERS = {"space": SPACE, "nbsp": NBSP, "nnbsp": NNBSP, "seam": SEAM}

FOLDER = Path(__file__).parent
FILE = "language.yml"
DEFAULT_RATE = 140  # words a minute on the phone where a language does not tell: between those that do
FALLBACK = "en"  # of a site that names no language, as its theme has it

Stemmer = Callable[[str], list[str]]
Rule = tuple[re.Pattern[str], str]


@dataclass(frozen=True)
class Typography:
    """Quotation marks, and rules that are applied in order after quotes and apostrophes.

    After the characters of `elision` a quotation opens too: l'"urgence". `quoting_apostrophe`: ' opens an
    inner quotation. In rules {space} is any space, {nbsp} and {nnbsp} the no-break ones, {seam} where markup
    cuts; $1 is a group.
    """

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    elision: str = ""
    quoting_apostrophe: bool = False
    dash: str = "–"
    rules: tuple[Rule, ...] = ()


# What a blank of a kind needs of the forms.
NUMBERS = ("group", "decimal")
PARTS = {
    "date": ("date", "first_day", "weekdays"),
    "time": ("time", "full_hour"),
    "number": NUMBERS,
    "money": (*NUMBERS, "money", "money_by_code", "signs", "currencies"),
}
KINDS = (*PARTS, "company", "name")


@dataclass(frozen=True)
class BlankForm:
    """A form that a blank can be asked for. `pattern` has the hole {value}, or those of a date and a time with
    {weekday:case} beside them, and the names of joins; `asked` is what tools that make no forms ask for."""

    pattern: str
    asked: str


@dataclass(frozen=True)
class Forms:
    """How the browser writes days, times, money and numbers.

    `date` has the holes {weekday} {day} {month} {year}, and in [ ] what goes with the year.
    `time` has {hour} {hour12} {hour24} {minutes} {half} (am,
    pm); `full_hour` is for times without minutes; `money` {sign} {amount}, and `money_by_code` {code} {amount}
    for currencies without a sign. `first_day` stands for the 1 of a month. `signs` are the language's own, by
    currency; `currencies` patterns of what is typed beside an amount.

    `blanks` are the forms that a blank of a kind can be asked for; `weekdays` names by case, Monday first; `joins`
    words that follow the sound, by name: rows of what stands before, what follows, and the word; the first row
    that fits holds.
    """

    group: str = NBSP
    decimal: str = ","
    date: str = "{weekday} {day} {month} {year}"
    first_day: str = ""
    time: str = "{hour24}:{minutes}"
    full_hour: str = ""
    money: str = f"{{amount}}{NBSP}{{sign}}"
    money_by_code: str = f"{{amount}}{NBSP}{{code}}"
    signs: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    weekdays: Mapping[str, Sequence[str]] = field(default_factory=dict)
    joins: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    blanks: Mapping[str, Mapping[str, BlankForm]] = field(default_factory=dict)

    def data(self, kinds: Collection[str]) -> dict[str, Any]:
        """What blanks of these kinds need, as JSON data: nothing else has to travel with a page."""
        wanted = {name for kind in kinds for name in PARTS.get(kind, ())}
        found = {name: value for name, value in vars(self).items() if name in wanted and value}
        asked = {kind: forms for kind, forms in self.blanks.items() if kind in kinds}
        if asked:
            patterns = {
                kind: {name: form.pattern for name, form in forms.items()} for kind, forms in asked.items()
            }
            joined = {name: rows for name, rows in self.joins.items() if f"{{{name}}}" in str(patterns)}
            found |= {"blanks": patterns} | ({"joins": joined} if joined else {})
        return found


@dataclass(frozen=True)
class Letters:
    """Two rows of characters of the same length: what is typed, and what was meant."""

    typed: str
    meant: str
    letters: str = ""


@dataclass(frozen=True)
class Search:
    """How words are cut and compared.

    `rules` are patterns and what stands instead, applied to texts in lower case: ' in a pattern is any
    apostrophe, L the letters of a class, $1 a group. `lookalikes` are letters of another alphabet in a word of
    `letters`; `keyboard` is what is typed in another layout. `dictionary` names a package with a dictionary of
    Hunspell and its file of affixes.
    """

    accents_ignored: bool = True
    rules: tuple[tuple[str, str], ...] = ()
    lookalikes: Letters | None = None
    keyboard: Letters | None = None
    dictionary: tuple[str, str] | None = None
    ignored_in_all_forms: bool = False

    def data(self) -> dict[str, Any]:
        """What the browser needs to cut words, as JSON data."""
        found: dict[str, Any] = {"accents": self.accents_ignored, "rules": [list(rule) for rule in self.rules]}
        if self.lookalikes:
            found["lookalikes"] = [self.lookalikes.letters, self.lookalikes.typed, self.lookalikes.meant]
        return found


@dataclass(frozen=True)
class Language:
    """One language. `locale` as BCP 47 and Open Graph want it; parts that it lacks are None.

    `women_agree`: the plural of several women differs from that of others. `stops_outside`: a full stop
    stands after the closing quotation mark.

    `address` names the script that makes the form in which a name is addressed: "" where names keep their
    form, None where nobody has said. `faults` are patterns that no text may hold, with a sentence.
    """

    code: str
    folder: Path
    own_name: str
    english_name: str
    locale: str
    rate: int | None = None
    typography: Typography | None = None
    faults: tuple[tuple[re.Pattern[str], str], ...] = ()
    forms: Forms | None = None
    search: Search | None = None
    address: str | None = None
    other_codes: tuple[str, ...] = ()
    women_agree: bool = False
    stops_outside: bool = False

    def blank_forms(self, kind: str) -> Mapping[str, BlankForm]:
        """The forms that a blank of this kind can be asked for, by name."""
        return self.forms.blanks.get(kind, {}) if self.forms else {}

    def asked(self, kind: str, form: str) -> str:
        """How a form is asked for where nothing makes it: "on which day"; "" for one that is not known."""
        known = self.blank_forms(kind).get(form)
        return known.asked if known else ""

    @property
    def words_per_minute(self) -> int:
        return self.rate or DEFAULT_RATE

    @cached_property
    def twin(self) -> ModuleType | None:
        """The module of the stemmer, which reads the rules of the one that the browser runs."""
        path = self.folder / "stem.py"
        spec = spec_from_file_location(f"{__package__}.{self.code}.stem", path) if path.exists() else None
        if spec is None or spec.loader is None:
            return None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    @property
    def stem(self) -> Stemmer:
        """The stems of a word, one for each reading; without a stemmer it is its own."""
        stem: Stemmer | None = getattr(self.twin, "stem", None)
        return stem or (lambda word: [word])

    @cached_property
    def irregular(self) -> tuple[tuple[str, ...], ...]:
        """Forms of one word each, as they are written."""
        return tuple(tuple(line.split()) for line in self._lines("irregular.txt"))

    @cached_property
    def ignored(self) -> tuple[str, ...]:
        """Words that only help a question along."""
        return tuple(word for line in self._lines("ignored.txt") for word in line.split())

    @cached_property
    def placeholders(self) -> tuple[str, ...]:
        """What an author notes where something is still to be written."""
        return tuple(self._lines("placeholders.txt"))

    def data(self, kinds: Collection[str] = KINDS) -> dict[str, Any]:
        """What the browser needs to fill blanks of these kinds in the language, as JSON data."""
        found = {"locale": self.locale.replace("_", "-"), "rate": self.words_per_minute}
        found |= (self.forms or Forms()).data(kinds)
        return found | {name: True for name in ("address", "stops_outside") if getattr(self, name)}

    def lacks(self) -> Iterator[str]:
        """What the language has no part for, and what happens instead."""
        if self.rate is None:
            yield f"no words_per_minute (speaking times count on {DEFAULT_RATE})"
        if self.typography is None:
            yield "no typography (texts keep the spaces that are typed)"
        if self.forms is None:
            yield "no forms (dates and amounts have a plain order)"
        if self.search is None:
            yield "no search (words are compared without accents)"
        if not (self.folder / "stem.py").exists():
            yield "no stemmer (the search finds words in the form that is typed)"
        if self.address is None:
            yield "no address (names are addressed as they are typed)"

    def _lines(self, name: str) -> Iterator[str]:
        path = self.folder / name
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            if line and not line.startswith("#"):
                yield line


def read_languages(folder: Path) -> tuple[dict[str, Language], list[str]]:
    """Every language of a folder by its code, and a sentence for all that is wrong with their files.

    A language whose names cannot be read is left out; of others, the part.
    """
    found: dict[str, Language] = {}
    faults: list[str] = []
    for path in sorted(folder.glob(f"*/{FILE}")):
        mistakes = Faults(f"{path.parent.name}/{FILE}")
        language = _read(path, mistakes)
        if language:
            found[language.code] = language
        faults += mistakes.sentences
    return found, faults


def _read(path: Path, faults: Faults) -> Language | None:
    try:
        source = yaml.safe_load(path.read_text("utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1} is not valid YAML" if mark else "this is not a file of YAML in UTF-8"
        faults.say("", where)
        return None
    keys = Keys(source, faults)
    rate = keys.number("words_per_minute")
    language = Language(
        code=path.parent.name,
        folder=path.parent,
        own_name=keys.text("own_name", needed=True),
        english_name=keys.text("english_name", needed=True),
        locale=keys.text("locale", needed=True),
        rate=rate,
        typography=_typography(keys.part("typography")),
        faults=tuple((re.compile(row, re.IGNORECASE), why) for row, why in keys.patterns("faults")),
        forms=_forms(keys.part("forms")),
        search=_search(keys.part("search")),
        address=_address(keys.text("address"), path.parent, keys),
        other_codes=keys.texts("other_codes"),
        women_agree=keys.flag("women_agree"),
        stops_outside=keys.flag("stops_outside"),
    )
    keys.end()
    return language if language.own_name and language.english_name and language.locale else None


def _typography(keys: Keys | None) -> Typography | None:
    if keys is None:
        return None
    plain = Typography()
    rows = keys.patterns("rules", _spaced)
    typography = Typography(
        outer=keys.pair("outer") or plain.outer,
        inner=keys.pair("inner") or plain.inner,
        elision=keys.text("elision"),
        quoting_apostrophe=keys.flag("quoting_apostrophe"),
        dash=keys.text("dash") or plain.dash,
        rules=tuple((re.compile(_spaced(row)), _python(_spaced(made))) for row, made in rows),
    )
    keys.end()
    return typography


def _forms(keys: Keys | None) -> Forms | None:
    if keys is None:
        return None
    plain = Forms()
    texts = {name: keys.text(name) or value for name, value in vars(plain).items() if isinstance(value, str)}
    forms = Forms(
        **texts,
        signs=keys.mapping("signs"),
        currencies=keys.mapping("currencies"),
        weekdays=keys.lists("weekdays"),
        joins=keys.joins("joins"),
        blanks=_blank_forms(keys.part("blanks")),
    )
    keys.end()
    return forms


def _blank_forms(keys: Keys | None) -> dict[str, dict[str, BlankForm]]:
    """Forms by kind, then by name: `on: ["on {weekday} …", on which day]`."""
    if keys is None:
        return {}
    found: dict[str, dict[str, BlankForm]] = {}
    for kind in KINDS:
        rows = keys.lists(kind)
        for name, row in rows.items():
            if len(row) == 2:
                found.setdefault(kind, {})[name] = BlankForm(*row)
            else:
                keys.say(f"{kind}.{name}", "must be a pattern and how it is asked for")
    keys.end()
    return found


def _search(keys: Keys | None) -> Search | None:
    if keys is None:
        return None
    search = Search(
        accents_ignored=keys.choice("accents", ("ignored", "compared")) != "compared",
        rules=tuple(keys.patterns("rules", _expanded)),
        lookalikes=_letters(keys.part("lookalikes"), needs_letters=True),
        keyboard=_letters(keys.part("keyboard")),
        dictionary=_dictionary(keys.part("dictionary")),
        ignored_in_all_forms=keys.flag("ignored_in_all_forms"),
    )
    keys.end()
    return search


def _letters(keys: Keys | None, needs_letters: bool = False) -> Letters | None:
    if keys is None:
        return None
    typed, meant = keys.text("typed", needed=True), keys.text("meant", needed=True)
    row = Letters(typed, meant, keys.text("letters", needs_letters))
    if len(row.typed) != len(row.meant):
        keys.say("meant", f"has {len(row.meant)} characters, but typed: has {len(row.typed)}; each needs its own")
    keys.end()
    return row if len(row.typed) == len(row.meant) else None


def _dictionary(keys: Keys | None) -> tuple[str, str] | None:
    if keys is None:
        return None
    found = keys.text("package", needed=True), keys.text("affixes", needed=True)
    keys.end()
    return found if all(found) else None


def _address(name: str, folder: Path, keys: Keys) -> str | None:
    """ "" for `none`, None where nothing is said or the script is missing."""
    if not name or name == "none":
        return "" if name else None
    if not (folder / name).is_file():
        keys.say("address", f"there is no file {name} beside it; write none where names keep their form")
        return None
    return name


APOSTROPHES = "['\u2019\u02bc`\u00b4\u2018\u2032]"
LETTERS = "0-9a-z\u00c0-\u1fff\u2c00-\ud7ff"


def _expanded(pattern: str) -> str:
    """A pattern of the search with its apostrophes and letters written out."""
    return pattern.replace("'", APOSTROPHES).replace("L", LETTERS)


def _spaced(text: str) -> str:
    """A pattern of the typography, or what stands instead, with its spaces."""
    for name, value in CHARACTERS.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _python(replacement: str) -> str:
    r"""$1, as browsers have it, is \g<1> here."""
    return re.sub(r"\$(\d)", r"\\g<\1>", replacement)


def compiled(rules: Sequence[tuple[str, str]]) -> tuple[Rule, ...]:
    """Rules of the search, ready for use."""
    return tuple((re.compile(_expanded(pattern)), _python(made)) for pattern, made in rules)


LANGUAGES, FAULTS = read_languages(FOLDER)


def english_name(code: str) -> str:
    """The English name of a language, for problems; the code of one that is not known."""
    return LANGUAGES[code].english_name if code in LANGUAGES else code


def lacking(codes: Sequence[str]) -> Iterator[str]:
    """One sentence for each of these languages that lacks something: told once when a site is built."""
    for language in (LANGUAGES[code] for code in codes):
        if parts := list(language.lacks()):
            yield f"{language.english_name} has {', '.join(parts)}"
