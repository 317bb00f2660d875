"""Glued entries: two sources that became one entry, as when a line break between them is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.model.document import Url
from citecheck.model.source import Span
from citecheck.parse.names import has_initials, read_authors
from citecheck.parse.words import OPENING, YEAR, no_date

BORDER = re.compile(r"[.;>)]\s*[;]?\s+(?=[A-ZÀ-ÖØ-ÞĀ-Ž«“\"])")
LONGEST_AUTHORS = 300


def split_entry(body: Span, urls: Sequence[Url]) -> tuple[Span, ...]:
    """The stretches of an entry's text that are a source each: all of it, or several where another begins in it.

    Another begins behind an address or a stop where a list of authors with initials is followed by a date in
    parentheses, or behind an address where authors and a quoted title with an address of its own follow.
    """
    text = body.text
    starts = [0]
    for match in BORDER.finditer(text):
        at = match.end()
        if at - starts[-1] < 25 or not re.search(rf"{YEAR}|{no_date()}", text[starts[-1] : at]):
            continue
        if any(url.span.start < body.start + at < url.span.end for url in urls):
            continue
        linked = any(body.start + starts[-1] <= url.span.start < body.start + at for url in urls)
        if _begins_source(text, at, linked, any(url.span.start >= body.start + at for url in urls)):
            starts.append(at)
    ends = [*starts[1:], len(text)]
    return tuple(
        body.part(start, start + len(text[start:end].rstrip(" ;\n"))) for start, end in zip(starts, ends, strict=True)
    )


def _begins_source(text: str, at: int, linked: bool, links_again: bool) -> bool:
    ahead = text[at : at + LONGEST_AUTHORS]
    dated = re.match(
        rf"([^()\"“”«»\d]{{3,{LONGEST_AUTHORS - 20}}}?)\s*\(\s*(?:{YEAR}[a-z]?\b|{no_date()})[^()]{{0,40}}\)", ahead
    )
    # A stop behind a whole word ends a sentence: the names begin further on.
    if dated and not re.search(r"[^\W\d_]{2}\.\s", dated.group(1)):
        authors = read_authors(dated.group(1), whole=True)
        return authors is not None and (
            has_initials(dated.group(1)) or (linked and authors.sure and len(dated.group(1).split()) <= 6)
        )
    if linked and links_again:
        quoted = re.match(rf"([^\"“”«»\d]{{3,200}}?),\s*[{OPENING}]", ahead)
        authors = read_authors(quoted.group(1), whole=True) if quoted else None
        return authors is not None and authors.sure
    return False
