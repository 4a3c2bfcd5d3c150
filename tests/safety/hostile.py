"""A site whose every text tries to be markup: tests/cases/hostile.json, put over tests/sites/good.

Each place gets the same text with the name of the place before it, so that a test can ask for it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
GOOD = ROOT / "tests" / "sites" / "good"
CASES: dict[str, Any] = json.loads((ROOT / "tests" / "cases" / "hostile.json").read_text("utf-8"))
LANGUAGES = ("en", "fr", "uk")
HARMLESS = "harmless"


class Texts:
    """What stands in each place: the vector after the name of the place, or only that name."""

    def __init__(self, hostile: bool) -> None:
        self.hostile = hostile

    def __call__(self, place: str) -> str:
        assert place in CASES["places"], place
        return f"{place} {CASES['vector'] if self.hostile else HARMLESS}"

    def without(self, characters: str, place: str) -> str:
        """Without characters that mean something in this place."""
        return self(place).translate(str.maketrans("", "", characters))

    def each(self, place: str) -> dict[str, str]:
        return {language: self(place) for language in LANGUAGES}


def write(root: Path, hostile: bool) -> None:
    """A whole project in an empty folder."""
    texts = Texts(hostile)
    shutil.copytree(GOOD, root, dirs_exist_ok=True)
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    configuration["site_name"] = texts("site name")
    del configuration["theme"]["custom_dir"], configuration["watch"]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(configuration, allow_unicode=True), "utf-8")
    for language in LANGUAGES:
        tree = root / ("docs" if language == "en" else f"docs_{language}")
        (tree / "playbooks" / "late.md").write_text(_playbook(texts, language), "utf-8")
        for section in ("playbooks", "templates", "checklists", "onboarding", "channels", "authors", "privacy",
                        "accessibility"):  # fmt: skip
            path = tree / section / "index.md"
            path.parent.mkdir(exist_ok=True)
            meta = {"title": texts("title"), "description": texts("description"), "template": f"{section}.html"}
            if not (ROOT / "playbooks" / "theme" / f"{section}.html").exists():
                del meta["template"]
            path.write_text(_front(meta) + "\nWords.\n", "utf-8")
        picker = {"title": texts("title"), "description": texts("description")}
        (tree / "onboarding" / "team-lead.md").write_text(
            _front(picker) + "\n<div data-link-picker></div>\n", "utf-8"
        )
        home = {"title": texts("title"), "description": texts("description"), "template": "home.html"}
        (tree / "index.md").write_text(_front(home) + "\n[Late](playbooks/late.md)\n", "utf-8")
    _data(root / "data", texts)


def _front(meta: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, width=10_000)}---\n"


def _playbook(texts: Texts, language: str) -> str:
    meta = {key: texts(key) for key in ("title", "situation", "description", "time", "who", "channel")}
    you = {"en": "You: ", "fr": "Vous : ", "uk": "Ви: "}[language]
    title = texts.without('"{}', "template title")
    return f"""{_front({**meta, "order": 10})}
## The words {{#words}}

```phone {{#late-phone title="{title}"}}
{you}{texts("speech")}

{you}{{client}}

({texts("direction")})

{texts.without("{}", "branch")}:
  {you}{texts("speech")}
```

```voicemail {{#late-voicemail title="{title}"}}
{texts("words of a voicemail")}

{{client}}, {{new-date}}, {{days}}, {{sender-form}}
```

```email {{#late-email title="{title}" .bad-news}}
Subject: {texts("subject")}

{texts("words of an email")}

{{client}}, {{effect}}
```

## {texts.without("{}", "checklist")} {{#late-checklist}}

- [ ] {texts.without("{}", "item")} {{#new-date}}
"""


def _data(data: Path, texts: Texts) -> None:
    def field(name: str, kind: str, **more: Any) -> dict[str, Any]:
        shown = {key: texts.each(key) for key in ("label", "example", "help")}
        return {"id": name, "kind": kind, "keeper": "client", **shown, **more}

    options = {language: {"he": texts("option"), "she": texts("option")} for language in LANGUAGES}
    units = {language: dict.fromkeys(("one", "few", "many", "other"), texts("unit")) for language in LANGUAGES}
    fields = [
        field("client", "name"),
        field("effect", "long-text"),
        field("new-date", "date", role="new-date"),
        field("days", "number", units=units),
        field("sender-form", "choice", options=options),
    ]
    glossary = {
        language: {"term": texts("glossary term"), "synonyms": [texts("glossary synonym")]}
        for language in LANGUAGES
    }
    change = {
        "id": "first",
        "date": "2026-11-22",
        "title": texts.each("change title"),
        "text": texts.each("change text"),
        "ids": ["late"],
    }
    search = {
        "ignored": dict.fromkeys(LANGUAGES, "how"),
        "synonyms": {language: [[texts("search synonym"), "late"]] for language in LANGUAGES},
        "pages": {"playbooks/late": {language: [texts("search phrase")] for language in LANGUAGES}},
    }
    for name, content in {
        "fields": fields,
        "glossary": [{"id": "deadline", **glossary}],
        "changes": [change],
        "search": search,
    }.items():
        text = yaml.safe_dump(content, allow_unicode=True, width=10_000, sort_keys=False).replace(
            "'2026-11-22'", "2026-11-22"
        )
        (data / f"{name}.yml").write_text(text, "utf-8")


def build(root: Path) -> Path:
    """The site of a project, built in a fresh process, with its problems but no traceback."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    register = [sys.executable, "-m", "playbooks", "register", "-f", str(root / "mkdocs.yml")]
    subprocess.run(register, cwd=root, check=True, capture_output=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(root / "site")]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    return root / "site"
