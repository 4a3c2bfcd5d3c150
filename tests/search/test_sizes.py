"""What a reader fetches to search: the worker with all stemmers is smaller than the theme's own worker."""

from __future__ import annotations

import gzip
from pathlib import Path

MOST = 13_000  # bytes, gzipped as hosts do


def test_the_worker_and_the_stemmers_fit_into_thirteen_kilobytes(site: Path) -> None:
    scripts = sorted((site / "assets/search/worker").glob("*.js"))
    assert [path.name for path in scripts] == ["stem_en.js", "stem_fr.js", "stem_uk.js", "worker.js"]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts) <= MOST
