"""Other plugins, templates and scripts of a site under the policy: what they style is kept, or told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.hands import ready
from playwright.sync_api import Browser, expect
from reading import Element, read_page
from server import Server

from elsewhere.conftest import Engine, Init

HOOK = """
def on_page_content(html, page, config, files):
    return html + {html!r}

def on_post_page(output, page, config):
    return output.replace("</head>", "<style>.theirs {{ letter-spacing: 3px }}</style></head>")
"""
TAGS = '<p id="theirs" class="theirs" style="word-spacing: 7px;" onclick="x()">Words</p>'


def site_with(root: Path, html: str, settings: str = "") -> Path:
    (root / "other.py").write_text(HOOK.format(html=html), "utf-8")
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("- playbooks\n", f"- playbooks{settings}\n") + "hooks: [other.py]\n", "utf-8")
    return root


def rules(page: Element) -> dict[str, str]:
    content = page.one("meta", http_equiv="Content-Security-Policy").get("content")
    return dict(rule.split(" ", 1) for rule in content.split("; "))


def test_what_another_plugin_styles_is_kept_without_a_word(init: Init, engine: Engine, browser: Browser) -> None:
    root = site_with(init("en"), TAGS)
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    page = read_page(root / "site" / "index.html")
    assert [element.tag for element in page if "style" in element.attributes] == []
    assert "unsafe" not in rules(page)["style-src"]
    with Server(root / "site") as address:
        opened = browser.new_page()
        refused: list[str] = []
        opened.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
        opened.goto(address + "/")
        ready(opened)
        expect(opened.locator("#theirs")).to_have_css("word-spacing", "7px")
        expect(opened.locator("#theirs")).to_have_css("letter-spacing", "3px")
        opened.close()
    # the handler, which no policy of ours approves, is all that is refused
    assert len([told for told in refused if "Content Security" in told]) == len(refused) <= 1


def test_a_style_that_asks_another_host_is_told_once(init: Init, engine: Engine) -> None:
    root = site_with(init("en,fr"), '<p style="background: url(//x.example/a.png)">x</p>')
    done = engine.build(root)
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stderr.splitlines() if "refused by the policy" in line]
    assert len(told) == 1, done.stderr
    assert ".md: background: url(//x.example/a.png)" in told[0]
    assert "inline_styles: true" in told[0]


@pytest.mark.parametrize("draws", [True, False])
def test_styles_of_scripts_are_allowed_by_a_setting_and_for_diagrams(
    draws: bool, init: Init, engine: Engine
) -> None:
    root = init("en")
    (root / "overrides").mkdir()
    (root / "overrides" / "mermaid.min.js").write_text("var mermaid\n", "utf-8")
    html = '<pre class="mermaid"><code>graph LR</code></pre>' if draws else "<p>x</p>"
    site_with(root, html, "" if draws else ": {inline_styles: true}")
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    if draws:
        text += "extra_javascript: [mermaid.min.js]\nmarkdown_extensions:\n"
        text += "  - pymdownx.superfences: {custom_fences: [{name: mermaid, class: mermaid}]}\n"
    config.write_text(text, "utf-8")
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    found = rules(read_page(root / "site" / "index.html"))
    assert found["style-src"] == "'self' 'unsafe-inline'"
    assert "unsafe" not in found["script-src"]


def test_scripts_of_the_site_write_html_that_cannot_act(init: Init, engine: Engine, browser: Browser) -> None:
    root = init("en")
    (root / "overrides").mkdir()
    (root / "overrides" / "own.js").write_text(
        "document.body.insertAdjacentHTML('beforeend', '<b id=own onclick=x()>Own</b><iframe></iframe>');\n"
        "const table = document.createElement('table'); table.innerHTML = '<tr><td>cell</td></tr>';\n"
        "document.body.append(table);\n",
        "utf-8",
    )
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    config.write_text(text + "extra_javascript: [own.js]\n", "utf-8")
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    with Server(root / "site") as address:
        page = browser.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address + "/")
        expect(page.locator("#own")).to_have_text("Own")
        assert page.locator("#own").get_attribute("onclick") is None
        assert page.locator("iframe").count() == 0
        expect(page.locator("body > table td")).to_have_text("cell")
        assert errors == []
        page.close()


SERVED = """\
site_name: Desk Words
theme:
  name: material
  features: [content.tabs.link, content.code.copy, content.code.annotate, content.tooltips,
    content.footnote.tooltips]
plugins: [playbooks, tags]
markdown_extensions:
  - abbr
  - admonition
  - footnotes
  - pymdownx.details
  - pymdownx.tabbed: {alternate_style: true}
"""
PAGE = """\
---
tags: [one]
---
# Welcome

HTML[^1]

=== "One"

    First.

=== "Two"

    Second.

``` yaml
a: 1 # (1)!
```

1. A note of the *code*.

| left | right |
| --- | --: |
| 1 | 2 |

[^1]: A **note**.

*[HTML]: Hyper Text
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_theme_does_breaks_no_policy(scheme: str, init: Init, engine: Engine, browser: Browser) -> None:
    root = init("en")
    (root / "mkdocs.yml").write_text(SERVED, "utf-8")
    (root / "docs" / "index.md").write_text(PAGE, "utf-8")
    engine.run("playbooks", "register", cwd=root)
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    with Server(root / "site") as address:
        context = browser.new_context(color_scheme=scheme, permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: refused.append(str(error)))
        page.goto(address + "/")
        page.get_by_text("Two", exact=True).click()
        expect(page.get_by_text("Second.")).to_be_visible()
        page.locator("pre").first.hover()
        page.locator(".md-code__button").first.click()
        expect(page.locator("[data-md-component=dialog]")).to_contain_text("Copied")
        page.locator(".md-annotation__index").first.click(force=True)  # it pulses
        expect(page.locator(".md-annotation .md-tooltip")).to_contain_text("A note of the code.")
        page.locator(".footnote-ref").first.hover()
        expect(page.locator(".md-tooltip2").first).to_contain_text("A note.")
        expect(page.locator("td.align-right")).to_have_css("text-align", "right")
        context.close()
    assert refused == []
