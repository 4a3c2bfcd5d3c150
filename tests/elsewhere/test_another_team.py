"""Two commands, and another team has a site: whatever its languages, its name and its address."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from browser.hands import ready
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Page, expect
from reading import read_page
from server import Server

from elsewhere.conftest import Engine, Init

ELSEWHERE = ("http:", "https:", "mailto:", "tel:", "sms:", "data:")


def dead(site: Path, base: str = "/") -> Iterator[str]:
    """Links and files that lead nowhere; the site is served below `base`."""
    pages = {path: read_page(path) for path in sorted(site.rglob("*.html"))}
    ids = {path: {element.get("id") for element in page} for path, page in pages.items()}
    for path, page in pages.items():
        address = base + path.relative_to(site).as_posix()
        for element in page:
            for link in (element.get("href"), element.get("src")):
                if not link or link.startswith(ELSEWHERE):
                    continue
                parts = urlsplit(urljoin(address, link))
                place = site / unquote(parts.path).removeprefix(base)
                target = place / "index.html" if parts.path.endswith("/") else place
                known = ids.get(target, set())
                if not target.is_file() or (element.tag == "a" and parts.fragment and parts.fragment not in known):
                    yield f"{address}: {link}"


def everything(site: Path) -> str:
    """All texts of a site, lower case."""
    files = (
        path for path in site.rglob("*") if path.suffix in (".html", ".json", ".xml", ".csv", ".md", ".yml", ".js")
    )
    return "\n".join(path.read_text("utf-8").lower() for path in files)


@pytest.mark.parametrize("languages", ["en", "uk", "en,fr", "fr,uk", "uk,fr,en"])
def test_a_new_site_is_right_at_once_in_any_languages(languages: str, init: Init, engine: Engine) -> None:
    root = init(languages)
    assert engine.check(root) == []
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    site = root / "site"
    assert list(dead(site)) == []
    assert "candour" not in everything(site)
    codes = languages.split(",")
    assert read_page(site / "index.html").one("html").get("lang") == codes[0]
    catalogue = json.loads((site / "catalog.json").read_text("utf-8"))
    schema = json.loads((site / "catalog.schema.json").read_text("utf-8"))
    assert catalogue["languages"] == codes
    assert [str(error) for error in Draft202012Validator(schema).iter_errors(catalogue)] == []
    assert (site / f"exports/desk-words-{codes[0]}.csv").is_file()
    assert all((site / f"search/{code}.json").is_file() for code in codes)


SETTINGS = {
    "a sub-path": ("site_url: https://desk.example/words/\n", "/words/"),
    "addresses that are files": ("use_directory_urls: false\n", "/"),
    "notes, footnotes and tabs": (
        "markdown_extensions: [admonition, footnotes, {pymdownx.tabbed: {alternate_style: true}}]\n",
        "/",
    ),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_common_settings_work(name: str, init: Init, engine: Engine, browser: Browser) -> None:
    setting, base = SETTINGS[name]
    root = init("en,fr")
    for tree in ("docs", "docs_fr"):
        (root / tree / "onboarding").mkdir()
        page = "---\ntitle: Team\ndescription: D\n---\nPick.\n\n<div data-link-picker></div>\n"
        (root / tree / "onboarding" / "team-lead.md").write_text(page, "utf-8")
    engine.run("playbooks", "register", cwd=root)
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text("utf-8") + setting, "utf-8")
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    assert list(dead(root / "site", base)) == []
    if "markdown" not in setting:
        with Server(root / "site", base) as address:
            context = browser.new_context(locale="fr", permissions=["clipboard-read", "clipboard-write"])
            try_all(context.new_page(), address, ".html" if "false" in setting else "/")
            context.close()


def try_all(page: Page, address: str, ending: str) -> None:
    """Call mode, permanent links, frames, search, picker and unknown addresses of a site in English and French."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    example, example_in_french = (f"{address}/{start}playbooks/example{ending}" for start in ("", "fr/"))
    page.goto(example)
    ready(page)
    page.click("#example-phone [data-open-call]")
    page.wait_for_selector("dialog.call[open]")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-call-words]")).not_to_be_empty()
    page.goto(f"{address}/go/example-email/")
    page.wait_for_url(f"{example_in_french}#example-email")
    page.goto(f"{address}/fr/embed/example-email/")
    ready(page)
    page.locator("[data-copy=all]").click()
    expect(page.locator("[role=status]")).not_to_be_empty()
    assert page.locator("a[target=_blank]").first.evaluate("link => link.href").startswith(example_in_french)
    page.goto(f"{address}/fr/")
    page.click("[data-md-component=search-query]")
    page.keyboard.type("date")
    found = page.locator(".md-search-result__item a[href]").first
    expect(found).to_be_visible()
    assert found.evaluate("link => link.href").startswith(example_in_french)
    page.goto(f"{address}/onboarding/team-lead{ending}")
    page.wait_for_selector("[data-pick-whole]")
    page.click("text=Select all")
    links = page.input_value("[data-links]").split("\n")
    assert f"({address}/go/example/)" in links[0]
    assert all(f"({address}/go/example-" in link for link in links[1:])
    page.goto(f"{address}/fr/playbooks/exemple{ending}")
    nearest = page.locator("[data-not-found] a:visible").first
    expect(nearest).to_be_visible()
    assert page.request.get(nearest.evaluate("link => link.href")).status == 200
    assert errors == []


