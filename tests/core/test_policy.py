from __future__ import annotations

import base64
import hashlib

from jinja2 import DictLoader, Environment

from playbooks.rendering.inline_styles import STRONGER, gathered
from playbooks.rendering.policy import (
    PLACE,
    Rules,
    approved,
    has_others,
    policy,
    protect,
    scripts,
    unknown,
    with_last_script,
)

OURS = "colours()"


def source(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def rules(html: str, own: Rules | None = None) -> dict[str, str]:
    return dict(rule.split(" ", 1) for rule in policy(html, own or Rules({OURS})).split("; "))


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
    assert not [value for value in found.values() if "http" in value or "*" in value or "unsafe" in value]
    assert found["require-trusted-types-for"] == "'script'"
    assert found["trusted-types"] == "playbooks"


def test_the_policy_stands_where_the_template_leaves_a_place_and_nowhere_else() -> None:
    page = protect(f"<head>{PLACE}</head><body>{PLACE}<script>{OURS}</script></body>", Rules({OURS}))
    head, body = page.split("</head>")
    assert head.count("Content-Security-Policy") == 1
    assert source(OURS) in head
    assert "Content-Security-Policy" not in body
    assert protect("<p>no place</p>", Rules({OURS})) == "<p>no place</p>"


def test_styles_in_a_page_are_approved_by_their_hash() -> None:
    html = "<style media=print>p { color: red }</style>"
    assert rules(html)["style-src"] == f"'self' {source('p { color: red }')}"
    assert rules("<p>x</p>")["style-src"] == "'self'"
    assert rules(html, Rules(any_style=True))["style-src"] == "'self' 'unsafe-inline'"


def test_a_style_in_a_tag_becomes_a_class_of_a_block_with_a_hash() -> None:
    html = f"{PLACE}<ul class=tags style='list-style-type:none;'><li style=\"color: red\">x</ul><i style=''>y</i>"
    page = protect(html, Rules())
    assert "style=" not in page
    block = page.split("<style>")[1].split("</style>")[0]
    assert source(block) in page
    first, second = (name.split(":")[0] for name in block.split(".")[1:])
    assert {f".{name}{STRONGER}" in block for name in (first, second)} == {True}
    assert 'class="tags styled-' in page
    assert '<li class="styled-' in page
    assert "<i>y</i>" in page
    assert '<ul style="color: red">' in protect(f'{PLACE}<ul style="color: red">', Rules(any_style=True))


def test_what_only_looks_like_a_style_in_a_tag_stays() -> None:
    for html in (
        '<script>x = "<p style=color:red>"</script>',
        "<!-- <p style=color:red> -->",
        '<p title="a style=b">x</p>',
        "<p data-style=x>x</p>",
        "<code>&lt;p style=x></code> style=",
    ):
        assert gathered(html).html == html
        assert gathered(html).rules == ""


def test_a_style_that_no_block_can_hold_or_that_asks_elsewhere_is_told() -> None:
    for style in ("x}p{color:red", "background:url(https://evil.example/x)", "background: url(//evil.example/x)"):
        found = gathered(f'<p style="{style}">x</p>')
        assert found.refused == (style,)
        assert found.rules == ""


def test_scripts_of_others_get_something_between_them_and_the_page() -> None:
    ours = '<script type="module" src="../assets/scripts/page-x.js"></script><script src="/words/assets/page.js">'
    theirs = '<script src="../assets/javascripts/bundle.x.min.js"></script>'
    assert not has_others(ours)
    assert has_others(theirs)
    assert has_others('<script src="https://cdn.example/assets/scripts.js"></script>')
    between = Rules({"between()"}, between="between()")
    assert "<script>between()</script>" not in protect(PLACE + ours, between)
    page = protect(PLACE + theirs, between)
    assert page.index("<script>between()</script>") < page.index(theirs)
    assert "trusted-types playbooks playbooks-reading default" in page
    assert source("between()") in page


def test_the_script_that_loads_a_page_anew_is_approved_where_it_is_sent() -> None:
    page = protect(f"{PLACE}<p>x</p>", Rules()) + "<script>\nlivereload(1, 2);\n</script></body>"
    sent = with_last_script(page.encode()).decode()
    assert f"script-src 'self' {source(chr(10) + 'livereload(1, 2);' + chr(10))};" in sent
    assert with_last_script(b"<p>x</p>") == b"<p>x</p>"
