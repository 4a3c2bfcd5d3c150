"""The content security policy of a page: nothing from elsewhere, and inline scripts only by hash."""

from __future__ import annotations

import base64
import hashlib
import re

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
DATA = re.compile(r"type=[\"']?application/(?:ld\+)?json")
PLACE = "<!-- content-security-policy -->"


def hashes(html: str) -> list[str]:
    """The sha256 sources of all inline scripts that a browser would run, sorted."""
    found = set()
    for script in SCRIPT.finditer(html):
        attributes = script["attributes"]
        if "src=" in attributes or DATA.search(attributes):
            continue
        digest = hashlib.sha256(script["code"].encode()).digest()
        found.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    return sorted(found)


def policy(html: str, live_reload: bool = False) -> str:
    """The policy for this page. Styles may stand inline: Material sets some by attribute.

    `live_reload` allows the inline script that `mkdocs serve` puts into pages after us.
    """
    scripts = " ".join(["'self'", *(["'unsafe-inline'"] if live_reload else hashes(html))])
    return "; ".join(
        (
            "default-src 'none'",
            "base-uri 'none'",
            "connect-src 'self'",
            "font-src 'self'",
            "form-action 'none'",
            "frame-src 'self'",
            "img-src 'self' data:",
            "manifest-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "worker-src 'self'",
        )
    )


def protect(html: str, live_reload: bool = False) -> str:
    """Put the policy where the page's template leaves a place for it."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html, live_reload)}">'
    return html.replace(PLACE, meta, 1)
