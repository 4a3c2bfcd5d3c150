"""What `python -m playbooks host` writes: nginx serves the site by it; other hosts get their files."""

from __future__ import annotations

import asyncio
import gzip
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from conftest import ROOT
from get_programs import NGINX
from playwright.sync_api import Browser

from playbooks.commands.hosting import NAMES, policy

BASE = urlsplit(yaml.safe_load(re.sub(r"!\S+", "", (ROOT / "mkdocs.yml").read_text("utf-8")))["site_url"]).path[1:]
PAGE = "playbooks/own-a-mistake/"


def host(folder: Path, name: str, *options: str) -> str:
    command = [sys.executable, "-m", "playbooks", "host", name, "--site-dir", f"site/{BASE}", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def project(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built and compressed, in a folder that may be written to."""
    folder = tmp_path_factory.mktemp("hosted")
    for name in ("docs", "docs_fr", "docs_uk", "data", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(site, folder / "site" / BASE)
    subprocess.run([sys.executable, "-m", "playbooks", "compress", str(folder / "site" / BASE)], check=True)
    return folder


@pytest.fixture(scope="module")
def port(project: Path) -> Iterator[int]:
    nginx = NGINX.path()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    host(project, "nginx", "--root", str(project / "site"), "--port", str(port))
    around = project / "around.conf"
    around.write_text(
        ("user root; " if os.geteuid() == 0 else "")  # the folder of a test is its owner's alone
        + f"daemon off; pid {project}/nginx.pid; error_log {project}/error.log; events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {project}/tmp; include {project}/hosting/nginx.conf; }}\n"
    )
    running = subprocess.Popen([nginx, "-c", str(around), "-p", str(project)])
    for _ in range(100):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield port
    running.terminate()
    running.wait(10)


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    client.request(
        "GET", f"/{BASE}{path}", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = client.getresponse()
    found = (answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    client.close()
    return found


def test_a_page_comes_compressed_with_every_header(port: int, site: Path) -> None:
    status, headers, body = ask(port, PAGE, Accept_Encoding="gzip")
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == (site / PAGE / "index.html").read_bytes()
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["strict-transport-security"].startswith("max-age=")
    assert headers["cache-control"] == "no-cache"
    rules = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in rules
    assert "require-trusted-types-for 'script'" in rules
    assert "unsafe" not in rules


def test_a_page_that_did_not_change_is_not_sent_again(port: int) -> None:
    _, headers, _ = ask(port, PAGE)
    assert ask(port, PAGE, If_None_Match=headers["etag"])[0] == 304


def test_ten_thousand_requests_a_hundred_at_a_time(port: int) -> None:
    """What a talk that names the site does to it: all are answered, none with another page's words."""
    paths = [
        "",
        "fr/",
        "uk/",
        PAGE,
        f"fr/{PAGE}",
        f"uk/{PAGE}",
        "templates/",
        "catalog.json",
        "go/own-a-mistake/",
        "no/",
    ]

    async def reader(number: int) -> list[tuple[str, int, int]]:
        """A hundred requests on one connection: path, status and bytes of each."""
        reading, writing = await asyncio.open_connection("127.0.0.1", port)
        answers = []
        for turn in range(100):
            path = paths[(number + turn) % len(paths)]
            writing.write(f"GET /{BASE}{path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            head = (await reading.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = int(re.search(r"content-length: (\d+)", head)[1])  # type: ignore[index]
            await reading.readexactly(length)
            answers.append((path, int(head.split(" ", 2)[1]), length))
        writing.close()
        return answers

    async def all_readers() -> list[tuple[str, int, int]]:
        return [answer for answers in await asyncio.gather(*map(reader, range(100))) for answer in answers]

    with ThreadPoolExecutor() as thread:  # where a browser's own loop does not run
        answers = thread.submit(lambda: asyncio.run(asyncio.wait_for(all_readers(), 120))).result()
    assert len(answers) == 10_000
    assert {(path, status) for path, status, _ in answers} == {
        (path, 404 if path == "no/" else 200) for path in paths
    }
    assert len({(path, length) for path, _, length in answers}) == len(paths)


def test_only_frames_may_be_framed(port: int) -> None:
    for path in ("embed/own-a-mistake-email/", "fr/embed/own-a-mistake-email/"):
        assert "frame-ancestors" not in ask(port, path)[1]["content-security-policy"]
    for path in ("", "fr/", "go/own-a-mistake/"):
        assert "frame-ancestors 'none'" in ask(port, path)[1]["content-security-policy"]


def test_what_has_a_fingerprint_is_kept_for_ever(port: int, site: Path) -> None:
    lasting = [
        *site.glob("assets/scripts/page-*.js"),
        *site.glob("assets/words/*.json"),
        *site.glob("search/en-*/*"),
    ]
    later = [*site.glob("assets/search/worker/*.js"), *site.glob("assets/stylesheets/*-*.css")]
    later += [*site.glob("assets/offline/*"), *site.glob("assets/images/app-*")]
    for path in (*lasting[::40], *later):
        _, headers, _ = ask(port, path.relative_to(site).as_posix())
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
    for name in (
        "templates/weekly-update-email-progress.txt",
        "search/en.json",
        "assets/stylesheets/playbooks.css",
        "offline.js",
        "fr/app.webmanifest",
    ):
        assert ask(port, name)[1]["cache-control"] == "no-cache"
    assert ask(port, "offline.js")[1]["content-type"].startswith("text/javascript")
    assert ask(port, "app.webmanifest")[1]["content-type"].startswith("application/manifest+json")


@pytest.mark.parametrize("path", ["nothing/", "uk/playbooks/nothing/", "go/nothing/"])
def test_an_unknown_address_is_told_so(port: int, path: str, site: Path) -> None:
    status, headers, body = ask(port, path)
    assert (status, body) == (404, (site / "404.html").read_bytes())
    assert headers["x-content-type-options"] == "nosniff"


def test_an_address_without_its_slash_leads_on(port: int) -> None:
    status, headers, _ = ask(port, "go/own-a-mistake?from=wiki")
    assert (status, headers["location"]) == (301, f"/{BASE}go/own-a-mistake/?from=wiki")


def test_a_page_works_under_the_headers(port: int, browser: Browser) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.goto(f"http://127.0.0.1:{port}/{BASE}{PAGE}")
    page.locator("[data-field=client]").fill("Nadia")
    page.wait_for_selector("#own-a-mistake-email .blank.is-filled")
    page.locator("[data-md-component=search-query]").click()  # its worker comes under the same headers
    page.keyboard.type("mistake")
    page.wait_for_selector(".md-search-result__item a[href]")
    page.close()
    assert told == []


@pytest.mark.parametrize("name", NAMES)
def test_every_host_gets_its_files(project: Path, name: str) -> None:
    written = [line.removesuffix(": written") for line in host(project, name).splitlines()]
    assert written
    for path in written:
        text = (project / path).read_text("utf-8")
        assert not re.search(r"\{[a-z_]+\}", text), path
        if path.endswith(".yml"):
            assert yaml.safe_load(text)


def test_other_hosts_forbid_frames_folder_by_folder(project: Path) -> None:
    host(project, "headers")
    rows = (project / "site" / "_headers").read_text("utf-8")
    for folder in ("", "playbooks/*", "uk/playbooks/*", "go/*"):
        assert f"\n/{BASE}{folder}\n  Content-Security-Policy: frame-ancestors 'none'\n" in rows
    assert "embed" not in rows
    assert "\n  Cache-Control: no-cache\n" in rows.partition(f"\n/{BASE}\n")[0] + "\n"  # for all but fingerprints
    assert "offline.js" not in rows


def test_a_cdn_is_told_of_the_frames_of_every_language(project: Path) -> None:
    host(project, "bucket")
    rows = json.loads((project / "hosting" / "headers.json").read_text("utf-8"))
    framed = {
        path for path, headers in rows.items() if "frame-ancestors" not in headers["Content-Security-Policy"]
    }
    assert framed == {f"/{BASE}{start}embed/*" for start in ("", "fr/", "uk/")}
    commands = (project / "hosting" / "publish-bucket.sh").read_text("utf-8").split("\naws ")
    worker = next(number for number, line in enumerate(commands) if line.startswith("s3 cp site/offline.js"))
    assert '--cache-control "no-cache"' in commands[worker]
    assert worker > max(number for number, line in enumerate(commands) if "'*.html'" in line)


def test_a_policy_for_all_pages_allows_what_each_of_them_does() -> None:
    pages = [
        f'<meta http-equiv="Content-Security-Policy" content="{text}">'
        for text in (
            "default-src 'none'; script-src 'self' 'sha256-a'",
            "script-src 'self' 'sha256-b'; font-src 'none'",
        )
    ]
    assert policy(pages) == "default-src 'none'; font-src 'none'; script-src 'self' 'sha256-a' 'sha256-b'"


def test_without_a_built_site_it_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "playbooks", "host", "nginx", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "build the site first" in done.stderr
