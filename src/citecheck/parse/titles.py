"""Titles: where one begins and ends in a reference, and how it reads without its marks."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.parse.forms.parts import ITALIC, OPENING, QUOTE_PAIRS, UPPER, page_label
from citecheck.parse.urls import unescape
from citecheck.parse.words import alternatives

__all__ = ["DESCRIPTOR", "clean_title", "closed_title", "closing_mark", "container_word", "title_after", "trimmed"]

DESCRIPTOR = re.compile(r"(?<!\s)\s*+\[[^\[\]]{3,60}\]\s*")
"""What a work is, behind its title: ``[Report]``."""
_ABBREVIATIONS = "".join(rf"(?<!\b{word})" for word in ("Co", "No", "Inc", "Corp", "vs", "St", "Dr", "Mr"))
SENTENCE_END = re.compile(
    rf"(?:(?<=[^\W\d_]{{2}})|(?<=[\d)\]»”\"’!?…])){_ABBREVIATIONS}[.](?=\s)"
    r"|(?<!\s)\s*+;(?=\s)|(?<=[?!])(?=\s+[*_])"
)
SINGLE = re.compile(r"[‘'][^\n]{3,300}?[’'](?=[,.;\s]|$)")
"""A title in single quotation marks."""
APART = re.compile(
    r"(?:(?<=[,.:]\s)|(?<=[,.:]\s{3})|(?<=[,.:]\s{5}))‘[^‘]{3,300}?’(?=\s*(?:[,.;(*]|$)|\s{1,3}[a-z]{2,4}\s{1,3}[A-ZÀ-ÖØ-Þ*_])"
)
"""A title in single quotation marks, behind what sets it apart from the names."""
LONGEST = 600
"""Characters behind the opening mark beyond which nothing closes it."""
LONGEST_IN_NOTE = 3000
FARTHEST_JOURNAL = 400
QUESTION = re.compile(rf"[?!]\s+(?=[{UPPER}][^.?!()\d]{{2,80}},\s\d{{1,4}}\s?\(\d)")
"""A title that asks, before a journal with its volume and issue."""
JOURNAL = re.compile(r",\s+\*(?=[^\s*])")


@cache
def container_word() -> re.Pattern[str]:
    """``In:`` before what a work appeared in."""
    return re.compile(rf"(?<![\w])(?:{alternatives(words('in_words'))})(?:\s*+:)?\s++(?=[*_{UPPER}«“])", re.IGNORECASE)


@cache
def _pages_in_brackets() -> re.Pattern[str]:
    """Pages in brackets behind the title of a chapter: ``(pp. 10–21)``."""
    return re.compile(rf"\s\({page_label()}\s?\d")


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without the separators at its ends; None where nothing is left."""
    while start < end and text[start] in " \n\t,.;:*_":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:":
        end -= 1
    return (start, end) if end > start else None


def closing_mark(text: str, start: int) -> int:
    """Where the quotation that opens at ``start`` closes; -1 where it does not. Nested marks of the same kind count."""
    opening = text[start]
    closing = QUOTE_PAIRS.get(opening, opening)
    depth = 0
    for at in range(start, min(len(text), start + LONGEST)):
        char = text[at]
        if opening != closing and char == opening:
            depth += 1
        elif char == closing and at > start:
            depth -= 1
            if opening == closing or depth <= 0:
                return at
    return -1


def closed_title(text: str, at: int, end: int) -> int | None:
    """Where the title that begins at ``at`` with its mark ends, before ``end``; None where it does not."""
    italic = ITALIC.match(text, at, end)
    if italic:
        return italic.end()
    closing = QUOTE_PAIRS.get(text[at])
    if closing is None:
        return None
    close = text.find(closing, at + 1, min(end, at + LONGEST_IN_NOTE))
    if close == -1:
        # The mark that closes the quotation is missing: the title of the journal follows it.
        later = JOURNAL.search(text, at + 4, min(end, at + FARTHEST_JOURNAL))
        return later.start() if later else None
    return close + 1


def title_after(text: str, start: int) -> tuple[int, int] | None:
    """The title that begins at ``start``: in italics, in quotation marks, or up to the end of the sentence."""
    while start < len(text) and text[start] in " \n\t.,;:":
        start += 1
    if start >= len(text):
        return None
    return _marked(text, start) or _sentence(text, start)


def _marked(text: str, start: int) -> tuple[int, int] | None:
    """A title in italics or quotation marks."""
    italic = ITALIC.match(text, start)
    if italic:
        return italic.start(), italic.end()
    if text[start] in OPENING:
        close = closing_mark(text, start)
        if close != -1:
            return start, close + 1
    single = SINGLE.match(text, start)
    if single and single.group()[0] + single.group()[-1] in ("‘’", "''"):
        return single.start(), single.end()
    return None


def _sentence(text: str, start: int) -> tuple[int, int] | None:
    """A title in plain letters: up to the stop before what it appeared in, or to the first one."""
    later = ITALIC.search(text, start)
    limit = later.start() if later else len(text)
    cut = _pages_in_brackets().search(text, start + 1, limit) or QUESTION.search(text, start, limit)
    limit = limit if cut is None else cut.start() + (cut.group()[0] in "?!")
    inside = container_word().search(text, start + 1, limit + 1)
    if inside and re.search(r"[.;?!]\s*$", text[start : inside.start()]):
        limit = inside.start()
    ends = [match.start() for match in SENTENCE_END.finditer(text, start, limit)]
    if later and ends and not text[ends[-1] : limit].strip(" .;*_"):
        end = ends[-1]
    elif ends:
        end = ends[0]
    else:
        end = limit
    title = trimmed(text, start, end)
    return title if title is not None and re.search(r"[^\W\d_]{2}", text[slice(*title)]) else None


def clean_title(text: str, where: tuple[int, int] | None) -> tuple[str | None, tuple[int, int] | None]:
    """A title without its marks and descriptor, and where it stands without the separators around it."""
    if where is None:
        return None, None
    start, end = where
    while start < end and text[start] in " \n\t*_.,;:":
        start += 1
    while end > start and text[end - 1] in " \n\t*_.,;:" and text[end - 2 : end - 1] != "\\":
        end -= 1
    if start >= end:
        return None, None
    plain = _unquoted(" ".join(DESCRIPTOR.sub(" ", unescape(text[start:end])).replace("*", "").split()))
    plain = plain.strip(" .,;:") if not plain.endswith("?") else plain
    return (plain or None), (start, end)


def _unquoted(plain: str) -> str:
    """A title without its quotation marks, one of which may be missing."""
    close = closing_mark(plain, 0) if plain[:1] in QUOTE_PAIRS else None
    if close == len(plain) - 1 and len(plain) > 1:
        return plain[1:-1].strip(" ,.")
    if close == -1:
        return plain[1:].rstrip(QUOTE_PAIRS[plain[0]] + '"”»“').strip(" ,.")
    if plain[-1:] in '”»"“' and not any(mark in plain[:-1] for mark in OPENING):
        return plain[:-1].strip()
    return plain
