"""What the browser tests share: the catalogue of the site, and the hands of a reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue(site: Path) -> Catalogue:
    return Catalogue(site)
