"""A hand in each browser that the journeys run in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from get_programs import FIREFOX, IS_LINUX, MINI_BROWSER, WEBKIT_DRIVER, XVFB

from browsers.drivers import Hand, firefox, webkit


@pytest.fixture(scope="module", params=["firefox", *(["webkit"] if IS_LINUX else [])])
def hand(request: pytest.FixtureRequest) -> Iterator[Hand]:
    if request.param == "firefox":
        with firefox(FIREFOX.path()) as running:
            yield running
    else:
        XVFB.path()
        with webkit(MINI_BROWSER.path(), WEBKIT_DRIVER.path()) as running:
            yield running
