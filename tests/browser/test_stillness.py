"""Nothing moves while a page loads, also where a link leads into its middle: slow network, slow phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import ready
from playwright.sync_api import Page

Opener = Callable[..., Page]

WATCH = """new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    if (!shift.hadRecentInput) (window.shifts ??= []).push([shift.value, ...shift.sources.map(({ node }) => (
      `${node?.nodeName}.${node?.className} ${node?.textContent?.trim().slice(0, 30)}`))]);
  }
}).observe({ type: 'layout-shift', buffered: true })"""

PATHS = (
    "/",
    "/fr/",
    "/uk/playbooks/announce-a-delay/",
    "/playbooks/announce-a-delay/#announce-a-delay-email",
    "/fr/playbooks/second-slip/#second-slip-phone",
    "/uk/playbooks/announce-a-delay/#announce-a-delay-checklist",
    "/playbooks/own-a-mistake/#why",
    "/fr/templates/",
    "/checklists/",
    "/uk/onboarding/newcomer/",
    "/onboarding/team-lead/",
    "/fr/nowhere/",
)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_when_the_scripts_arrive(open_page: Opener, path: str) -> None:
    page = open_page("/catalog.json", width=360, height=740, has_touch=True, is_mobile=True, fresh=True)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"offline": False, "latency": 100, "downloadThroughput": 250_000, "uploadThroughput": 100_000}
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(WATCH)
    page.goto(page.url.replace("/catalog.json", path))
    ready(page)
    page.wait_for_timeout(500)
    shifts = page.evaluate("window.shifts ?? []")
    assert sum(value for value, *_ in shifts) <= 0.02, shifts
