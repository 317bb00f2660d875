"""A title first: ``“A title.” (2020, 20 April). *Journal*``, ``« Un titre », *Journal*, 4 mars 2020``.

A source without author stands under its title (APA 7, 9.12; Chicago Manual of Style 17, 14.79; MLA 9, 5.24).
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import OPENING
from citecheck.parse.forms.reading import Beginning, Reading, bracketed_date, last_year, year_of
from citecheck.parse.titles import closing_mark

BEFORE = ("imprint",)
EXAMPLES = (
    Example(
        "“Ice in the harbours.” (2019, March 4). *Courier*.",
        {"authors": "", "year": "2019", "date": "2019-03-04", "title": "Ice in the harbours"},
    ),
    Example("« La glace », *Courrier*, 4 mars 2019", {"authors": "", "title": "La glace", "date": "2019-03-04"}),
    Example("Marlow, J. (2019). Ice.", None),
)

LEAD = re.compile(r"[\s*_]*")
FARTHEST = 600
SHORTEST = 20


def begins(beginning: Beginning) -> bool | None:
    """An address behind a title in quotation marks makes it a whole reference."""
    text = beginning.text
    start = LEAD.match(beginning.plain.replace("_", " ")).end()  # type: ignore[union-attr]
    if text[start : start + 1] not in tuple(OPENING):
        return None
    return beginning.linked and re.search(r"[»”\"’]", text[start + 1 :]) is not None and len(text) - start > SHORTEST


def read(text: str) -> Reading | None:
    start = LEAD.match(text).end()  # type: ignore[union-attr]
    if start >= len(text) or text[start] not in OPENING + "‘'":
        return None
    date = bracketed_date().search(text, start, start + FARTHEST)
    if date is not None:
        later = last_year(text, date.end()) if date.group("square") else (None, "", None)
        if later[0] not in (None, "n.d."):
            # "*A title* [1905], trans. Doe, Press, 1962": the year of the first edition stands in square brackets.
            return Reading(None, None, *later, (start, date.start()), date.end())
        return Reading(None, None, *year_of(date), (start, date.start()), date.end())
    close = closing_mark(text, start)
    if close == -1:
        return None
    return Reading(None, None, *last_year(text, close), (start, close + 1), close + 1)
