"""A static server like the ones the site is published on: index pages, a 404 page, any base path."""

from __future__ import annotations

import gzip
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit


class Handler(SimpleHTTPRequestHandler):
    """Serves `directory` below `base` and remembers every request line."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, base: str, log: list[str], **options: object) -> None:
        self.base = base
        self.log = log
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        self.log.append(f"{self.command} {self.path} {int(code)}")

    def log_message(self, format: str, *args: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        address = urlsplit(path).path
        if not address.startswith(self.base):
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + address.removeprefix(self.base).lstrip("/"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None


class Zipped(Handler):
    """Sends files as most hosts do: gzipped."""

    def do_GET(self) -> None:
        place = Path(self.translate_path(self.path))
        path = place / "index.html" if place.is_dir() else place
        if not path.is_file():
            return self.send_error(404)
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


class Server:
    """with Server(folder, base="/sub/") as url: … `log` holds "GET /path 200" lines."""

    def __init__(self, directory: Path, base: str = "/", handler_class: type[Handler] = Handler) -> None:
        self.log: list[str] = []
        handler = partial(handler_class, directory=str(directory), base=base, log=self.log)
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}{base.rstrip('/')}"

    def __enter__(self) -> str:
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        return self.url

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.shutdown()
        self.http.server_close()
