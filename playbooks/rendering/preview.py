"""What a link to a page shows in a chat: title, description, and the address of the image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..languages.languages import LANGUAGES
from ..languages.strings import strings
from ..model.pages import Page

WIDTH, HEIGHT = 1200, 630  # pixels of the image


@dataclass(frozen=True)
class Preview:
    """The values of the Open Graph tags of one page."""

    site: str
    type: str
    title: str
    description: str
    address: str
    locale: str
    alternates: tuple[str, ...]
    image: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def preview(
    page: Page, languages: Sequence[str], site_url: str | None, title: str = "", address: str = ""
) -> Preview | None:
    """The preview of a page, or of something on it. None where the site does not know its address."""
    if not site_url:
        return None
    texts = strings(page.language)
    others = (code for code in languages if code != page.language)
    return Preview(
        site=texts("site.name"),
        type="article" if page.is_playbook else "website",
        title=title or title_of(page),
        description=description_of(page),
        address=site_url + (address or page.address()),
        locale=LANGUAGES[page.language].locale,
        alternates=tuple(LANGUAGES[code].locale for code in others),
        image=site_url + image_path(page),
        alt=f"{texts('site.name')}: {title_of(page)}",
    )


def title_of(page: Page) -> str:
    return page.title if page.url else strings(page.language)("home.question")


def description_of(page: Page) -> str:
    return page.description or strings(page.language)("site.description")


def image_path(page: Page) -> str:
    name = page.path.removesuffix(".md").removesuffix("/index")
    return f"assets/previews/{page.language}/{name}.png"
