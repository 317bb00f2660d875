"""A title and its year: ``“A title”, 2020, p. 4``, ``*A title* (n.d.)``.

Works without author are cited by their titles (APA 7, 8.14; MLA 9, 6.10). The quotation marks may be unbalanced.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from citecheck.languages.patterns import any_of
from citecheck.model.reference import Citation, CitationKind
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import BLANK, ITALIC, OPENING, QUOTE_PAIRS, UPPER, year_or_none
from citecheck.parse.locators import read_locator
from citecheck.parse.reader import Reader, year_end
from citecheck.parse.urls import unescape

BEFORE = ("short",)
EXAMPLES = (
    Example("“A title”, 2020, p. 4", {"kind": "title", "title": "A title", "year": "2020", "pages": "4"}),
    Example("« Un titre », s.d.", {"kind": "title", "title": "Un titre", "year": "n.d."}),
    Example("*A title* (2020)", {"kind": "title", "title": "A title", "year": "2020"}),
    Example("“A remark” that was made in 2020", None),
    Example("“A remark.” She said, in “her own words” (2020)", {"kind": "title", "title": "her own words"}),
    Example("“A remark of the day”, *The Gazette*, 2020", None),
)

CLOSING = re.compile("[" + re.escape("".join(sorted({*QUOTE_PAIRS.values(), "”", "’", '"'}))) + "]")
LONGEST_GAP = 8
SENTENCE = re.compile(rf"[.!?][’”»\"]\s+[{UPPER}]")
"""A quotation that ends a sentence, behind which another begins: no title goes on there."""
BEHIND_TITLE = re.compile(r"[’”»\"][,.]?\s{1,6}\Z")
"""The end of a title in quotation marks, behind which what it appeared in stands in italics."""
MOST_CLOSINGS = 20
"""Marks behind a title that may close it: more are no title, and each would be looked behind."""


@cache
def pattern() -> re.Pattern[str]:
    """The year behind a title."""
    return re.compile(
        rf"\s*+(?:\[[^\[\]]{{2,40}}\]\s*+)?(?:,\s*+)?(?:\(\s*+)?{year_or_none()}\s{{0,9}}\)?"
        rf"(?=\s{{0,9}}(?:[;,.:)]|$|\n|\s{any_of('conjunctions')}\s))",
        re.IGNORECASE,
    )


def read(reader: Reader, at: int) -> Citation | None:
    text = reader.text
    italic = ITALIC.match(text, max(0, at - 1)) if text[max(0, at - 1) : at] in "*_" and at else None
    if text[at] not in OPENING + "‘" and italic is None:
        return None
    if italic and BEHIND_TITLE.search(text, max(0, italic.start() - LONGEST_GAP), italic.start()):
        return None
    for close in [italic.end()] if italic else _closings(text, at):
        if italic is None and SENTENCE.search(text, at, close + 2):
            return None
        match = pattern().match(reader.plain, close)
        if match is None:
            continue
        locator, end = read_locator(reader, match.end())
        rest = reader.plain[end : end + 3].strip()
        if rest and rest[0] not in ";.,)" and rest[0] != BLANK:
            continue
        if BLANK in reader.plain[end : end + 6]:
            return None
        quoted = text[at:close].strip("".join(QUOTE_PAIRS) + '’”»"').strip(" ,.")
        title = italic.group(1) or italic.group(2) if italic else quoted
        year = "year" if match.group("year") else "none"
        return Citation(
            reader.trimmed(at if not italic else italic.start(), end),
            CitationKind.TITLE,
            year=match.group("year") or "n.d.",
            suffix=match.group("suffix") or "",
            year_span=reader.span.part(match.start(year), year_end(match)),
            title=" ".join(unescape(title).replace("*", "").split()),
            locator=locator,
        )
    return None


def _closings(text: str, at: int) -> list[int]:
    """Where the quotation that opens at ``at`` may close, first to last: the inner marks may be unbalanced."""
    return [match.end() for match in islice(CLOSING.finditer(text, at + 1, at + 400), MOST_CLOSINGS)]
