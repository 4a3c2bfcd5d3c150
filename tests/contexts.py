"""Browser contexts that tests take over from each other: a new one costs more than most tests.

Whatever a page could leave behind is taken away first: storage, cookies, permissions, routes, pages.
What stays is the cache of files, as with a reader who comes back, and one page without scripts: it
keeps the process of the site alive, which the next page shares (``--process-per-site``).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from browser.hands import ready
from playwright.sync_api import Browser, BrowserContext, Page


class Contexts:
    """Contexts of one browser that nobody uses, by their options."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser = browser
        self.origin = origin
        self.free: dict[str, list[BrowserContext]] = defaultdict(list)

    def open(self, options: dict[str, Any], *, fresh: bool = False) -> Page:
        """A page in a context with these options; in a new one if it must be `fresh`. Nothing is kept for use
        without a network unless they say so: what a test holds back on its way would come from there."""
        options.setdefault("service_workers", "block")
        if fresh or "storage_state" in options:
            return self.browser.new_context(**options).new_page()
        free = self.free[key(options)]
        page = (free.pop() if free else self._anchored(options)).new_page()
        context = page.context
        session = context.new_cdp_session(page)
        session.send("Storage.clearDataForOrigin", {"origin": self.origin, "storageTypes": "all"})
        session.detach()
        return page

    def give_back(self, context: BrowserContext, options: dict[str, Any]) -> None:
        """Close the pages of a context and keep it for another test."""
        for page in context.pages[1:]:
            page.close()
        context.unroute_all()
        context.set_offline(False)
        context.clear_cookies()
        context.clear_permissions()
        self.free[key(options)].append(context)

    def _anchored(self, options: dict[str, Any]) -> BrowserContext:
        context = self.browser.new_context(**options)
        context.new_page().goto(f"{self.origin}/catalog.json")
        return context

    def close(self) -> None:
        for contexts in self.free.values():
            for context in contexts:
                context.close()


def patient(page: Page) -> Page:
    """Let `goto` and `reload` end when the scripts have started what the page holds, which they have long before
    a reader acts. With `wait_until`, or where scripts never come, the page is taken as it is."""
    for name in ("goto", "reload"):
        setattr(page, name, _then_ready(page, getattr(page, name)))
    return page


def _then_ready(page: Page, go: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(go)
    def going(*arguments: Any, **options: Any) -> Any:
        answer = go(*arguments, **options)
        if "wait_until" not in options:
            with suppress(AssertionError):
                ready(page)
        return answer

    return going


def key(options: dict[str, Any]) -> str:
    return json.dumps(options, sort_keys=True)
