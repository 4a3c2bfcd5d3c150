from __future__ import annotations

import base64
import hashlib

from playbooks.rendering.policy import PLACE, hashes, policy, protect


def source(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def test_inline_scripts_are_allowed_one_by_one_by_their_hash() -> None:
    html = '<script>a("é")</script>\n<script type="module">\nb()\n</script><script>a("é")</script>'
    assert hashes(html) == sorted([source('a("é")'), source("\nb()\n")])


def test_files_and_data_need_no_hash() -> None:
    html = (
        '<script src="a.js"></script><script type="application/json">{"x": 1}</script>'
        "<script type='application/ld+json'>{}</script>"
    )
    assert hashes(html) == []


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy("<script>a()</script>").split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == f"'self' {source('a()')}"
    assert not [value for value in rules.values() if "http" in value or "*" in value or "unsafe-eval" in value]
    assert "'unsafe-inline'" not in rules["script-src"]


def test_the_policy_stands_where_the_template_leaves_a_place_and_nowhere_else() -> None:
    page = protect(f"<head>{PLACE}</head><body>{PLACE}<script>a()</script></body>")
    head, body = page.split("</head>")
    assert head.count("Content-Security-Policy") == 1
    assert source("a()") in head
    assert "Content-Security-Policy" not in body
    assert protect("<p>no place</p>") == "<p>no place</p>"
