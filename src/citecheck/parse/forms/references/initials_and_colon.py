"""Authors with initials, a colon, a title, the year in brackets at the end: ``Doe, J., Roe, R.: Title. In: Book, pp. 1–9. Press, Place (2012)``.

The habit of Springer's series and journals (*Lecture Notes in Computer Science*, instructions to authors).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER, YEAR, conjunction_sign, name_particle
from citecheck.parse.forms.reading import Beginning, Reading, count_words, last_year
from citecheck.parse.names import read_authors
from citecheck.parse.titles import title_after, trimmed
from citecheck.parse.words import editor, et_al

BEFORE = ("behind_colon", "title_first", "imprint", "initials_first", "dated_in_brackets")
EXAMPLES = (
    Example(
        "Marlow, J., Quill, B.: Ice and trade. In: Tarn, E. (ed.) Harbours, pp. 1–9. Press, Northport (2015)",
        {"authors": "Marlow, J.; Quill, B.", "year": "2015", "title": "Ice and trade"},
    ),
    Example("Marlow, J. (ed.): Ice and trade. Press, Northport (2015)", {"authors": "Marlow, J.", "year": "2015"}),
    Example("Marlow, J. : Ice and trade. Harbours 12(3), 4–9 (2015)", {"authors": "Marlow, J.", "year": "2015"}),
    Example("Marlow, Jane: Ice. Northport: Press, 2015.", None),
)

DATED = re.compile(rf"\((?:[^()\d]{{1,20}}\s)?({YEAR})([a-z])?\)")
LONGEST = 600


@cache
def _names() -> re.Pattern[str]:
    """The names with the colon behind them."""
    name = rf"(?:{name_particle()}\s+){{0,3}}[{UPPER}][\w’'-]*(?:\s[{UPPER}][\w’'-]+){{0,2}},\s+(?:[{UPPER}]\.[ -]?){{1,4}}"
    return re.compile(
        rf"\s*(?P<names>{name}(?:,?\s*(?:{conjunction_sign()}\s+)?{name}){{0,30}}(?:{et_al().pattern})?)(?:,?\s*{editor()})?\s*:\s+(?=\S)"
    )


def _head(text: str) -> re.Match[str] | None:
    """The names, where a year in brackets stands behind them."""
    head = _names().match(text)
    return head if head is not None and DATED.search(text, head.end(), head.end() + LONGEST) else None


def begins(beginning: Beginning) -> bool | None:
    head = _head(beginning.plain)
    return True if head is not None and count_words(beginning.plain[head.end() :]) >= 2 else None


def read(text: str) -> Reading | None:
    head = _head(text)
    authors = read_authors(head.group("names"), whole=True) if head is not None else None
    if head is None or authors is None:
        return None
    title = title_after(text, head.end())
    dated = DATED.search(text, head.end())
    if title is not None and dated is not None and title[1] > dated.start():
        title = trimmed(text, title[0], dated.start())
    rest = title[1] if title else head.end()
    return Reading(authors, trimmed(text, *head.span("names")), *last_year(text, rest), title, rest)
