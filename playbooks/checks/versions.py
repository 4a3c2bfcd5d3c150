"""All pages of the site as outlines and as units: what the checks of shape and of drift look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from ..data.texts import Texts
from ..model.outline import Outline
from ..model.pages import Site
from ..model.units import Groups
from ..reading.outline import outline
from ..reading.units import units


@dataclass(frozen=True)
class Cut:
    """The pages of a site, cut into pieces once; `texts` are those of the data files."""

    site: Site
    texts: Texts = field(default_factory=dict)

    @cached_property
    def outlines(self) -> Mapping[tuple[str, str], Outline]:
        """By path and language; pages that the engine gives are left out."""
        own = [page for page in self.site.pages if not page.given]
        return {(page.path, page.language): page.once(outline, partial(outline, page)) for page in own}

    @cached_property
    def versions(self) -> Mapping[str, Mapping[str, Groups]]:
        """By path, then by language, in the order of the site."""
        found: dict[str, dict[str, Groups]] = {}
        for path in self.site.paths():
            for language, page in self.site.versions(path).items():
                if cut := self.outlines.get((path, language)):
                    found.setdefault(path, {})[language] = page.once(units, partial(units, page, cut))
        return found

    @property
    def all_versions(self) -> Mapping[str, Mapping[str, Groups]]:
        """The pages, and the data files with what stands in them by language."""
        return {**self.versions, **self.texts}
