"""The tables of cases in tests/cases, which the browser's tests read too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


def table(name: str, key: str = "cases") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((ROOT / "tests" / "cases" / f"{name}.json").read_text("utf-8"))[key]
    return rows


def long_text(value: str | list[str | dict[str, Any]]) -> str:
    """A string, or strings and {repeat, times} to be joined."""
    if isinstance(value, str):
        return value
    return "".join(piece if isinstance(piece, str) else piece["repeat"] * piece["times"] for piece in value)
