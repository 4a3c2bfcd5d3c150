"""axe-core in a page: which rules of WCAG A and AA, and of best practice, it finds broken."""

from __future__ import annotations

from importlib import resources

from playwright.sync_api import Page

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RUN = """async (options) => {
  const {violations} = await axe.run(document, {resultTypes: ['violations'], ...options});
  // What a menu, a message or a bar that sticks lies over now is scrolled out from under it, or that closes.
  const isCounted = (node) => !node.any.some(({data}) => /obscured/i.test(data?.messageKey ?? ''));
  const told = ({id, nodes}) => nodes.filter(isCounted).map((node) => `${id}: ${node.target.join(' ')}`);
  return violations.flatMap(told);
}"""
# WCAG asks for targets of 24 pixels, and for names that hold what is seen; axe does not unless it is told.
ALL = {"rules": {"target-size": {"enabled": True}, "label-content-name-mismatch": {"enabled": True}}}


def broken(page: Page, options: dict[str, object] | None = None) -> list[str]:
    """The rules that the page breaks now, each with the element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, ALL if options is None else options)
    return found
