"""`python -m playbooks agree`: somebody has read the languages against each other and says that they agree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ..checks.alignment import together
from ..checks.drift import Versions, matched
from ..checks.versions import Cut
from ..content import Content
from ..data import inventory
from ..data.agreed import FOLDER, Row, Sheet, sheet_path, written
from ..data.inventory import FILES, REGISTER
from ..model.units import Unit
from ..project import Project
from ..publishing.writing import Folder, WritingError
from ..reading.units import is_by_label

WORDS = 6  # of a paragraph that its row shows
LONGEST = 60


def agreed_now(pages: Versions, sheet: Sheet, languages: Collection[str]) -> Sheet:
    """The sheet of a page after the words of some languages were read against all others."""
    names = dict.fromkeys(name for groups in pages.values() for name in groups)
    return {name: list(_rows(name, pages, sheet.get(name, ()), languages)) for name in names}


def _rows(name: str, pages: Versions, rows: Sequence[Row], languages: Collection[str]) -> Iterator[Row]:
    units = {language: groups[name] for language, groups in pages.items() if name in groups}
    known = {
        (language, unit): row
        for language, found in units.items()
        for unit, row in zip(found, matched(found, rows, language, is_by_label(name)), strict=True)
    }
    for twins in together(name, units):
        numbers = (known[language, unit] for language, unit in twins.items())
        old = next((rows[number] for number in numbers if number is not None), None)
        yield _row(twins, old, languages)


def _row(units: Mapping[str, Unit], old: Row | None, languages: Collection[str]) -> Row:
    """One row: who was asked follows what stands there now, and whoever had changed before is followed."""
    now = {language: unit.state for language, unit in units.items()}
    label = next(iter(units.values())).label
    words = _words(next(iter(units.values())).text)
    if old is None:
        return Row(label, now, {}, words)
    followed = {
        (own, other): old.followed(own, other) or now[other] for own in now for other in now if own != other
    }
    states = {language: old.states.get(language, now[language]) for language in now}
    for language in languages:
        if language not in now:
            continue
        for other in now:
            if other != language and followed[language, other] != now[other]:
                states[other] = now[other]
                followed[other, language] = now[language]
            if other != language:
                followed[language, other] = now[other]
        states[language] = now[language]
    older = {pair: state for pair, state in followed.items() if state != states[pair[1]]}
    return Row(label, states, older, words)


def _words(text: str) -> str:
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split()[:WORDS])
    return words[:LONGEST].rstrip()


def write(project: Project, sheets: Mapping[str, Sheet], before: Mapping[str, Sheet]) -> list[str]:
    """Write the files of sheets that changed; their paths as problems name them. Raises WritingError."""
    folder = project.data / FOLDER
    if not folder.resolve().is_relative_to(project.root.resolve()):
        raise WritingError("nothing is written, because the folder of the data files is not inside the project")
    folder.mkdir(parents=True, exist_ok=True)
    done = []
    for path, sheet in sheets.items():
        file = folder / sheet_path(path)
        text = written(sheet)
        if not file.exists() or file.read_text("utf-8") != text:
            Folder(folder).write(sheet_path(path), text)
            done.append(project.shown(file))
    for path in before:
        if path not in sheets:
            (folder / sheet_path(path)).unlink(missing_ok=True)
            done.append(project.shown(folder / sheet_path(path)))
    return done


def agree(content: Content, paths: Sequence[Path] | None) -> list[str]:
    """Agree to pages and data files below these paths, None for all; the files written. Raises WritingError."""
    project, versions = content.project, Cut(content.site, content.data_texts).all_versions
    before = dict(content.agreed.sheets or {})
    chosen = dict(_chosen(content, paths))
    data = [name for name in (*FILES, REGISTER) if paths is None or _is_below(project.data / name, paths)]
    texts = dict(_chosen_texts(content, paths))
    if paths is not None and not chosen and not texts and not data:
        named = ", ".join(project.shown(path) for path in paths)
        raise WritingError(f"there is no page and no data file at {named}")
    sheets = {path: sheet for path, sheet in before.items() if path in versions or path in content.held.unread}
    for path, languages in (chosen | texts).items():
        sheets[path] = agreed_now(versions[path], before.get(path, {}), languages)
    return write(project, sheets, before) + _write_data(content, data)


def _chosen(content: Content, paths: Sequence[Path] | None) -> Iterator[tuple[str, list[str]]]:
    """The pages that are asked for, and in which languages."""
    for path in Cut(content.site).versions:
        languages = [
            language
            for language, page in content.site.versions(path).items()
            if not page.given and (paths is None or _is_below(content.project.trees[language] / path, paths))
        ]
        if languages and len(content.site.languages) > 1:
            yield path, languages


def _chosen_texts(content: Content, paths: Sequence[Path] | None) -> Iterator[tuple[str, list[str]]]:
    """The data files that are asked for, and in which languages: in all, unless each has a file of its own."""
    root = content.project.root
    for name, versions in content.data_texts.items():
        files = {
            language: next(root / unit.place.path for units in groups.values() for unit in units)
            for language, groups in versions.items()
        }
        languages = [language for language, file in files.items() if paths is None or _is_below(file, paths)]
        if languages and len(content.site.languages) > 1:
            yield name, languages


def _is_below(file: Path, paths: Sequence[Path]) -> bool:
    return any(file.resolve() == path or file.resolve().is_relative_to(path) for path in paths)


def _write_data(content: Content, names: Sequence[str]) -> list[str]:
    project, held = content.project, content.held
    if not names:
        return []
    found = {
        name: held.now[name] if name in names else held.before.get(name, {})
        for name in (*FILES, REGISTER)
        if (name in names and name in held.now) or (name not in names and name in held.before)
    }
    if unread := [name for name in names if name in held.unread]:
        raise WritingError(f"{unread[0]} cannot be read; run check, and mend that first")
    text, file = inventory.written(found), project.data / FOLDER / inventory.NAME
    if file.exists() and file.read_text("utf-8") == text:
        return []
    file.parent.mkdir(parents=True, exist_ok=True)
    Folder(file.parent).write(inventory.NAME, text)
    return [project.shown(file)]
