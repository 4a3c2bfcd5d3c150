"""`python -m playbooks status`: what is current, what is behind and by what, by page and language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..checks.standing import PageStanding, of_site
from ..content import Content

FORMATS = ("text", "json", "markdown")


def shown(content: Content, form: str = "text") -> str:
    """The whole text."""
    found = of_site(content)
    if form == "json":
        rows = [page.as_data() for page in found]
        return json.dumps({"version": 1, "pages": rows}, ensure_ascii=False, indent=2) + "\n"
    lines = _page(found, content) if form == "markdown" else _lines(found, content)
    return "".join(f"{line}\n" for line in lines)


def _page(found: list[PageStanding], content: Content) -> Iterator[str]:
    """A page for authors, as code hosts show it: one table, and below it what is behind."""
    languages = content.site.languages
    yield from ("# Status", "", f"| Page | {' | '.join(languages)} |", f"| --- |{' --- |' * len(languages)}")
    for page in found:
        yield f"| `{page.path}` | {' | '.join(page.word(language) for language in languages)} |"
    for page in found:
        if page.behind or page.open:
            yield from ("", f"## {page.path}", "")
            yield from (
                f"- `{place}` behind {', '.join(f'`{reason}`' for reason in why)}" for place, why in page.behind
            )
            yield from (f"- `{place}` new, or changed in all languages" for place in page.open)


def _lines(found: list[PageStanding], content: Content) -> Iterator[str]:
    languages = content.site.languages
    width = max([len(page.path) for page in found], default=4)
    if content.agreed.sheets is None:
        yield "nobody has agreed to anything yet; begin with python -m playbooks agree --all"
        return
    yield "  ".join([" " * width, *(language.ljust(10) for language in languages)]).rstrip()
    for page in found:
        yield "  ".join(
            [page.path.ljust(width), *(page.word(language).ljust(10) for language in languages)]
        ).rstrip()
        for place, reasons in page.behind:
            yield f"  {place}: behind {', '.join(map(str, reasons))}"
        for place in page.open:
            yield f"  {place}: new, or changed in all languages; not agreed yet"
