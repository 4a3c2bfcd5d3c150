"""Runs our browser modules in the Node that Playwright brings along: pure code needs no browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

ASSETS = Path(__file__).resolve().parent.parent / "playbooks" / "theme" / "assets"

RUN = """
import { readFileSync } from 'node:fs';
const { assets, module, body, rows } = JSON.parse(readFileSync(0, 'utf8'));
const other = (path) => import(new URL(path, assets));
const AsyncFunction = (async () => {}).constructor;
const call = new AsyncFunction('m', 'rows', 'other', body);
process.stdout.write(JSON.stringify(await call(await other(module), rows, other)));
"""


def run(module: str, body: str, rows: Sequence[Any]) -> Any:
    """What `body` returns: JavaScript with the `rows`, the module `m`, and `other(path)` for further ones.

    Modules are named by their paths in the theme's assets: "words/words.js".
    """
    node = compute_driver_executable()[0]
    told = {"assets": f"{ASSETS.as_uri()}/", "module": module, "body": body, "rows": rows}
    command = [node, "--input-type=module", "--eval", RUN]
    done = subprocess.run(
        command, input=json.dumps(told), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
