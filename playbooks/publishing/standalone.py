"""Pages of our own beside those of MkDocs: permanent links, redirects, embedded templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..content import Content
from ..languages.languages import LANGUAGES
from ..rendering import policy
from ..rendering.modules import closure
from ..rendering.view import SiteView


@dataclass(frozen=True)
class Publication:
    """What is published, where its page templates are, and the address it will have ("" if unknown)."""

    content: Content
    templates: Sequence[Path]
    site_url: str

    @property
    def languages(self) -> tuple[str, ...]:
        return self.content.site.languages

    @cached_property
    def environment(self) -> Environment:
        """The theme's files, but with escaping: MkDocs' own environment has none."""
        loader = FileSystemLoader([str(folder) for folder in self.templates])
        return Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )

    @cached_property
    def scripts(self) -> Path:
        """The folder of the rooms of browser modules."""
        folders = [folder / "assets" for folder in self.templates]
        return next((folder for folder in folders if (folder / "page.js").exists()), folders[0])

    def page(self, template: str, path: str, language: str, **values: Any) -> str:
        """One page. `root` in the template leads from the page's folder to the root of the site."""
        shared = {
            "root": "../" * path.count("/"),
            "site_url": self.site_url,
            "language": language,
            "languages": [LANGUAGES[code] for code in self.languages],
            "t": self.content.texts[language],
            "texts": self.content.texts.__getitem__,
            "modules": self._modules,
        }
        html = self.environment.get_template(template).render(**shared, **values)
        return policy.protect(html.strip() + "\n", self._approved)

    def view(self, language: str) -> SiteView:
        """What templates may ask about the site in a language."""
        if language not in self._views:
            self._views[language] = SiteView(self.content, language, self.scripts)
        return self._views[language]

    @cached_property
    def _views(self) -> dict[str, SiteView]:
        return {}

    @cached_property
    def _modules(self) -> Callable[..., list[str]]:
        """Which modules an entry needs; some dozen files are looked at once."""
        return cache(partial(closure, self.scripts))

    @cached_property
    def _approved(self) -> frozenset[str]:
        """An embedded template needs the colours and what remembers early clicks in the page itself."""
        partials = (
            self.environment.get_template(name) for name in ("partials/colours.html", "partials/early.html")
        )
        return frozenset(code for partial in partials for code in policy.scripts(partial.render(root="")))
