"""Pages of our own beside those of MkDocs: permanent links, redirects, embedded templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import policy
from .languages import LANGUAGES
from .modules import closure
from .site import Content
from .strings import strings


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
        html = self.environment.get_template(template).render(
            root="../" * path.count("/"),
            site_url=self.site_url,
            language=language,
            languages=[LANGUAGES[code] for code in self.languages],
            t=strings(language),
            texts=strings,
            modules=partial(closure, self.scripts),
            **values,
        )
        return policy.protect(html.strip() + "\n")
