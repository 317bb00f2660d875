"""Names with a year that are no citations: the imprint or place of a title, the years of a life, the year of a work of art, a translator."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.model.citations import Resolved

__all__ = ["gives_own_year"]

BEFORE, BEHIND = 240, 300
"""Characters before a name and behind it that tell what its year is."""
TITLE_BEFORE = re.compile(
    r"(?:(?<![*\w])\*(?=[A-ZÀ-ÖØ-Þ])[^*\n]{2,200}\*|(?<![_\w])_(?=[A-ZÀ-ÖØ-Þ])[^_\n]{2,200}_"
    r"|<(?P<tag>em|i|cite)>(?=[A-ZÀ-ÖØ-Þ])[^<>\n]{2,200}</(?P=tag)>)\s{0,3}\Z"
)
"""A title in italics right before a bracket."""
LIFE = re.compile(r"\(((?:1\d|20)\d\d)\s?[-–—]\s?((?:1\d|20)\d\d)?\)")
SHORTEST_LIFE = 20
"""The years of a life, and how many it has at least."""
YEAR_ALONE = re.compile(r"[^()]{3,60}\(\s?(?:1\d|20)\d\d\s?\)")
"""A name in the text, and nothing but a year in the bracket behind it."""
SENTENCE = re.compile(r"[.!?]\s")


def gives_own_year(one: Resolved) -> bool:
    """Whether a name and its year say when a work, a performance or a person came to be, or who translated what is cited:
    ``*A title* (France, 2019)``, ``a film by Jane Doe (2004)``, ``Doe (1929), and Roe (1932–2018)``, ``(Doe, translated by Roe, 2016)``."""
    span = one.citation.span
    text = span.source.text
    before = text[max(0, span.start - BEFORE) : span.start]
    if text[span.start - 1 : span.start] == "@":
        # The key with its year behind: "@doe (2019)".
        return True
    bracketed = one.bracket is not None and before.rstrip().endswith("(")
    if bracketed and one.citation.locator is None and TITLE_BEFORE.search(before.rstrip()[:-1]):
        return True
    if _translated().search(before):
        return True
    if YEAR_ALONE.fullmatch(span.text) is None:
        return False
    behind = SENTENCE.split(text[span.end : span.end + BEHIND], maxsplit=1)[0]
    # A particle may have been taken for a part of the name: "de Jane Doe".
    begun = before + span.text.partition(" ")[0] + " "
    shown = _shown().search(before) or _shown().search(begun)
    return shown is not None or _tells_life(SENTENCE.split(before)[-1] + behind)


def _tells_life(text: str) -> bool:
    """Whether a text has the years of a life in brackets."""
    lives = LIFE.findall(text)
    return any(not died or int(died) - int(born) >= SHORTEST_LIFE for born, died in lives)


@cache
def _translated() -> re.Pattern[str]:
    """``translated by``, right before a name."""
    return re.compile(rf"(?<!\w){any_of('translators')}\s\Z", re.IGNORECASE)


@cache
def _shown() -> re.Pattern[str]:
    """What is shown or performed, and whose it is: ``a video installation by``, right before a name."""
    return re.compile(
        rf"(?<!\w){any_of('shown_works')}(?!\w)(?:\s[^\W\d_]+){{0,2}}\s{any_of('by_words')}\s?\Z", re.IGNORECASE
    )
