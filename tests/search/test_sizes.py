"""What a reader fetches to search: the worker with all stemmers is smaller than the theme's own worker."""

from __future__ import annotations

import gzip
from pathlib import Path

MOST = 13_000  # bytes, gzipped as hosts do


def test_the_worker_and_the_stemmers_fit_into_thirteen_kilobytes(site: Path) -> None:
    scripts = sorted((site / "assets/search/worker").glob("*.js"))
    names = [path.stem.rpartition("-")[0] for path in scripts]
    assert names == ["stem_en", "stem_fr", "stem_uk", "worker"]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts) <= MOST