HOOK = """
from pathlib import Path

def on_files(files, config):
    # as other plugins do: links are looked for, files are asked for their history
    assert files.get_file_from_path("fr/playbooks/example.md")
    for file in files.documentation_pages():
        assert file.generated_by or Path(file.abs_src_path).is_relative_to(Path(config.config_file_path).parent)

def on_page_markdown(markdown, page, config, files):
    assert page.file.generated_by or Path(page.file.abs_src_path).is_file()
"""


def test_other_plugins_stand_beside_it(init: Init, engine: Engine) -> None:
    """Before them are the pages of all languages; those that the engine gives are known as generated."""
    root = init("en,fr")
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("plugins:\n", "plugins:\n- search\n- tags\n")
    config.write_text(text + "hooks: [other.py]\n", "utf-8")
    (root / "other.py").write_text(HOOK, "utf-8")
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr


def test_without_data_files_the_blanks_are_declared_by_a_command(init: Init, engine: Engine) -> None:
    root = init("en,fr")
    shutil.rmtree(root / "data")
    told = engine.check(root)
    assert told
    assert all(line.endswith("python -m playbooks fields adds its lines [blank-undeclared]") for line in told)
    assert engine.run("playbooks", "fields", cwd=root).stdout == "data/fields.yml: 5 added\n"
    assert [line for line in engine.check(root) if ": warning: label, example and help of" not in line] == []
    assert engine.build(root, "--strict").returncode == 0


STATUS = "---\ntitle: {title}\ndescription: {title} for authors\ntemplate: status.html\n---\n{title}.\n"


def test_a_page_shows_which_translations_are_behind(init: Init, engine: Engine) -> None:
    root = init("en,fr")
    (root / "docs" / "status.md").write_text(STATUS.format(title="What is behind"), "utf-8")
    (root / "docs_fr" / "status.md").write_text(STATUS.format(title="Les retards"), "utf-8")
    for arguments in (["register"], ["agree", "--all"]):
        assert engine.run("playbooks", *arguments, cwd=root).returncode == 0
    example = root / "docs_fr" / "playbooks" / "example.md"
    number, line = next(
        (at, text) for at, text in enumerate(example.read_text("utf-8").split("\n"), 1) if text.startswith("1. ")
    )
    example.write_text(example.read_text("utf-8").replace(line, f"{line} Encore"), "utf-8")
    assert engine.build(root, "--strict").returncode == 0
    rows = re.findall(
        r"<tr>.*?</tr>", (root / "site" / "fr" / "status" / "index.html").read_text("utf-8"), re.DOTALL
    )
    words = [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in rows]
    assert words[0] == "Page English Français"
    assert [row for row in words if "en retard" in row] == ["Annoncer un retard 1 en retard à jour"]
    assert f"docs_fr/playbooks/example.md:{number}" in (root / "site" / "status" / "index.html").read_text("utf-8")


