"""`python -m playbooks` in the process of the test: what it prints and its exit status, as a shell gives them."""

from __future__ import annotations

from subprocess import CompletedProcess
from typing import Any

from click.testing import CliRunner

from playbooks.__main__ import main


def playbooks(*arguments: object) -> CompletedProcess[str]:
    """An exception that reaches a shell as a traceback fails the test."""
    words: list[Any] = [str(argument) for argument in arguments]
    done = CliRunner().invoke(main, words, prog_name="python -m playbooks")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return CompletedProcess(words, done.exit_code, done.stdout, done.stderr)
