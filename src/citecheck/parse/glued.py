"""Glued entries: two sources that became one entry, as when a line break between them is lost."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.model.document import Url
from citecheck.model.source import Span
from citecheck.parse.forms.parts import UPPER, conjunction_sign
from citecheck.parse.forms.reading import Beginning
from citecheck.parse.names import has_initials, read_authors
from citecheck.parse.reference import form_of
from citecheck.parse.words import OPENING, YEAR, evened, no_date

BORDER = re.compile(rf"[.;>)](?:\s*+;)?\s++(?=\*?[{UPPER}«“\"])")
DOI_BEHIND = re.compile(rf"(?<!\w)(?:doi|DOI):?\s?10\.\d{{4,9}}/\S{{1,80}}\s+(?=[{UPPER}])")
SITE = re.compile(r"[^.\[\]\d]{2,80}\.?\s{1,3}\[[^\W\d][^\[\]\d]{2,30}\]\s*(?:[.,:]|$)")
"""The site on which a page is, before its medium: ``Developer Network. [en ligne].``"""
HELD = re.compile(rf"[^.\d]{{2,60}}\.\s{YEAR}\.\s{{1,3}}(?:https?:)?//")
"""Who holds what the entry is, with the year once more and the address: ``Library of Ice. 1873. //www.…``"""
LONGEST_AUTHORS = 300
LONGEST_AHEAD = 400
LONGEST_DATE = 20


def split_entry(body: Span, urls: Sequence[Url]) -> tuple[Span, ...]:
    """The stretches of an entry's text that are a source each: all of it, or several where another begins in it.

    Another begins behind an address or a stop where a list of authors with initials is followed by a date in
    parentheses, or behind an address where authors and a quoted title with an address of its own follow.
    """
    text = evened(body.text)
    links = [url.span.start - body.start for url in urls]
    starts = [0]
    undated = 0  # Up to here there is no date behind the last start; -1 where there is one.
    borders = {match.end() for match in BORDER.finditer(text)}
    borders |= {match.end() for match in DOI_BEHIND.finditer(text)}
    borders |= {url.span.end - body.start + 1 for url in urls if text[url.span.end - body.start :][:1].isspace()}
    for at in sorted(borders):
        if at - starts[-1] < 25:
            continue
        if undated >= 0:
            undated = -1 if _dates().search(text, undated, at) else max(starts[-1], at - LONGEST_DATE)
            if undated >= 0:
                continue
        before = bisect_left(links, at)
        if before and at < urls[before - 1].span.end - body.start:
            continue
        if _begins_source(text, starts[-1], at, before > bisect_left(links, starts[-1]), before < len(links)):
            starts.append(at)
            undated = at
    ends = [*starts[1:], len(text)]
    whole = body.text
    return tuple(body.part(start, _end(whole, text, start, end)) for start, end in zip(starts, ends, strict=True))


def _end(whole: str, text: str, start: int, end: int) -> int:
    """Where a source ends: before the white space and the semicolon, but behind the target of a link, for which ``text`` has blanks and
    the ``whole`` has not."""
    last = start + len(text[start:end].rstrip(" ;\n"))
    return start + len(whole[start:end].rstrip(" ;\n")) if whole.startswith("](", last) else last


@cache
def _dates() -> re.Pattern[str]:
    return re.compile(rf"{YEAR}|{no_date()}")


@cache
def _medium() -> re.Pattern[str]:
    """What says how a source is published: ``Online.``"""
    return re.compile(rf"{any_of('online')}\.\s", re.IGNORECASE)


@cache
def _two_authors() -> re.Pattern[str]:
    """``Doe, Jane, and Richard Roe. *Title*``."""
    inverted = rf"[^\W\d_][\w’'-]+,\s[{UPPER}][\w’'.-]+"
    natural = rf"(?:[{UPPER}][\w’'.-]*\s){{1,2}}[{UPPER}][\w’'-]+"
    return re.compile(rf"{inverted},\s{conjunction_sign()}\s{natural}\.\s+(?:[{OPENING}]|\*[^\s*])")


@cache
def _authors_and_date() -> re.Pattern[str]:
    return re.compile(
        rf"([^():\"“”«»\d]{{3,{LONGEST_AUTHORS - 20}}}?)\s*(?:\([A-Z][\w.-]{{1,10}}\)\.?\s*)?"
        rf"\(\s*(?:{YEAR}[a-z]?\b|{no_date()})[^()]{{0,40}}\)"
    )


