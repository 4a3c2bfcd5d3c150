"""The browser modules agree with the tables of cases that pytest reads for their Python twins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from node import run

from playbooks.languages.languages import LANGUAGES

VOCATIVE = "../../languages/uk/vocative.js"
CASES = Path(__file__).resolve().parent.parent / "cases"


def table(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text("utf-8"))["cases"]
    return rows


def long_text(value: Any) -> Any:
    """Strings and {repeat, times} in a list, joined."""
    if not isinstance(value, list):
        return value
    return "".join(piece if isinstance(piece, str) else piece["repeat"] * piece["times"] for piece in value)


def differences(
    module: str,
    body: str,
    rows: list[dict[str, Any]],
    wanted: Callable[[dict[str, Any]], Any],
    filling: str | None = None,
) -> list[tuple[Any, Any, Any]]:
    """(case, got, wanted) where the module says something else; `body` computes a `row` with the module `m`,
    and with a second one, `filling`, where it is named."""
    second = f"const filling = await other({json.dumps(filling)});" if filling else ""
    got = run(module, f"{second} return rows.map((row) => {{ {body} }});", rows)
    assert len(got) == len(rows) > 0
    return [(row, one, wanted(row)) for row, one in zip(rows, got, strict=True) if one != wanted(row)]


def test_formats() -> None:
    """An argument may name a language; what is typed may be in any that the site has."""
    forms = {code: language.data() for code, language in LANGUAGES.items()}

    def told(row: dict[str, Any]) -> dict[str, Any]:
        given = [forms.get(value, value) if isinstance(value, str) else value for value in row["args"]]
        return {**row, "args": [*given, list(forms.values())] if row["fn"] == "formatMoney" else given}

    rows = [told(row) for row in table("formats")]
    body = "return m[row.fn](row.in, ...row.args);"
    assert differences("words/formats.js", body, rows, lambda row: row["out"]) == []


def test_vocatives() -> None:
    body = "return m.vocative(row.in, ...(row.args ?? []));"
    assert differences(VOCATIVE, body, table("vocative"), lambda row: row["out"]) == []


def test_words() -> None:
    rows = [
        {
            **row,
            "words": long_text(row["words"]),
            "values": {name: long_text(value) for name, value in row.get("values", {}).items()},
            "labels": row.get("labels", {}),
        }
        for row in table("words")
    ]
    body = """
      let parts;
      try { parts = m.parse(row.words); } catch (error) {
        if (!(error instanceof m.WordsError)) throw error;
        return {error: true};
      }
      const speakers = {
        he: {gender: 'he', voice: 'i'}, she: {gender: 'she', voice: 'i'},
        we: {gender: row.gender ?? null, voice: 'we'}, women: {gender: 'she', voice: 'women'},
      };
      const out = filling.fill(parts, {
        value: (field) => row.values[field],
        label: (field) => row.labels[field] ?? field,
        speaker: speakers[row.sender] ?? {gender: null, voice: 'i'},
        formed: (field, form) => row.forms?.[`${field}:${form}`] ?? row.values[field],
        isSentence: (field) => (row.sentences ?? []).includes(field),
        stopsOutside: row.outside ?? false,
      });
      return {out};
    """

    def wanted(row: dict[str, Any]) -> dict[str, Any]:
        return {"error": True} if "error" in row else {"out": long_text(row["out"])}

    assert differences("words/words.js", body, rows, wanted, "words/filling.js") == []


def test_speaking() -> None:
    rows = [
        {**row, "text": row["text"] * row.get("repeat", 1), "rate": LANGUAGES[row["language"]].words_per_minute}
        for row in table("speaking")
    ]
    body = "return [m.countWords(row.text), m.seconds(row.text, row.rate)];"
    assert differences("words/speaking.js", body, rows, lambda row: [row["words"], row["seconds"]]) == []


def test_a_difference_would_be_found() -> None:
    rows = [{"in": "Олена", "args": [], "out": "Олена"}]
    body = "return m.vocative(row.in);"
    found = differences(VOCATIVE, body, rows, lambda row: row["out"])
    assert found == [(rows[0], "Олено", "Олена")]
