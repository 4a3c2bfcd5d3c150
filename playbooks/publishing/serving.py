"""What `mkdocs serve` sends: pages under the policy that they are published with, and one script more.

The server puts a script into each page that loads it anew when a file has changed, after all plugins have seen the
page, and another one each time. So its hash goes into the policy when the page is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..rendering.policy import with_last_script

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def with_reload(app: App, catch_up: Callable[[], bool] = lambda: False) -> App:
    """A WSGI application that sends what `app` sends, pages with their last script approved. Where there is
    nothing to send, `catch_up` may make it."""

    def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        told: list[tuple[str, list[tuple[str, str]]]] = []

        def hold(status: str, headers: list[tuple[str, str]], *error: Any) -> Callable[[bytes], object]:
            told[:] = [(status, headers)]
            return lambda _: None

        body = app(environ, hold)
        if told[0][0].startswith("404") and catch_up():
            body = app(environ, hold)
        status, headers = told[0]
        kinds = [value for name, value in headers if name.lower() == "content-type"]
        if not any(kind.startswith("text/html") for kind in kinds):
            start_response(status, headers)
            return body
        page = with_last_script(b"".join(body))
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*kept, ("Content-Length", str(len(page)))])
        return [page]

    return serve
