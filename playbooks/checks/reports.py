"""Problems and doubts in the forms that people and tools read: lines of text, JSON, SARIF.

SARIF 2.1.0 is what code hosts read to write a problem beside its line in a pull request.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ..model.places import Problem
from .codes import CODES

FORMATS = ("text", "json", "sarif")
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 10  # doubts of a file that are written out
STATUS = "python -m playbooks status"
HELP = "authors/problems/"


def report(found: Sequence[Problem], form: str, address: str = "") -> str:
    """The whole text. `address` is that of the site, whose page about problems SARIF leads to."""
    if form == "json":
        return _json({"version": 1, "problems": [_row(problem) for problem in found]})
    if form == "sarif":
        return _json(_sarif(found, address))
    return "".join(f"{text}\n" for text in _lines(found))


def _lines(found: Sequence[Problem]) -> Iterator[str]:
    """One line each; of a file with many doubts the first ones, so that they hide no problem."""
    doubts = Counter(problem.place.path for problem in found if problem.is_doubt)
    seen: Counter[str] = Counter()
    for problem in found:
        path = problem.place.path
        seen[path] += problem.is_doubt
        if not problem.is_doubt or seen[path] <= MOST:
            yield line(problem)
        elif seen[path] == MOST + 1:
            more = f"{doubts[path] - MOST} more like these stand in this file from here on"
            yield f"{problem.place}: warning: {more}; {STATUS} names them [{problem.code}]"


def line(problem: Problem) -> str:
    """path:line: sentence [code], all on one line; a doubt says that it is one."""
    level = "warning: " if problem.is_doubt else ""
    return " ".join(f"{problem.place}: {level}{problem.sentence} [{problem.code}]".splitlines())


def _row(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "code": problem.code,
        "level": _level(problem),
        "message": problem.sentence,
    }


def _level(problem: Problem) -> str:
    return "warning" if problem.is_doubt else "error"


def _sarif(found: Sequence[Problem], address: str) -> dict[str, Any]:
    codes = sorted({problem.code for problem in found})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CODES.get(code, code)},
            **({"helpUri": f"{address.rstrip('/')}/{HELP}#{code}"} if address else {}),
        }
        for code in codes
    ]
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": _level(problem),
            "message": {"text": problem.sentence},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": problem.place.path, "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": problem.place.line},
                    }
                }
            ],
        }
        for problem in found
    ]
    driver = {"name": "playbooks", "rules": rules} | (
        {"informationUri": f"{address.rstrip('/')}/{HELP}"} if address else {}
    )
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
