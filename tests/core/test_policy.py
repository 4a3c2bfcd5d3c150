from __future__ import annotations

import base64
import hashlib

from jinja2 import DictLoader, Environment

from playbooks.rendering.policy import PLACE, approved, policy, protect, scripts, unknown

OURS = "colours()"


def source(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def rules(html: str) -> dict[str, str]:
    return dict(rule.split(" ", 1) for rule in policy(html, {OURS}).split("; "))


def test_scripts_are_approved_by_the_name_of_the_template_that_makes_them() -> None:
    loader = DictLoader(
        {
            "partials/colours.html": "<script>{{ code }}</script>",
            "partials/javascripts/base.html": "<script>\nscope('é')\n</script>",
            "partials/other.html": "<script>other()</script>",
        }
    )
    assert approved(Environment(loader=loader, autoescape=True), {"code": OURS}) == {OURS, "\nscope('é')\n"}


def test_only_approved_scripts_get_a_hash() -> None:
    html = f"<script>{OURS}</script><script>steal()</script><SCRIPT>{OURS}</SCRIPT>"
    assert rules(html)["script-src"] == f"'self' {source(OURS)}"
    assert list(unknown(html, {OURS})) == ["steal()"]


def test_files_and_data_need_no_hash() -> None:
    html = (
        '<script src="a.js"></script><script type="application/json">{"x": 1}</script>'
        "<script type='application/ld+json'>{}</script>"
    )
    assert scripts(html) == []


def test_rules_for_speculation_are_a_script_that_nobody_approves() -> None:
    assert list(unknown('<script type="speculationrules">{"prefetch": []}</script>', {OURS})) != []


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    found = rules(f"<script>{OURS}</script>")
    assert found["default-src"] == "'none'"
    assert not [value for value in found.values() if "http" in value or "*" in value or "unsafe-eval" in value]
    assert "'unsafe-inline'" not in found["script-src"]


def test_the_policy_stands_where_the_template_leaves_a_place_and_nowhere_else() -> None:
    page = protect(f"<head>{PLACE}</head><body>{PLACE}<script>{OURS}</script></body>", {OURS})
    head, body = page.split("</head>")
    assert head.count("Content-Security-Policy") == 1
    assert source(OURS) in head
    assert "Content-Security-Policy" not in body
    assert protect("<p>no place</p>", {OURS}) == "<p>no place</p>"