def _begins_source(text: str, start: int, at: int, linked: bool, links_again: bool) -> bool:
    ahead = text[at : at + LONGEST_AUTHORS]
    before = text[: min(at, 2 * LONGEST_AUTHORS)]
    if SITE.match(ahead) or HELD.match(ahead) or _medium().match(ahead):
        return False
    if _titled_again(before, ahead):
        return True
    if ahead.startswith("*"):
        return False
    if _of_one_form(text[start:at], text[at : at + LONGEST_AHEAD]):
        return True
    dated = _authors_and_date().match(ahead)
    # A stop behind a whole word ends a sentence: the names begin further on.
    if dated and not re.search(r"[^\W\d_]{2}\.\s+\S", dated.group(1)):
        return _are_dated_authors(dated, before, linked)
    titled = re.match(rf"[{OPENING}][^\n]{{5,220}}?[»”\"]\.?\s*\(\s*{YEAR}", ahead)
    if titled or _same_style(before, ahead) or _two_authors().match(ahead):
        return True
    return linked and links_again and _are_titled_authors(ahead)


def _are_dated_authors(dated: re.Match[str], before: str, linked: bool) -> bool:
    """Whether what stands before a date in parentheses is a list of authors, behind what stands ``before``."""
    head = dated.group(1)
    authors = read_authors(head, whole=True)
    if authors is None:
        return False
    # A corporate author has a stop before the date, as in the style of the entry's own beginning.
    stopped = dated.group().partition("(")[0].rstrip().endswith(".") or ")." in dated.group()[len(head) :]
    count = len(head.split())
    corporate = stopped and count <= 14 and _dated_first(before)
    return has_initials(head) or corporate or (linked and authors.sure and count <= 6)


def _are_titled_authors(ahead: str) -> bool:
    """Whether authors and a title in quotation marks follow."""
    quoted = re.match(rf"([^\"“”«»\d]{{3,200}}?),\s*[{OPENING}]", ahead)
    authors = read_authors(quoted.group(1), whole=True) if quoted else None
    return authors is not None and authors.sure


def _of_one_form(before: str, ahead: str) -> bool:
    """Whether what stands before is a reference and the text goes on with another one of the same form."""
    form = form_of(Beginning(ahead, ahead.replace("*", " ")))
    return form is not None and form_of(Beginning(before, before.replace("*", " "))) == form


def _titled_again(before: str, ahead: str) -> bool:
    """Whether the text goes on with a title and its date where the entry has its own date and title already."""
    if not ahead.startswith(("*", *OPENING)):
        return False
    date = rf"(?:{YEAR}[a-z]?|{no_date()})"
    if re.match(rf"\*[^*\n]{{3,220}}\*\.\s*\(\s*{date}\s*\)\.\s", ahead) and _dated_first(before):
        told = re.search(rf".*\(\s*{date}[^()]{{0,40}}\)(.*)", before, re.DOTALL)
        # "Doe, J. (1890). *Title*. (2010).": a title and the year in which it was printed again.
        return told is not None and len(re.findall(r"[^\W\d_]{2,}", told.group(1))) >= 2
    quoted = re.match(rf"[{OPENING}][^\n*]{{3,220}}?[»”\"]\s*,\s+{date},\s+\*", ahead)
    return quoted is not None and re.match(rf"[^()*\n]{{3,200}}?,\s+{date},\s+[{OPENING}*]", before) is not None


def _dated_first(text: str) -> bool:
    """Whether a reference begins with its authors or title and a date in parentheses."""
    return re.match(rf"[^()]{{3,260}}?(?:\([A-Z][\w.-]{{1,10}}\)\.?\s*)?\(\s*(?:{YEAR}|{no_date()})", text) is not None


def _same_style(before: str, ahead: str) -> bool:
    """Whether the text goes on as the entry began: authors and a year between stops or commas, or authors and a title."""
    for pattern in _styles():
        first, again = pattern.match(before), pattern.match(ahead)
        if first is None or again is None:
            continue
        if re.search(r"[^\W\d_]{2}\.\s+[^\W\d]", again.group(1).rstrip(". ")) and "," not in again.group(1):
            continue
        authors = read_authors(again.group(1), whole=True)
        if authors is not None and (authors.sure or has_initials(again.group(1)) or len(again.group(1).split()) <= 10):
            return True
    return False


@cache
def _styles() -> tuple[re.Pattern[str], ...]:
    year = rf"(?:{YEAR}[a-z]?|{no_date()})"
    names = r"([^():\"“”«»\d*]{3,200}?)"
    return (
        # Harvard: "Doe, J., 2019. Title"; Chicago: "Doe, Jane. 2019. Title"
        re.compile(rf"{names}[.,]\s+{year}\.\s+(?=\S)"),
        # French: "DOE Jane, 2019, *Title*"
        re.compile(rf"{names},\s+{year},\s+(?=[{OPENING}*])"),
        # Modern Language Association: "Doe, Jane. *Title*"
        re.compile(rf"([^\W\d_][\w’'-]+,\s[^()\"“”«»\d*.]{{2,60}})\.\s+(?=[{OPENING}]|\*[^\s*])"),
    )
