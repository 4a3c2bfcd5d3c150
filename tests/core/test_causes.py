"""One fault is one line: what follows from another problem is held back until that one is mended."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from commands import playbooks

pytestmark = pytest.mark.quick

GOOD = Path(__file__).resolve().parents[1] / "sites" / "good"
LATE = "playbooks/late.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site without a fault, registered, its languages agreed."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    for command in ("register", "agree --all"):
        assert playbooks(*command.split(), "-f", tmp_path / "mkdocs.yml").returncode == 0
    return tmp_path


def told(site: Path) -> list[str]:
    """Codes and places of what the check says."""
    lines = playbooks("check", "-f", site / "mkdocs.yml").stdout.splitlines()
    return [re.sub(r"^([^ ]+): .*\[([\w-]+)\]$", r"\2 \1", line) for line in lines]


def change(site: Path, name: str, pattern: str, instead: str) -> None:
    text = (site / name).read_text("utf-8")
    changed = re.sub(pattern, instead, text, count=1, flags=re.MULTILINE | re.DOTALL)
    assert changed != text
    (site / name).write_text(changed, "utf-8")


def test_a_field_that_is_gone_is_told_where_it_stood_and_on_no_page(site: Path) -> None:
    change(site, "data/fields.yml", r"^- id: client\n.*?(?=^- id:)", "")
    assert [line.split(":")[0] for line in told(site)] == ["data-gone data/fields.yml"]


def test_a_file_of_fields_that_is_gone_is_one_line(site: Path) -> None:
    (site / "data" / "fields.yml").unlink()
    assert told(site) == ["data-gone data/fields.yml:1"]


def test_a_register_that_cannot_be_read_takes_no_change_along(site: Path) -> None:
    change(site, "data/register.yml", r"^ids:", "ids")
    assert [line.split()[0] for line in told(site)] == ["data-yaml"]


def test_an_id_misspelt_in_one_language_is_told_there_with_the_one_to_write(site: Path) -> None:
    change(site, f"docs_fr/{LATE}", r"\{#words\}", "{#wrods}")
    (line,) = playbooks("check", "-f", site / "mkdocs.yml").stdout.splitlines()
    sentence = "the heading wrods is the heading words in the other languages, as at docs/playbooks/late.md:13"
    assert line == f"docs_fr/{LATE}:13: {sentence}; write the same here [lacking-heading]"


def test_a_fence_that_is_lost_is_told_and_what_it_swallows_is_not(site: Path) -> None:
    change(site, f"docs_uk/{LATE}", r"^```voicemail [^\n]*\n", "")
    assert [line.split()[0] for line in told(site)] == ["block-open"]


def test_words_that_changed_and_are_wrong_are_mended_before_others_follow_them(site: Path) -> None:
    change(site, f"docs/{LATE}", r"Hello \{client\}", "Hello {clinet}")
    assert {line.split()[0] for line in told(site)} == {"blank-undeclared"}
    change(site, f"docs/{LATE}", r"Hello \{clinet\}", "Good day {client}")
    assert {line.split()[0] for line in told(site)} == {"behind"}


def test_a_fault_elsewhere_on_the_page_holds_nothing_back(site: Path) -> None:
    change(site, f"docs/{LATE}", r" \{#words\}", "")
    change(site, f"docs/{LATE}", r"(title: .*?)\n", r"\1\nstage: never\n")
    assert {line.split()[0] for line in told(site)} >= {"id-missing", "front-matter-value"}
