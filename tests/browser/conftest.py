"""What the browser tests share: the catalogue of the site, and the hands of a reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalogue import Catalogue, page_paths


@pytest.fixture(scope="session")
def catalogue(site: Path) -> Catalogue:
    return Catalogue(site)


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """The addresses of all pages that stay where they are: permanent links lead on at once."""
    return [path for path in page_paths(site) if not path.startswith("/go/")]
