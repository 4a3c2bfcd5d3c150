"""python -m playbooks check | agree | status | register | new | fields | init | host | compress"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from .checks import reports
from .checks import spelling as dictionaries
from .checks.problems import findings
from .commands import agreement, drafts, hosting, register, sites
from .commands import status as status_
from .commands.fields import declaration, faulty_fields, undeclared
from .content import Content, read_content
from .languages.languages import FALLBACK
from .project import read_project
from .publishing.writing import WritingError

Command = TypeVar("Command", bound=Callable[..., Any])


def of_site(command: Command) -> Command:
    """The option that names the configuration of a site."""
    return click.option(
        "-f", "--config-file", type=click.Path(path_type=Path), default="mkdocs.yml", help="The site's mkdocs.yml."
    )(command)


def content_of(config_file: Path, drafts: bool = False, needed: bool = True) -> Content:
    """The content of a site; `needed`: without its mkdocs.yml the command ends, as it would see another site."""
    project = read_project(config_file)
    if needed and not project.is_read:
        raise click.ClickException("; ".join(map(str, project.problems)))
    return read_content(project, drafts=drafts)


def said(reason: Exception) -> str:
    """Why something was not written, in words."""
    if isinstance(reason, OSError) and reason.filename:
        return f"{reason.filename} cannot be read or written: {reason.strerror}"
    return str(reason)


@click.group()
def main() -> None:
    """Work on a site of playbooks."""


@main.command()
@of_site
@click.option(
    "--format", "form", type=click.Choice(reports.FORMATS), default="text", help="For people or for tools."
)
@click.option("--strict", is_flag=True, help="Doubts count as problems.")
@click.option("--spelling", is_flag=True, help="Look words up in dictionaries too, which takes some seconds.")
def check(config_file: Path, form: str, strict: bool, spelling: bool) -> None:
    """Report every problem of the content, one a line; exit status 1 if there is any.

    Doubts, such as a translation that may be behind, are reported too and change nothing of the exit status.
    """
    content = content_of(config_file, needed=False)
    found = findings(content)
    if spelling:
        found = sorted({*found, *dictionaries.check(content)})
    click.echo(reports.report(found, form, content.project.address), nl=False)
    sys.exit(1 if any(strict or not problem.is_doubt for problem in found) else 0)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="All pages in all languages, and all data files.")
@of_site
def agree(paths: tuple[Path, ...], everything: bool, config_file: Path) -> None:
    """Say that pages were read and say what the other languages say: files, or folders of them."""
    if not paths and not everything:
        raise click.UsageError("name files or folders, or --all")
    content = content_of(config_file)
    try:
        written = agreement.agree(content, None if everything else [path.resolve() for path in paths])
    except (WritingError, OSError) as reason:
        raise click.ClickException(said(reason)) from reason
    for path in written:
        click.echo(f"{path}: written")
    if not written:
        click.echo("all of this was agreed already")


@main.command()
@of_site
@click.option(
    "--format", "form", type=click.Choice(status_.FORMATS), default="text", help="For people or for tools."
)
def status(config_file: Path, form: str) -> None:
    """Show by page and language what is current, what is behind, and by what."""
    click.echo(status_.shown(content_of(config_file), form), nl=False)


@main.command("register")
@of_site
def register_(config_file: Path) -> None:
    """Add new public ids and addresses to data/register.yml."""
    content = content_of(config_file, needed=False)
    shown = content.project.shown(content.project.data / register.NAME)
    broken = [problem for problem in content.project.problems] or register.faults(content.register)
    for problem in broken:
        click.echo(problem)
    if broken:
        sys.exit(1)
    try:
        click.echo(f"{shown}: {register.add(content)} added")
    except (WritingError, OSError) as reason:
        click.echo(f"{shown}:1: {said(reason)}")
        sys.exit(1)


@main.command()
@click.argument("slug")
@of_site
def new(slug: str, config_file: Path) -> None:
    """Write the files of a new playbook in all languages, as a draft."""
    try:
        for path in drafts.write_draft(content_of(config_file, drafts=True), slug):
            click.echo(f"{path}: written")
    except (WritingError, OSError) as reason:
        raise click.ClickException(said(reason)) from reason
    click.echo("Write them, take draft: true out, then run fields, register and check.", err=True)


@main.command()
@of_site
def fields(config_file: Path) -> None:
    """Declare the blanks that templates use and data/fields.yml lacks."""
    content = content_of(config_file, drafts=True)
    names = undeclared(content)
    path = content.project.data / "fields.yml"
    if faulty := faulty_fields(content):
        raise click.ClickException(faulty)
    text = path.read_text("utf-8") if path.exists() else ""
    added = "\n".join(declaration(name, kind, content.site.languages) for name, kind in names.items())
    try:
        if names:
            register.write(content, "fields.yml", f"{text.rstrip()}\n\n{added}".lstrip("\n"))
    except (WritingError, OSError) as reason:
        raise click.ClickException(said(reason)) from reason
    click.echo(f"{content.project.shown(path)}: {len(names)} added")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--languages", default=FALLBACK, help="Codes joined by commas, the default language first: en,fr.")
@click.option("--name", default="Playbooks", help="The name of the site.")
def init(folder: Path, languages: str, name: str) -> None:
    """Write a small complete site with one example playbook."""
    try:
        for path in sites.write_site(
            folder, [code.strip() for code in languages.split(",") if code.strip()], name
        ):
            click.echo(f"{folder / path}: written")
    except (WritingError, OSError) as reason:
        raise click.ClickException(said(reason)) from reason


@main.command()
@click.argument("name", type=click.Choice(hosting.NAMES))
@click.option("--site-dir", type=click.Path(path_type=Path), default="site", help="The built site.")
@click.option("--root", default="/var/www/html", help="nginx: the folder under which the site stands.")
@click.option("--port", default=80, type=click.IntRange(1, 65535), help="nginx: where it listens.")
@of_site
def host(name: str, site_dir: Path, root: str, port: int, config_file: Path) -> None:
    """Write what a host needs to serve the built site: headers, caching, redirects, a workflow."""
    project = read_project(config_file)
    if not project.is_read:
        raise click.ClickException("; ".join(map(str, project.problems)))
    try:
        site = hosting.hosted(project, project.root / site_dir)
        files = hosting.nginx(site, root, port) if name == "nginx" else hosting.HOSTS[name](site)
        for path, text in files:
            (project.root / path).parent.mkdir(parents=True, exist_ok=True)
            (project.root / path).write_text(text, "utf-8")
            click.echo(f"{path}: written")
    except (WritingError, OSError) as reason:
        raise click.ClickException(said(reason)) from reason


@main.command()
@click.argument("site_dir", type=click.Path(path_type=Path, exists=True, file_okay=False), default="site")
def compress(site_dir: Path) -> None:
    """Write a .gz beside each file that gains by it, and a .br where the package brotli is installed."""
    try:
        click.echo(f"{site_dir}: {hosting.compress(site_dir, hosting.brotli())} compressed")
    except (WritingError, OSError) as reason:
        raise click.ClickException(said(reason)) from reason


if __name__ == "__main__":
    gc.disable()  # a command reads, says what it found and ends: a fifth of its time would go into collecting
    main(prog_name="python -m playbooks")
