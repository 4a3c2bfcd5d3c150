"""What a pasted link shows: tags on every page, and an image in its language."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import pytest
from catalogue import page_paths
from PIL import Image
from reading import Element, read_page

from playbooks.publishing import previews

HOST = "https://candour.example"
LOCALES = {"en": "en_GB", "fr": "fr_FR", "uk": "uk_UA"}
WITHOUT = ("/404.html", "/embed/", "/fr/embed/", "/uk/embed/")


def tag(page: Element, name: str) -> str:
    return page.one("meta", property=name).get("content")


def image_of(site: Path, page: Element) -> bytes:
    return (site / tag(page, "og:image").removeprefix(HOST + "/")).read_bytes()


def test_every_page_says_what_it_is(site: Path) -> None:
    for path in page_paths(site):
        if path.startswith(WITHOUT):
            continue
        page = read_page(site / path.lstrip("/") / "index.html")
        language = page.one("html").get("lang")
        assert tag(page, "og:url") == HOST + path, path
        assert tag(page, "og:title"), path
        assert len(tag(page, "og:description")) > 20, path
        assert tag(page, "og:type") in ("website", "article"), path
        assert tag(page, "og:locale") == LOCALES[language], path
        others = {meta.get("content") for meta in page.all("meta", property="og:locale:alternate")}
        assert others == set(LOCALES.values()) - {LOCALES[language]}, path
        assert tag(page, "og:image:alt"), path
        assert page.one("meta", name="twitter:card").get("content") == "summary_large_image", path
        with Image.open(io.BytesIO(image_of(site, page))) as image:
            size = (int(tag(page, "og:image:width")), int(tag(page, "og:image:height")))
            assert (image.format, image.size) == ("PNG", size) == ("PNG", (1200, 630)), path


def test_each_language_and_page_has_its_own_image(site: Path) -> None:
    playbooks = json.loads((site / "catalog.json").read_text("utf-8"))["playbooks"]
    addresses = [address.lstrip("/") for row in playbooks for address in row["url"].values()]
    images = {
        hashlib.sha256(image_of(site, read_page(site / path / "index.html"))).hexdigest() for path in addresses
    }
    assert len(images) == len(addresses)


@pytest.mark.parametrize(
    "text", ["àâçéèêëîïôùûüÿœæ ÀÇÉ «» — … € №", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя ҐЄІЇ „“ ’"]
)
def test_the_font_has_every_letter(text: str) -> None:
    font = previews.font("Regular", 40)
    missing = bytes(font.getmask("\ue123"))
    assert [letter for letter in text if letter != " " and bytes(font.getmask(letter)) == missing] == []


def test_the_same_words_give_the_same_bytes() -> None:
    words = ("Повідомити про затримку", "Зателефонуйте завчасу.", "Candour", "Слова")
    assert previews.draw.__wrapped__(*words) == previews.draw.__wrapped__(*words)


def test_long_texts_stay_inside() -> None:
    data = previews.draw(
        "Un titre vraiment très long " * 8, "Une description sans fin. " * 60, "Candour", "Les mots"
    )
    with Image.open(io.BytesIO(data)) as image:
        plain = image.convert("RGB")
        border = [plain.getpixel((x, y)) for x in range(1130, 1200, 7) for y in range(0, 630, 7)]
    assert set(border) == {plain.getpixel((1199, 0))}
