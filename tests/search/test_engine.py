"""How words meet: a small site, and what each thing typed finds first."""

from __future__ import annotations

from typing import Any

import pytest
from node import run

from playbooks.search.documents import Document
from playbooks.search.index import compose
from search.conftest import Asker, pages

pytestmark = pytest.mark.quick

DOCUMENTS = {
    "en": [
        Document("a/", "playbook", "Announce a delay", "Tell the client early. The follow-up comes by email."),
        Document("a/#a-email", "email", "Email: a new date", "We will deliver later than we had planned."),
        Document("b/", "playbook", "Own a mistake", "We are sorry. Don't blame the client's team."),
        Document("b/#b-checklist", "checklist", "Before the call", "The voicemail is ready."),
        Document("c/", "page", "Privacy", "A client may plan nothing here."),
    ],
    "fr": [
        Document("a/", "playbook", "Annoncer un retard", "Avant l’échéance, appelez votre cliente."),
        Document("b/", "playbook", "Assumer une erreur", "Présentez vos excuses, au cœur de l’échange."),
        Document("c/", "page", "Confidentialité", "Rien ne quitte votre appareil aujourd’hui."),
    ],
    "uk": [
        Document("a/", "playbook", "Попередити про затримку", "Перші п’ять хвилин: подзвоніть клієнтові."),
        Document("b/", "playbook", "Визнати помилку", "У порога ґанок. Рік минув, кінець року."),
        Document("c/", "page", "Приватність", "Нічого не лишає Вашого пристрою."),
    ],
}
SYNONYMS = {
    "en": [["sorry", "apology"], ["voicemail", "answering machine"], ["client", "customer"]],
    "fr": [["échéance", "date limite"]],
    "uk": [["клієнт", "замовник"]],
}
IGNORED = {"en": ["how", "the", "to"], "fr": ["la", "comment"], "uk": ["як", "про"]}

CASES = [
    ("en", "delay", "a/"),
    ("en", "DELAYS", "a/"),
    ("en", "delayed", "a/"),
    ("en", "how to delay", "a/"),
    ("en", "mistkae", "b/"),  # neighbours exchanged
    ("en", "mistke", "b/"),  # a letter left out
    ("en", "mistaake", "b/"),  # a letter too many
    ("en", "mistbke", "b/"),  # a wrong letter
    ("en", "mist", "b/"),  # the word being typed
    ("en", "apologies", "b/"),
    ("en", "answering machine", "b/"),
    ("en", "voice mail", "b/"),
    ("en", "follow up", "a/"),
    ("en", "followup", "a/"),
    ("en", "follow-up", "a/"),
    ("en", "dont", "b/"),
    ("en", "ьшыефлу", "b/"),  # mistake in the Cyrillic layout
    ("en", "how", None),  # nothing but a word to ignore, and nowhere
    ("en", "xylophone", None),
    ("en", "", None),
    ("en", "?!", None),
    ("fr", "echeance", "a/"),
    ("fr", "l'échéance", "a/"),
    ("fr", "l’échéances", "a/"),
    ("fr", "L`ECHEANCE", "a/"),
    ("fr", "date limite", "a/"),
    ("fr", "la date limite", "a/"),
    ("fr", "coeur", "b/"),
    ("fr", "cœur", "b/"),
    ("fr", "excuser", "b/"),
    ("fr", "clients", "a/"),
    ("fr", "aujourd'hui", "c/"),
    ("fr", "confidentialite", "c/"),
    ("uk", "затримкою", "a/"),
    ("uk", "затримок", "a/"),
    ("uk", "п'ять", "a/"),
    ("uk", "п`ять", "a/"),
    ("uk", "пять", "a/"),
    ("uk", "замовникові", "a/"),
    ("uk", "ганок", "b/"),
    ("uk", "року", "b/"),
    ("uk", "кінця", "b/"),
    ("uk", "пoмилка", "b/"),  # a Latin o
    ("uk", "помилкаi", "b/"),
    ("uk", "помилка", "b/"),
    ("uk", "приватні\u0301сть", "c/"),  # a stress mark
    ("uk", "лишаи\u0306те", "c/"),  # a decomposed letter
    ("uk", "gjvbkrf", "b/"),  # помилка in the English layout
]


def small(language: str) -> dict[str, Any]:
    return compose(language, DOCUMENTS[language], SYNONYMS[language], IGNORED[language])


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_words_meet(ask: Asker, language: str) -> None:
    cases = [(typed, want) for lang, typed, want in CASES if lang == language]
    answers = ask(language, [typed for typed, _ in cases], index=small(language))
    first = [(typed, next(iter(pages(answer)), None)) for (typed, _), answer in zip(cases, answers, strict=True)]
    assert first == cases


