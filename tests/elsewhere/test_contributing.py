"""The table “To add …” of CONTRIBUTING.md, followed to the letter: it names all files that must be touched."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from elsewhere.conftest import Engine
from elsewhere.test_another_team import dead

CHECK = """\
from collections.abc import Iterator

from ..model.pages import Site
from ..model.places import Problem


def check(site: Site) -> Iterator[Problem]:
    for page in site.pages:
        if "kindly" in page.text:
            yield Problem(page.place, "nobody says kindly", "glossary-word")
"""
EXPORT = """\
from ...content import Content


def ids(content: Content) -> str:
    return "\\n".join(content.templates)
"""
CHAT = """
```chat {#example-chat title="Chat"}
Hello {client}, see {address}.
```
"""


@pytest.fixture
def own(engine: Engine, tmp_path: Path) -> Engine:
    """A copy of the engine, to be changed."""
    shutil.copytree(engine.folder / "playbooks", tmp_path / "engine" / "playbooks")
    for folder in engine.folder.glob("*.dist-info"):
        shutil.copytree(folder, tmp_path / "engine" / folder.name)
    return Engine(tmp_path / "engine")


def change(own: Engine, name: str, typed: str, instead: str) -> None:
    path = own.folder / "playbooks" / name
    text = path.read_text("utf-8")
    assert typed in text, f"{typed} does not stand in {name}"
    path.write_text(text.replace(typed, instead), "utf-8")


def add_language(own: Engine) -> None:
    languages = own.folder / "playbooks" / "languages"
    shutil.copytree(languages / "de", languages / "nl")


def add_channel(own: Engine) -> None:
    change(own, "model/channels.py", 'Channel("email"', 'Channel("chat"),\n        Channel("email"')
    change(own, "publishing/catalog.schema.json", '"enum": ["email",', '"enum": ["chat", "email",')
    for code in ("de", "en", "fr", "nl", "uk"):
        path = own.folder / "playbooks" / "languages" / code / "strings.yml"
        rows = (
            path.read_text("utf-8")
            .replace("{email:", "{chat: Chat, email:")
            .replace("way: {", "way: {chat: Chat, ")
        )
        lines = []
        for line in rows.split("\n"):
            if line.lstrip().startswith(("email:", "all-email:", "body-email:", "kind-email:")):
                lines.append(f"{line.partition(':')[0].replace('email', 'chat')}: Chat")
            lines.append(line)
        path.write_text("\n".join(lines), "utf-8")


def add_check(own: Engine) -> None:
    (own.folder / "playbooks/checks/kindly.py").write_text(CHECK, "utf-8")
    change(own, "checks/problems.py", "from . import (\n", "from . import (\n    kindly,\n")
    change(own, "checks/problems.py", "*typing.check(site),", "*typing.check(site),\n        *kindly.check(site),")


def add_export(own: Engine) -> None:
    (own.folder / "playbooks/publishing/exports/ids.py").write_text(EXPORT, "utf-8")
    change(own, "publishing/files.py", "import atom,", "import ids, atom,")
    first = "    yield CATALOG, "
    change(own, "publishing/files.py", first, f'    yield "ids.txt", ids.ids(content)\n{first}')


def add_kind(own: Engine) -> None:
    change(own, "data/fields.py", 'Kind = Literal["text",', 'Kind = Literal["address", "text",')
    change(own, "publishing/catalog.schema.json", '"enum": ["text",', '"enum": ["address", "text",')


def test_what_the_table_names_is_all_that_must_be_touched(own: Engine, tmp_path: Path) -> None:
    for step in (add_language, add_channel, add_check, add_export, add_kind):
        step(own)
    root = own.init(tmp_path / "site-of-ours", "en,nl")
    for tree in ("docs", "docs_nl"):
        page = root / tree / "playbooks" / "example.md"
        page.write_text(page.read_text("utf-8") + CHAT, "utf-8")
    own.run("playbooks", "fields", cwd=root)
    fields = root / "data" / "fields.yml"
    before, _, after = fields.read_text("utf-8").rpartition("kind: text")
    fields.write_text(f"{before}kind: address{after}", "utf-8")
    own.run("playbooks", "register", cwd=root)
    done = own.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    assert list(dead(root / "site")) == []
    catalogue = json.loads((root / "site/catalog.json").read_text("utf-8"))
    assert "address" in {field["kind"] for field in catalogue["fields"]}
    assert "chat" in {template["channel"] for template in catalogue["templates"]}
    assert "example-chat" in (root / "site/ids.txt").read_text("utf-8")
    page = root / "docs" / "playbooks" / "example.md"
    page.write_text(page.read_text("utf-8").replace("Use this", "Do kindly use this"), "utf-8")
    assert "docs/playbooks/example.md:1: nobody says kindly [glossary-word]" in own.check(root)
