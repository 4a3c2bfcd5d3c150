"""Measures a cold visit over a slow line, and builds of larger sites; prints the table of the README.

    python tests/bench.py [--write] [-n 10 -n 100]

Each page is loaded in Chromium at 1.6 Mbit/s with 150 ms of round trip and a processor slowed four times, with
nothing in the cache. Sizes are the same on every machine, times are not. `--write` puts the table between its
marks in README.md. The larger sites repeat the playbooks of this one under new names.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from get_browser import find
from playwright.sync_api import Browser, sync_playwright
from server import Server, Zipped

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
MARKS = ("<!-- bench -->", "<!-- /bench -->")
TREES = {"en": "docs", "fr": "docs_fr", "uk": "docs_uk"}
PAGES = {"playbook": "playbooks/own-a-mistake/", "home": "", "library": "templates/"}
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


@dataclass(frozen=True)
class Visit:
    requests: float
    bytes: float
    paint: float


def visit(browser: Browser, address: str) -> Visit:
    """A cold visit to one page."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1500)
    paint = page.evaluate(PAINT)
    context.close()
    return Visit(len(sizes), sum(sizes), paint)


def visits(site: Path, times: int) -> Iterator[tuple[str, str, Visit]]:
    """Kind of page, language, and the median of its visits."""
    with Server(site, handler_class=Zipped) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for kind, path in PAGES.items():
            for language in TREES:
                url = f"{address}/{'' if language == 'en' else f'{language}/'}{path}"
                rows = [astuple(visit(browser, url)) for _ in range(times)]
                yield kind, language, Visit(*map(statistics.median, zip(*rows, strict=True)))
        browser.close()


def build(root: Path, site: Path) -> float:
    """Seconds of a cold build."""
    start = time.monotonic()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return time.monotonic() - start


def grown(root: Path, count: int) -> None:
    """A copy of this site with that many playbooks."""
    kept = shutil.ignore_patterns(".*", "node_modules", "site", "tests", "build", "*.egg-info")
    shutil.copytree(ROOT, root, ignore=kept)
    slugs = sorted(path.stem for path in (root / "docs/playbooks").glob("*.md") if path.stem != "index")
    for number in range(len(slugs), count):
        slug, turn = slugs[number % len(slugs)], number // len(slugs)
        for tree in TREES.values():
            text = (root / tree / "playbooks" / f"{slug}.md").read_text("utf-8")
            own = re.compile(rf"(?<![\w/-]){re.escape(slug)}(?=(?:\.md|-[a-z-]+)\b)")
            text = own.sub(f"{slug}-v{turn}", text)
            text = re.sub(r"^order: (\d+)", rf"order: {turn}\1", text, flags=re.MULTILINE)
            (root / tree / "playbooks" / f"{slug}-v{turn}.md").write_text(text, "utf-8")
    subprocess.run([sys.executable, "-m", "playbooks", "register"], cwd=root, check=False, capture_output=True)


def table(counts: list[int], times: int) -> str:
    rows = ["| cold visit | language | requests | kB | first paint, ms |", "|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(ROOT, site)
        for kind, language, one in visits(site, times):
            rows.append(f"| {kind} | {language} | {one.requests:.0f} | {one.bytes / 1000:.1f} | {one.paint:.0f} |")
        if counts:
            rows += ["", "| playbooks × 3 | build, s |", "|---|---|"]
        for count in counts:
            grown(Path(folder) / str(count), count)
            rows.append(f"| {count} | {build(Path(folder) / str(count), Path(folder) / f'site-{count}'):.1f} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, action="append", default=[], help="build a site of so many playbooks")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    found = table(asked.n, asked.times)
    print(found)
    if asked.write:
        text = README.read_text("utf-8")
        start, end = (text.index(mark) for mark in MARKS)
        README.write_text(f"{text[:start]}{MARKS[0]}\n{found}\n{text[end:]}", "utf-8")


if __name__ == "__main__":
    main()
