"""The theme's own script is fetched only by pages that have something for it to serve.

Most pages have not: what they need of the theme is its layout, and their controls are ours. So the template
names the script as the theme does, and a page that is made without such a thing loses it again, with the data
and the inline script that only it reads (mkdocs-material 9.8.1).
"""

from __future__ import annotations

import json
import re

# Parts of the page that work without the theme's script, or by ours.
OURS = {
    *("announce", "container", "content", "dialog", "header", "logo", "main", "search-query", "search-result"),
    "skip",
}
_COMPONENT = re.compile(r'data-md-component="?([\w-]+)')
# Code that scrolls or is copied, tabs, annotations, diagrams, formulas, consent, versions, comments.
_SERVED = re.compile(
    r"""<pre[\s>]|class=["'][^"']*\b(?:highlight|tabbed-set|annotate|mermaid|arithmatex|md-consent|md-annotation"""
    r"""|md-source|md-version|giscus|glightbox|linenums)\b|data-preview"""
)
_KEPT = re.compile(r"<(?:pre|textarea|script)\b")
_KEPT_PARTS = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>|<script\b.*?</script>)", re.DOTALL)
_INDENT = re.compile(r"\n\s+")
_SCRIPT = re.compile(r'\s*<script src="[^"]*assets/javascripts/bundle\.[\w.]+\.js"></script>')
_HELPERS = re.compile(r"\s*<script>__md_scope=.*?</script>", re.DOTALL)
_TABS = re.compile(r"\s*<script>var target=document\.getElementById\(location\.hash.*?</script>", re.DOTALL)
# Empty places that only that script fills.
_PLACES = re.compile(
    r"""\s*<div data-md-component="announce">\s*</div>"""
    r"""|\s*<div class="md-dialog" data-md-component="dialog">\s*"""
    r"""<div class="md-dialog__inner md-typeset"></div>\s*</div>"""
)
_DRAWN = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg"')
_CONFIG = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_WIDE = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">{}</div></div>'


def tight(html: str) -> str:
    """The page without the indentation of its templates; what is set as it is typed stays so."""
    return "".join(part if _KEPT.match(part) else _INDENT.sub("\n", part) for part in _KEPT_PARTS.split(html))


def is_served(html: str, features: object = ()) -> bool:
    """Whether the theme's script has anything to do on a page; `features`: what of it the site turned on."""
    others = set(_COMPONENT.findall(html)) - OURS
    return bool(features or others or _SERVED.search(html) or "__md_get(" in html)


def without_idle_script(html: str, features: object = ()) -> str:
    """The page as it was, or without the script where that has nothing to do; its tables still scroll."""
    if not _SCRIPT.search(html) or is_served(html, features):
        return html
    for idle in (_SCRIPT, _HELPERS, _TABS, _PLACES):
        html = idle.sub("", html)
    html = _DRAWN.sub("<svg", html)  # of HTML, not XML
    html = _TABLE.sub(lambda table: _WIDE.format(table[0]), html)
    return _CONFIG.sub(lambda found: f"{found[1]}{_base(found[2])}{found[3]}", html, count=1)


def _base(config: str) -> str:
    """Of the theme's data only the way to the root of the site."""
    return json.dumps({"base": json.loads(config)["base"]})
