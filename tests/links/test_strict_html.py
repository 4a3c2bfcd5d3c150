"""Every page that is published is HTML without an error of parsing, as html5lib knows those of the standard."""

from __future__ import annotations

from pathlib import Path

import html5lib


def errors(page: bytes) -> list[str]:
    """Each error where it stands, by the name that html5lib has for it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(page, transport_encoding="utf-8")
    return [f"{line}:{column} {name} {told}" for (line, column), name, told in parser.errors]


def test_no_page_has_an_error_of_parsing(site: Path) -> None:
    found = {path: errors(path.read_bytes()) for path in sorted(site.rglob("*.html"))}
    assert len(found) > 500
    assert {path.relative_to(site).as_posix(): rows for path, rows in found.items() if rows} == {}


def test_errors_of_parsing_are_found() -> None:
    page = b"<!DOCTYPE html><title>T</title><p id=a id=b><b>x</p><a href='x'y>z</a></div><p>&nothing;</p>"
    assert len(errors(page)) >= 4
