"""The template of the theme that a page names is there: else the build would end in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..content import Content
from ..model.identifiers import shown
from ..model.places import Problem

OURS = Path(__file__).resolve().parents[1] / "theme"
KEY = "template"


def check(content: Content) -> Iterator[Problem]:
    custom = content.project.custom
    for page in content.site.pages:
        named = page.meta.get(KEY)
        if page.given or named is None:
            continue
        known = {*_templates(OURS), *_templates(_material()), *(_templates(custom) if custom else ())}
        if str(named) not in known:
            near = get_close_matches(str(named), sorted(known), 1)
            advice = f"; did you mean {near[0]}?" if near else ""
            sentence = f"the theme has no template {shown(str(named))}{advice}"
            yield Problem(page.place_of(KEY), sentence, "front-matter-value")


@cache
def _templates(folder: Path) -> frozenset[str]:
    return frozenset(path.name for path in folder.glob("*.html"))


@cache
def _material() -> Path:
    """Where the theme below ours keeps its templates."""
    found = find_spec("material")
    places = list(found.submodule_search_locations or ()) if found else []
    return Path(places[0]) / "templates" if places else OURS
