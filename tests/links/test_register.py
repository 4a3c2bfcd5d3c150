"""What was once linked stays linked: the exact words about ids that vanish, and about lines that are lost."""

from __future__ import annotations

import re

import pytest
import yaml
from conftest import ROOT

from playbooks.data import register

from .conftest import Tiny

REGISTER = "data/register.yml"


def line(tiny: Tiny, identifier: str) -> int:
    """Where an id stands in the register."""
    lines = tiny.register.read_text("utf-8").split("\n")
    return next(number for number, text in enumerate(lines, 1) if f"{{id: {identifier}," in text)


def add_successor(tiny: Tiny, identifier: str, successor: str) -> None:
    pattern = rf"(\{{id: {re.escape(identifier)}, .*)\}}"
    tiny.register.write_text(
        re.sub(pattern, rf"\1, successor: {successor}}}", tiny.register.read_text("utf-8")), "utf-8"
    )


def test_the_register_of_this_repository_is_plain_yaml() -> None:
    data = yaml.safe_load((ROOT / REGISTER).read_text("utf-8"))
    assert data["entries"] == len(data["ids"])
    assert len({row["id"] for row in data["ids"]}) == data["entries"]
    assert {row["kind"] for row in data["ids"]} == set(register.KINDS)


def test_a_registered_site_has_no_problem(tiny: Tiny) -> None:
    assert tiny.run("check") == (0, "")
    assert tiny.run("register") == (0, f"{REGISTER}: 0 added\n")


def test_something_new_asks_to_be_registered(tiny: Tiny) -> None:
    tiny.replace("{#late-voicemail ", "{#late-voicemail-short ")
    status, words = tiny.run("check")
    number = line(tiny, "late-voicemail")
    assert (status, words.split("\n")) == (
        1,
        [
            f"{REGISTER}:{number}: the template late-voicemail is gone; "
            "bring it back, or name its successor: here",
            "docs/playbooks/late.md:24: the template late-voicemail-short is not in data/register.yml; "
            "add it with python -m playbooks register",
            "",
        ],
    )


@pytest.mark.quick
def test_a_rename_with_a_successor_is_accepted(tiny: Tiny) -> None:
    tiny.replace("{#late-voicemail ", "{#late-voicemail-short ")
    assert tiny.run("register") == (0, f"{REGISTER}: 1 added\n")
    add_successor(tiny, "late-voicemail", "late-voicemail-short")
    assert tiny.run("check") == (0, "")


def test_a_page_that_vanishes_is_told(tiny: Tiny) -> None:
    for tree in ("docs", "docs_fr", "docs_uk"):
        (tiny.root / tree / "about.md").write_text("---\ntitle: A\ndescription: B\n---\n", "utf-8")
    assert tiny.run("register") == (0, f"{REGISTER}: 1 added\n")
    for tree in ("docs", "docs_fr", "docs_uk"):
        (tiny.root / tree / "about.md").unlink()
    number = line(tiny, "/about/")
    sentence = "the page /about/ is gone; bring it back, or name its successor: here"
    assert tiny.run("check") == (1, f"{REGISTER}:{number}: {sentence}\n")
    add_successor(tiny, "/about/", "/")
    assert tiny.run("check") == (0, "")


@pytest.mark.parametrize("identifier", ["late", "late-phone", "late-checklist", "/"])
def test_a_line_taken_out_is_told(tiny: Tiny, identifier: str) -> None:
    lines = tiny.register.read_text("utf-8").splitlines(keepends=True)
    at = line(tiny, identifier) - 1
    tiny.register.write_text("".join(lines[:at] + lines[at + 1 :]), "utf-8")
    status, words = tiny.run("check")
    assert status == 1
    count = next(n for n, text in enumerate(lines, 1) if text.startswith("entries:"))
    expected = f"{REGISTER}:{count}: entries: says 6, but there are 5: put back the lines that were taken out"
    assert expected in words
    if at + 1 < len(lines):
        assert f"{REGISTER}:{at + 1}: the seal of " in words
    # the command must not cover it up
    assert tiny.run("register")[0] == 1


def test_a_line_that_is_changed_is_told(tiny: Tiny) -> None:
    tiny.replace("{id: late-phone,", "{id: late-phone-call,", REGISTER)
    status, words = tiny.run("check")
    assert status == 1
    assert f"{REGISTER}:{line(tiny, 'late-phone-call')}: the seal of late-phone-call does not fit" in words
    assert words.count("the seal of") == 1, "only where it is broken"


def test_a_site_without_a_register_promises_no_links(tiny: Tiny) -> None:
    (tiny.root / REGISTER).unlink()
    assert tiny.run("check") == (0, "")


def test_a_successor_must_exist(tiny: Tiny) -> None:
    tiny.remove_playbook("late")
    for name in ("late", "late-phone", "late-voicemail", "late-email", "late-checklist"):
        add_successor(tiny, name, "later")
    status, words = tiny.run("check")
    assert status == 1
    assert f"{REGISTER}:{line(tiny, 'late')}: later, the successor of late, does not exist\n" in words


def test_successors_must_not_go_round(tiny: Tiny) -> None:
    tiny.remove_playbook("late")
    tiny.replace("Read [late](playbooks/late.md).", "Nothing.")
    tiny.replace("Lire [le guide](playbooks/late.md).", "Rien.")
    add_successor(tiny, "late", "late-phone")
    add_successor(tiny, "late-phone", "late")
    status, words = tiny.run("check")
    number = line(tiny, "late")
    assert status == 1
    assert f"{REGISTER}:{number}: the successors go round in a circle: late → late-phone → late\n" in words


def test_what_is_still_there_has_no_successor(tiny: Tiny) -> None:
    add_successor(tiny, "late-phone", "late-email")
    status, words = tiny.run("check")
    number = line(tiny, "late-phone")
    assert status == 1
    assert words.startswith(f"{REGISTER}:{number}: late-phone has the successor late-email, but is still at docs")


def test_an_id_never_changes_its_meaning(tiny: Tiny) -> None:
    tiny.replace(", kind: template,", ", kind: checklist,", REGISTER)
    status, words = tiny.run("check")
    assert status == 1
    assert (
        f"late-phone was a checklist ({REGISTER}:{line(tiny, 'late-phone')}); a template needs another id" in words
    )
