"""The link that skips the head of a page leads to its main part, on every page; a playbook has one to its words.

Material (mkdocs-material 9.8.1) leads it to the first heading below the title, where there is one: past the title,
and past all that stands between. The place in its templates is no block, so the page is mended when it is made.
"""

from __future__ import annotations

import re

MAIN = "__main"
WORDS = "words"  # the section of a playbook that holds its templates
_LINK = re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL)
_MAIN = re.compile(r'<main(?= class="md-main")')


def skip_to_main(html: str, words: str, to_words: str) -> str:
    """The page with the links; one without Material's places stays as it is. The words of both are HTML."""
    if not _LINK.search(html) or not _MAIN.search(html):
        return html
    link = f'<a href="#{MAIN}" class="md-skip">{words}</a>'
    more = f'<a href="#{WORDS}" class="md-skip">{to_words}</a>' if f' id="{WORDS}"' in html else ""
    html = _LINK.sub(lambda found: f"{found[1]}{link}{found[2]}{more}", html, count=1)
    return _MAIN.sub(f'<main id="{MAIN}" tabindex="-1"', html, count=1)
