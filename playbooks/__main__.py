"""python -m playbooks check: report every problem of the content, one a line, exit status 1 if any."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import check
from .site import read_content, standard_project


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m playbooks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="report every problem of the content")
    checking.add_argument("--root", type=Path, default=Path("."), help="the folder that holds docs/")
    options = parser.parse_args(arguments)
    content = read_content(standard_project(options.root))
    found = check.problems(content)
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
