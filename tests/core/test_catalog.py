from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from core.cases import ROOT
from playbooks.content import Content, read_content
from playbooks.project import Project, read_project
from playbooks.publishing.catalog import catalog, schema, to_json
from playbooks.rendering.page_data import pieces

LANGUAGES = ("en", "fr", "uk")


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(read_project(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def data(content: Content) -> dict[str, Any]:
    return catalog(content)


def test_the_catalogue_keeps_its_schema(data: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema(LANGUAGES))
    errors = Draft202012Validator(schema(LANGUAGES)).iter_errors(json.loads(to_json(data)))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_the_schema_refuses_an_email_without_subject_and_a_text_without_ukrainian(data: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema(LANGUAGES))
    for key, language in (("subject", None), ("body", "uk")):
        spoilt = json.loads(to_json(data))
        email = next(row for row in spoilt["templates"] if row["channel"] == "email")
        del (email[key] if language else email)[language or key]
        assert not validator.is_valid(spoilt)


def test_the_catalogue_holds_exactly_what_the_pages_hold_in_every_language(
    content: Content, data: dict[str, Any]
) -> None:
    for language in LANGUAGES:
        pages = content.site.pages_of(language)
        assert {row["id"]: row["title"][language] for row in data["playbooks"]} == {
            page.slug: page.title for page in pages if page.is_playbook
        }
        assert {(row["id"], row["channel"], row["playbook"]) for row in data["templates"]} == {
            (template.id, template.channel.id, page.slug) for page in pages for template in page.templates
        }
        assert {
            row["id"]: [(i["id"], i["text"][language]) for i in row["items"]] for row in data["checklists"]
        } == {
            checklist.id: [(item.id, item.text) for item in checklist.items]
            for page in pages
            for checklist in page.checklists
        }


def test_playbooks_come_in_the_order_of_a_project_and_name_their_parts(data: dict[str, Any]) -> None:
    assert len(data["playbooks"]) == 12
    listed = [identifier for row in data["playbooks"] for identifier in row["templates"]]
    assert listed == [
        row["id"] for row in data["templates"] if row["playbook"] in {p["id"] for p in data["playbooks"]}
    ]


def test_bodies_hold_the_words_with_their_blanks_and_names_of_speakers(data: dict[str, Any]) -> None:
    email = next(row for row in data["templates"] if row["id"] == "announce-a-delay-email")
    assert email["subject"]["fr"].count("{project}") == 1
    assert email["fields"][:2] == ["project", "client"]
    assert "\n\n" in email["body"]["uk"]
    phone = next(row for row in data["templates"] if row["id"] == "announce-a-delay-phone")
    starts = {language: phone["body"][language].split(":")[0] for language in LANGUAGES}
    assert starts == {"en": "You", "fr": "Vous\u00a0", "uk": "Ви"}
    assert phone["url"]["uk"] == "/uk/playbooks/announce-a-delay/#announce-a-delay-phone"


def test_every_field_of_a_template_is_declared_and_the_same_in_all_languages(
    content: Content, data: dict[str, Any]
) -> None:
    declared = {row["id"] for row in data["fields"]}
    for row in data["templates"]:
        assert set(row["fields"]) <= declared
    for language in LANGUAGES:
        for page in content.site.pages_of(language):
            for template in page.templates:
                row = next(row for row in data["templates"] if row["id"] == template.id)
                assert set(template.fields) == set(row["fields"])


def test_the_same_content_gives_the_same_bytes(data: dict[str, Any]) -> None:
    again = to_json(catalog(read_content(read_project(ROOT / "mkdocs.yml"))))
    assert again == to_json(data)
    assert again.endswith("}\n")
    assert "\\u" not in again


def test_a_translation_that_lags_behind_does_not_stop_a_preview(tmp_path: Path) -> None:
    head = "---\ntitle: T\ndescription: D\norder: 1\n---\n"
    block = '```voicemail {#late-voicemail title="T"}\nHello {client}.\n```\n'
    rows = "\n## Before {#late-checklist}\n\n- [ ] One. {#one}\n- [ ] Two. {#two}\n"
    for tree, text in (
        ("docs", head + block + rows),
        ("docs_fr", head + rows.replace("- [ ] Two. {#two}\n", "")),
        ("docs_uk", head),
    ):
        (tmp_path / tree / "playbooks").mkdir(parents=True)
        (tmp_path / tree / "playbooks" / "late.md").write_text(text, "utf-8")
    trees = {"en": tmp_path / "docs", "fr": tmp_path / "docs_fr", "uk": tmp_path / "docs_uk"}
    content = read_content(Project(tmp_path, trees, tmp_path / "data"))
    data = catalog(content)
    assert data["templates"][0]["body"] == {"en": "Hello {client}."}
    assert list(data["checklists"][0]["title"]) == ["en", "fr"]
    assert [list(item["text"]) for item in data["checklists"][0]["items"]] == [["en", "fr"], ["en"]]
    page = content.site.page("playbooks/late.md", "en")
    assert page is not None
    versions = [list(json.loads(piece.text)["versions"]) for piece in pieces(content, page.path)]
    assert versions == [["late-voicemail"], [], []]