def test_the_kind_of_a_new_blank_follows_from_its_forms(init: Init, engine: Engine) -> None:
    root = init("en")
    page = root / "docs" / "playbooks" / "example.md"
    words = "Hello, {meeting-date:on} {meeting-time:at}, {firm:of}, {reason}.\n\n"
    text = page.read_text("utf-8")
    page.write_text(
        text.replace("Subject:", "Subject: {topic}", 1).replace("\n\nHello", f"\n\n{words}Hello", 1), "utf-8"
    )
    assert words in page.read_text("utf-8")
    engine.run("playbooks", "fields", cwd=root)
    kinds = {row["id"]: row["kind"] for row in yaml.safe_load((root / "data" / "fields.yml").read_text("utf-8"))}
    named = ("meeting-date", "meeting-time", "firm", "reason")
    assert [kinds[name] for name in named] == ["date", "time", "company", "text"]
    assert sum("say what a reader needs" in line for line in engine.check(root)) == 5


def test_an_own_home_page_and_sections_appear_by_themselves(init: Init, engine: Engine) -> None:
    root = init("en,fr")
    for tree, title in (("docs", "On duty"), ("docs_fr", "Astreinte")):
        (root / tree / "duty").mkdir()
        page = f"---\ntitle: {title}\ndescription: Who answers.\n---\nText.\n"
        (root / tree / "duty" / "index.md").write_text(page, "utf-8")
    engine.run("playbooks", "register", cwd=root)
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    for start, title in (("", "On duty"), ("fr/", "Astreinte")):
        links = [link.text.strip() for link in read_page(root / "site" / start / "index.html").all("a")]
        assert title in links


def test_ordinary_pages_of_mkdocs_stand_beside_playbooks(init: Init, engine: Engine) -> None:
    root = init("en")
    pages = {
        "index.md": "# Welcome\n\nHello.\n",
        "about.md": "# About *us*\n\nText.\n\n## How\n\nSee [who](guide/on-duty.md).\n",
        "guide/on-duty.md": "On duty\n=======\n\nText.\n",
        "guide/night-shift.md": "Text without a title.\n",
    }
    for path, text in pages.items():
        (root / "docs" / path).parent.mkdir(exist_ok=True)
        (root / "docs" / path).write_text(text, "utf-8")
    engine.run("playbooks", "register", cwd=root)
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    titles = {"": "Welcome", "about": "About us", "guide/on-duty": "On duty", "guide/night-shift": "Night shift"}
    for path, title in titles.items():
        page = read_page(root / "site" / path / "index.html")
        assert [heading.text for heading in page.all("h1")] == [title]
        assert page.one("title").text.startswith(title if path else "Desk Words")
    assert list(dead(root / "site")) == []