def test_kinds_narrow(ask: Asker) -> None:
    (every,) = ask("en", ["client"], index=small("en"))
    (checklists,) = ask("en", ["mistake"], kind="checklist", index=small("en"))
    assert len(every["results"]) == 3
    assert [element["kind"] for result in checklists["results"] for element in result["elements"]] == ["checklist"]


def test_the_first_link_is_the_best_element(ask: Asker) -> None:
    email, checklist = ask("en", ["new date", "voicemail"], index=small("en"))
    assert email["results"][0]["elements"][0]["location"] == "a/#a-email"
    assert checklist["results"][0]["elements"][0]["location"] == "b/#b-checklist"


def test_inflected_words_are_told_to_be_marked(ask: Asker) -> None:
    (answer,) = ask("uk", ["затримками"], index=small("uk"))
    assert answer["results"][0]["elements"][0]["title"] == "Попередити про затримку"
    assert answer["words"] == ["затримку"]


def test_words_are_near_within_a_field_only(ask: Asker) -> None:
    documents = [
        Document("a/", "page", "One", "A date is here, and some words about it: all of it is new."),
        Document("b/", "page", "Two", "All of it is about some words, and here is something new."),
        Document("b/#part", "page", "Part", "Date of it."),
        Document("c/", "page", "Three", "It is here, and about some words: a new date of it all."),
    ]
    (answer,) = ask("en", ["new date"], index=compose("en", documents, [], []))
    assert pages(answer)[0] == "c/"


EXCERPT = """
  const { cutter } = await other('search/words.js');
  return rows.map(([text, found, cutting]) => m.excerpt(text, new m.FoundWords(found, cutter(cutting))));
"""


def excerpt(text: str, found: list[str]) -> list[list[Any]]:
    (shown,) = run("search/excerpt.js", EXCERPT, [[text, found, compose("uk", [], [], [])["config"]["words"]]])
    return list(shown)


def test_a_result_shows_the_words_found_and_those_around() -> None:
    text = "Слова на початку. " * 20 + "Тут про За\u0301тримку, вибачення" + " і далі." * 40
    shown = excerpt(text, ["затримку", "вибачення"])
    assert [words for words, found in shown if found] == ["За\u0301тримку", "вибачення"]
    assert shown[0][0] == "… "
    assert shown[-1][0] == " …"
    assert 100 < len("".join(words for words, _ in shown)) < 200
    short = "Опис сторінки, не довший за двісті сорок знаків. " * 4
    assert excerpt(short + "Затримку.", ["затримку"]) == [
        [short, False],
        ["Затримку", True],
        [".", False],
    ]


def test_slips_and_layouts_are_guesses(ask: Asker) -> None:
    exact, slip, layout, prefix = ask("en", ["mistake", "mistkae", "ьшыефлу", "mist"], index=small("en"))
    assert [answer["guessed"] for answer in (exact, slip, layout, prefix)] == [False, True, True, False]


def test_all_words_beat_one(ask: Asker) -> None:
    (answer,) = ask("en", ["plan client"], index=small("en"))
    assert pages(answer)[0] == "c/"


def test_a_word_in_all_texts_still_tells_the_page_whose_questions_have_it(ask: Asker) -> None:
    documents = [
        Document("a/", "playbook", "A delay", "Tell the client again.", asked="project delay · a project is late"),
        Document("b/", "playbook", "Later still", "Call the client again.", asked="late again"),
        Document("c/", "page", "Privacy", "Come again.", asked="private project"),
    ]
    (answer,) = ask("en", ["project again"], index=compose("en", documents, [], []))
    assert pages(answer)[0] == "b/"


APOSTROPHES = ["'", "\u2019", "\u02bc", "`", ""]


@pytest.mark.parametrize("written", APOSTROPHES)
def test_apostrophes_of_all_kinds_meet(ask: Asker, written: str) -> None:
    documents = [
        Document("a/", "page", "Перша", f"Тут об{written}єкт, зв{written}язок."),
        Document("b/", "page", "Друга", "Тут нічого, а слів стільки ж."),
    ]
    typed = [word.replace("'", sign) for word in ("об'єкт", "зв'язком") for sign in APOSTROPHES]
    answers = ask("uk", typed, index=compose("uk", documents, [], []))
    assert [pages(answer) for answer in answers] == [["a/"]] * len(typed)
    assert not any(answer["guessed"] for answer in answers)
