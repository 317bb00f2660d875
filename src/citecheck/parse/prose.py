"""Prose: whether a text is a sentence or a reference, and whether it goes on behind a page break."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.parse.forms.notes import note_ways
from citecheck.parse.forms.parts import UPPER
from citecheck.parse.words import YEAR, stop_words

TAGS = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
LONGEST_END = 600
"""Characters that tell how a block ends, with the calls behind its last word."""
STOPS = tuple(".!?:;…»”")
TERMINAL = re.compile(r"[.!?:;…»”\")\]]$|[.!?]['’*_]$")
WORD = re.compile(r"[^\W\d_]+['’]?")
PROSE_WORDS = 14
PROSE_SHARE = 0.3
MARKED_START = re.compile(r"\W*(?:[«“\"*_]|<(?:em|i|cite)\b)")
"""A quotation or italics in front."""
NAMES_FIRST = re.compile(
    rf"\W*(?:[{UPPER}][\w’'.-]*\s){{1,3}}[{UPPER}][\w’'-]+(?:,[^.«“\"\n]{{1,80}})?\s?,\s(?:«[^»]{{3,}}»|“[^”]{{3,}}”|\"[^\"]{{3,}}\")\s?[,.(]"
)
"""Full names, then a title in quotation marks."""
TITLE_FIRST = re.compile(
    rf"\W*(?:\*[^*\n]{{2,200}}\*|«[^»\n]{{2,200}}»|“[^”\n]{{2,200}}”)\s?[—–-]\s(?:[{UPPER}][\w’'.-]*\s){{1,3}}[{UPPER}][\w’'-]+"
)
"""A title with its marks, then full names behind a dash."""
DATED_HEAD = re.compile(rf"\({YEAR}|[^\W\d_],\s+{YEAR}[.,]|\.\s{YEAR}\.|\b[{UPPER}]\.[,\s]")
"""A year or an initial as references have them."""
NO_DATE = re.compile(r"\b[ns]\.\s?d\.")
ITALICS = re.compile(r"\*[^*\s][^*]*\*|<(em|i|cite)\b[^<>]{0,80}>[^<>]+</\1>")
INVERTED_FIRST = re.compile(
    rf"\W*[{UPPER}][\w’'-]+,\s[{UPPER}][\w’'-]+[.,]\s(?:«[^»]{{3,}}»|“[^”]{{3,}}”|\"[^\"]{{3,}}\")"
)
"""A name with the family name first, then a title in quotation marks."""
INITIALLED = re.compile(rf"\W*(?:\d{{1,4}}[.)]\s+)?[{UPPER}][\w’'-]+,?\s+(?:[{UPPER}]\.)")
TWO_SENTENCES = re.compile(r"[*_«“\"]|[^\W\d_]{2}[.?!]\s+\S")
A_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
TARGET = re.compile(r"\]\([^()\s]{1,500}\)")
"""Where a link in a sentence leads, which readers do not see."""
DATED_TAIL = re.compile(rf"{YEAR}\)\W{{0,8}}(?:<br ?/?>\s?)?\[[^\[\]]{{1,40}}\]\(")
"""A date in brackets in front of a link, which no sentence ends with."""


def looks_like_prose(text: str) -> bool:
    """Whether a text is a sentence rather than a reference: many stop words, and no sign of a reference in front."""
    sourced = "](" in text and _source_behind().search(text) is not None
    if "](" in text and not DATED_TAIL.search(text):
        text = TARGET.sub("]", text)
    words = WORD.findall(text)
    if len(words) < PROSE_WORDS or "://" in text or MARKED_START.match(text):
        return False
    if NAMES_FIRST.match(text) or INVERTED_FIRST.match(text):
        return False
    if NO_DATE.search(text) or ITALICS.search(text) or DATED_HEAD.search(text[:140]):
        return False
    return sourced or _small(words) >= PROSE_SHARE * len(words)


@cache
def _source_behind() -> re.Pattern[str]:
    """A sentence at its end, and its source behind it as a link: ``… in 2019. [source](https://…)``."""
    return re.compile(rf"[^\W\d_]{{2}}[.!?]\s{{0,3}}\(?\[{any_of('source_labels')}\]\(", re.IGNORECASE)


def looks_like_introduction(text: str) -> bool:
    """Whether the first text of a bibliography is a sentence about it, however short."""
    words = WORD.findall(text)
    if len(words) < 4 or looks_like_reference(text) or TWO_SENTENCES.search(text):
        return False
    return _small(words) >= PROSE_SHARE * len(words) and text.rstrip().endswith((".", ":"))


def looks_like_reference(text: str) -> bool:
    """Whether a text has what references have: a year, "no date", an address, or authors with initials in front."""
    return not looks_like_prose(text) and bool(
        A_YEAR.search(text)
        or "://" in text
        or NO_DATE.search(text)
        or any(start.match(text) for start in (INITIALLED, NAMES_FIRST, TITLE_FIRST, INVERTED_FIRST))
    )


def _small(words: list[str]) -> int:
    """How many of the words are stop words."""
    return sum(word.casefold().replace("’", "'") in stop_words() for word in words)


def is_open(text: str) -> bool:
    """Whether a block of running text stops in mid-sentence, as one does that a page break cuts."""
    end = text[-LONGEST_END:]
    if end.rstrip().endswith(STOPS):
        # No call and no tag ends so: there is nothing to look behind.
        return False
    bare = TAGS.sub("", note_ways().call.sub("", end)).rstrip().rstrip("*_ \u00a0")
    return bool(bare) and TERMINAL.search(bare) is None


def starts_amid(text: str) -> bool:
    """Whether a block of running text begins in mid-sentence: with a small letter or a sign."""
    bare = TAGS.sub("", text).lstrip('*_ «“"(\u00a0')
    return re.match(r"[a-zà-öø-ÿ]|\W", bare) is not None
