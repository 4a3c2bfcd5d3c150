"""Pages of our own beside those of MkDocs: permanent links, redirects, embedded templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..content import Content
from ..languages.languages import LANGUAGES
from ..rendering import policy
from ..rendering.compiled import Compiled
from ..rendering.modules import Scripts
from ..rendering.view import SiteView
from .shrinking import inline

COMPILED = Compiled()  # a server makes an environment at each edit


@dataclass(frozen=True)
class Publication:
    """What is published, where its page templates are, the address it will have ("" if unknown), and how its
    scripts are published."""

    content: Content
    templates: Sequence[Path]
    site_url: str
    scripts: Scripts

    def __getstate__(self) -> dict[str, Any]:
        """For a process of its own: templates cannot be handed over, and are read there."""
        return {name: value for name, value in vars(self).items() if name not in ("environment", "_views")}

    @property
    def languages(self) -> tuple[str, ...]:
        return self.content.site.languages

    @cached_property
    def environment(self) -> Environment:
        """The theme's files, but with escaping: MkDocs' own environment has none."""
        loader = FileSystemLoader([str(folder) for folder in self.templates])
        environment = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        environment.filters["short"] = inline
        environment.bytecode_cache = COMPILED
        return environment

    def page(self, template: str, path: str, language: str, **values: Any) -> str:
        """One page. `root` in the template leads from the page's folder to the root of the site."""
        shared = {
            "root": "../" * path.count("/"),
            "site_url": self.site_url,
            "language": language,
            "languages": [LANGUAGES[code] for code in self.languages],
            "t": self.content.texts[language],
            "texts": self.content.texts.__getitem__,
            "scripts": self.scripts,
        }
        html = self.environment.get_template(template).render(**shared, **values)
        return policy.protect(html.strip() + "\n", policy.Rules(self._approved))

    def view(self, language: str) -> SiteView:
        """What templates may ask about the site in a language."""
        if language not in self._views:
            self._views[language] = SiteView(self.content, language, self.scripts)
        return self._views[language]

    @cached_property
    def _views(self) -> dict[str, SiteView]:
        return {}

    def prepare(self) -> None:
        """Shorten the scripts inside pages before this process is copied: that cannot run in a copy."""
        self._approved  # noqa: B018 (kept from here on)

    @cached_property
    def _approved(self) -> frozenset[str]:
        """An embedded template needs the colours and what remembers early clicks in the page itself."""
        partials = (
            self.environment.get_template(name) for name in ("partials/colours.html", "partials/early.html")
        )
        return frozenset(code for partial in partials for code in policy.scripts(partial.render(root="")))