MANY = """\
site_name: Desk Words
theme:
  name: material
  custom_dir: overrides
  features: [content.tabs.link, content.code.copy, content.code.annotate, content.tooltips, navigation.tabs,
    navigation.footer, navigation.indexes, toc.follow, toc.integrate, search.suggest, announce.dismiss]
plugins: [offline, search, playbooks, blog, tags]
extra_javascript: [mermaid.min.js] # in custom_dir
nav:
  - Words: playbooks/example.md
  - Start: index.md
markdown_extensions:
  - admonition
  - abbr
  - footnotes
  - pymdownx.snippets
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.tabbed: {alternate_style: true}
  - toc: {permalink: true}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""


def test_what_people_switch_on_in_material_works_at_once(init: Init, engine: Engine) -> None:
    root = init("en")
    (root / "mkdocs.yml").write_text(MANY, "utf-8")
    (root / "overrides").mkdir()
    (root / "overrides" / "mermaid.min.js").write_text("var mermaid\n", "utf-8")
    (root / "docs" / "index.md").write_text(
        "# Welcome\n\n- [ ] one\n- [x] two\n\n```mermaid\ngraph LR\n```\n\nHTML[^1] :smile:\n\n[^1]: A note.\n"
        '\n=== "One"\n\n    First.\n\n*[HTML]: Hyper Text\n',
        "utf-8",
    )
    engine.run("playbooks", "register", cwd=root)
    done = engine.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    page = read_page(root / "site" / "index.html")
    assert len([box for box in page.all("input") if "disabled" in box.attributes]) == 2
    heads = [link.text.strip() for link in page.all("a")]
    assert heads.index("Words") < heads.index("Start")  # as nav: has them


def test_what_the_site_puts_in_overrides_wins(init: Init, engine: Engine) -> None:
    root = init("en")
    (root / "overrides" / "strings").mkdir(parents=True)
    (root / "overrides" / "strings" / "en.yml").write_text("home: {question: What broke}\n", "utf-8")
    (root / "overrides" / "partials").mkdir()
    (root / "overrides" / "partials" / "footer.html").write_text("<footer>Ours & yours</footer>", "utf-8")
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    config.write_text(text, "utf-8")
    assert engine.build(root, "--strict").returncode == 0
    page = read_page(root / "site" / "index.html")
    assert page.one("h1").text == "What broke"
    assert [foot.text for foot in page.all("footer")] == ["Ours & yours"]
    assert not (root / "site" / "strings").exists()
    (root / "overrides" / "strings" / "en.yml").write_text("home: {qestion: What broke}\n", "utf-8")
    sentence = "the engine has no string home.qestion; did you mean home.question? [unknown-string]"
    assert engine.check(root) == [f"overrides/strings/en.yml:1: {sentence}"]


def test_a_new_playbook_is_a_draft_until_its_author_says_otherwise(init: Init, engine: Engine) -> None:
    root = init("en,fr")
    done = engine.run("playbooks", "new", "data-loss", cwd=root)
    written = ["docs/playbooks/data-loss.md: written", "docs_fr/playbooks/data-loss.md: written"]
    assert done.stdout.splitlines() == written
    assert engine.check(root) == []
    done = engine.build(root, "--strict")
    assert "playbooks/data-loss.md is a draft: it is left out" in done.stderr
    assert not (root / "site/playbooks/data-loss").exists()
    done = engine.build(root)
    draft = read_page(root / "site/playbooks/data-loss/index.html")
    assert draft.one("p", class_="draft").text == "Draft – not published"


@pytest.mark.parametrize("languages", ["en,fr", "uk"])
def test_it_copies_fills_and_finds(languages: str, init: Init, engine: Engine, browser: Browser) -> None:
    root = init(languages)
    assert engine.build(root, "--strict").returncode == 0
    with Server(root / "site") as address:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(f"{address}/playbooks/example/#example-email")
        assert "Nadia" in copied(page)
        page.goto(f"{address}/go/example-email/")
        page.wait_for_url("**/playbooks/example/#example-email")
        assert errors == []
        context.close()


def copied(page: Page) -> str:
    """What the email's button copies once the client is called Nadia."""
    page.wait_for_selector("#example-email [data-copy=all]:visible")
    page.locator("#example-email [data-open-blanks]").click()
    page.locator("[data-field=client]").fill("Nadia")
    page.keyboard.press("Escape")
    page.locator("#example-email [data-copy=all]").click()
    expect(page.locator("[role=status]")).not_to_be_empty()
    return str(page.evaluate("navigator.clipboard.readText()"))
