"""Find the nginx that serves the built site in a test, and install it where there is none and this may.

Prints the path. Fails with a line that says what to do when none can be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

ADVICE = "No nginx for the tests of hosting: install it (Debian: apt-get install nginx-light)."


def find() -> str | None:
    """Path of an nginx on this machine, or None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def main() -> int:
    if find() is None and shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "nginx-light"]
        subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL)
    path = find()
    print(path or ADVICE)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
