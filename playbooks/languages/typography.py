"""From plainly typed text to the characters that each language asks for.

Authors type ' and " and ordinary spaces. `typeset` returns curly quotes or guillemets, the right
apostrophe and no-break spaces. It is idempotent: typeset text comes back unchanged. The marks and rules
of a language stand in its language.yml.
"""

from __future__ import annotations

from functools import lru_cache

from .languages import LANGUAGES, NBSP, NNBSP, SEAM, Typography

PLAIN = Typography()
CLOSES_BEFORE = ("", *" \t\n.,;:!?…)]}|")
OPENS_AFTER = frozenset(" \t\n([{|—–-/«“„‘") | {NBSP, NNBSP}


def of(language: str) -> Typography:
    """The typography of a language; a plain one where it has none."""
    return LANGUAGES[language].typography or PLAIN


@lru_cache(maxsize=1 << 15)  # labels stand on each page, and words are typeset where they are read and shown
def typeset(text: str, language: str) -> str:
    """`text` with the characters of `language`; blanks and alternatives in it are kept."""
    typography = of(language)
    text = text.replace("...", "…")
    text = _quotes(text, typography)
    text = _apostrophes(text, typography.quoting_apostrophe)
    for pattern, replacement in typography.rules:
        text = pattern.sub(replacement, text)
    return text


def typeset_pieces(pieces: list[str], language: str) -> list[str]:
    """Typeset the pieces of one paragraph, cut by markup, as the one text that a reader sees."""
    joined = typeset(SEAM.join(pieces), language)
    return joined.split(SEAM)


def _before(text: str, at: int) -> str:
    """The visible character before `at`, or a space at the start."""
    at -= 1
    while at >= 0 and text[at] == SEAM:
        at -= 1
    return text[at] if at >= 0 else " "


def _quotes(text: str, quotes: Typography) -> str:
    if '"' not in text:  # most texts: no letter has to be looked at
        return text
    after = OPENS_AFTER - {quotes.outer[1], quotes.inner[1]}  # what closes here may open elsewhere: „ “
    out: list[str] = []
    depth = 0
    opens = True
    for at, char in enumerate(text):
        if char != '"':
            out.append(char)
            depth += char == quotes.outer[0][0] or char == quotes.inner[0]
            depth -= depth > 0 and (char == quotes.outer[1][-1] or char == quotes.inner[1])
            continue
        before = _before(text, at)
        if before != '"':  # one right after another goes the same way
            closes = depth > 0 and before not in after and text[at + 1 : at + 2] in CLOSES_BEFORE
            opens = (before in after or before in quotes.elision) and not closes
        if opens:
            out.append((quotes.inner if depth else quotes.outer)[0])
            depth += 1
        else:
            depth = max(depth - 1, 0)
            out.append((quotes.inner if depth else quotes.outer)[1])
    return "".join(out)


def _apostrophes(text: str, quoting: bool) -> str:
    """' is an apostrophe, except where the language opens an inner quotation with it."""
    if "'" not in text:
        return text.replace("ʼ", "’") if not quoting else text
    if not quoting:
        return text.replace("'", "’").replace("ʼ", "’")
    out: list[str] = []
    for at, char in enumerate(text):
        opens = char == "'" and _before(text, at) in OPENS_AFTER and "'" in text[at + 1 :]
        out.append("‘" if opens else "’" if char == "'" else char)
    return "".join(out)
