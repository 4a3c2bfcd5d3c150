"""Find the programs that tests run besides Chromium, and install those that are lacking where this may.

    python tests/get_programs.py

Prints their paths. Fails with a line for each that cannot be had, which says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """Names that a program goes by, the Debian package that has it, and what needs it."""

    names: tuple[str, ...]
    package: str
    purpose: str

    def find(self) -> str | None:
        """Its path on this machine, or None. A name may be a pattern for files outside the PATH."""
        for name in self.names:
            if name.startswith("/"):
                found = sorted(map(str, Path("/").glob(name[1:])))
                path = found[-1] if found else None
            else:
                path = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
            if path:
                return path
        return None

    @property
    def advice(self) -> str:
        return f"No {self.names[0]} for the tests of {self.purpose} (Debian: apt-get install {self.package})."

    def path(self) -> str:
        """Its path; a test that needs it fails with the advice where there is none."""
        found = self.find()
        assert found, self.advice
        return found


NGINX = Program(("nginx",), "nginx-light", "hosting")
FIREFOX = Program(("firefox-esr", "firefox"), "firefox-esr", "other browsers")
WEBKIT_DRIVER = Program(("WebKitWebDriver",), "webkit2gtk-driver", "other browsers")
MINI_BROWSER = Program(("/usr/lib*/*/webkit2gtk-4*/MiniBrowser", "/usr/libexec/webkit2gtk-4*/MiniBrowser"),
                       "webkit2gtk-driver", "other browsers")  # fmt: skip
XVFB = Program(("Xvfb",), "xvfb", "other browsers")
IS_LINUX = sys.platform == "linux"  # WebKitGTK can be had nowhere else
PROGRAMS = (NGINX, FIREFOX, *((WEBKIT_DRIVER, MINI_BROWSER, XVFB) if IS_LINUX else ()))


def _install(packages: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL)


def main() -> int:
    lacking = list(dict.fromkeys(program.package for program in PROGRAMS if program.find() is None))
    if lacking and shutil.which("apt-get") and os.geteuid() == 0:
        _install(lacking)
    paths = [program.find() or program.advice for program in PROGRAMS]
    print("\n".join(paths))
    return 0 if all(program.find() for program in PROGRAMS) else 1


if __name__ == "__main__":
    sys.exit(main())
