"""`python -m playbooks status`: what is current, what is behind and by what, by page and language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..checks.standing import PageStanding, of_site
from ..content import Content

FORMATS = ("text", "json")


def shown(content: Content, form: str = "text") -> str:
    """The whole text."""
    found = of_site(content)
    if form == "json":
        rows = [page.as_data() for page in found]
        return json.dumps({"version": 1, "pages": rows}, ensure_ascii=False, indent=2) + "\n"
    return "".join(f"{line}\n" for line in _lines(found, content))


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
