"""What a link to a page shows in a chat: title, description, and the address of the image."""

from __future__ import annotations

from dataclasses import dataclass

from ..content import Content
from ..languages.languages import LANGUAGES
from ..model.layout import PREVIEWS
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
    content: Content, page: Page, site_url: str | None, title: str = "", address: str = ""
) -> Preview | None:
    """The preview of a page, or of something on it. None where the site does not know its address."""
    if not site_url:
        return None
    texts = content.texts[page.language]
    others = (code for code in content.site.languages if code != page.language)
    return Preview(
        site=texts("site.name"),
        type="article" if page.is_playbook else "website",
        title=title or title_of(content, page),
        description=description_of(content, page),
        address=site_url + (address or page.address()),
        locale=LANGUAGES[page.language].locale,
        alternates=tuple(LANGUAGES[code].locale for code in others),
        image=site_url + image_path(page),
        alt=texts("named").replace("{label}", texts("site.name")).replace("{words}", title_of(content, page)),
    )


def title_of(content: Content, page: Page) -> str:
    return page.title if not page.is_home else content.texts[page.language]("home.question")


def description_of(content: Content, page: Page) -> str:
    return page.description or content.texts[page.language]("site.description")


def image_path(page: Page) -> str:
    name = page.path.removesuffix(".md").removesuffix("/index")
    return f"{PREVIEWS}/{page.language}/{name}.png"
