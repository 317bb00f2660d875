"""The year between commas: ``DOE Jane, 2019, *Title*, Place, Press``, ``DOE J., ROE R., 2019, « Title », *Journal*``.

The habit of French theses and of the social sciences (*Tracés*, *Norois*, *Géocarrefour* and others instruct so).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import NAMES, OPENING, YEAR, no_date
from citecheck.parse.forms.reading import Beginning, Reading
from citecheck.parse.forms.references import marked_title
from citecheck.parse.names import read_persons

BEFORE = ("marked_title",)
EXAMPLES = (
    Example("MARLOW Jeanne, 2019, *Les ports du Nord*, Paris, Presses du Nord.", {"year": "2019"}),
    Example("MARLOW Jeanne, 2019, p. 4", None),
)


MARK = re.compile(rf"[{OPENING}*]")
"""What begins a title."""


@cache
def _start() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<names>{NAMES}{{2,240}}?),\s+(?:{YEAR}[a-z]?|{no_date()}),\s+(?=[{OPENING}]|\*[^\s*])", re.IGNORECASE
    )


def begins(beginning: Beginning) -> bool | None:
    # Most citations have neither sign: asking costs less than matching.
    start = _start().match(beginning.text) if MARK.search(beginning.text) else None
    named = start is not None and "*" not in start.group("names")
    return (named and start is not None and bool(read_persons(start.group("names"), whole=True))) or None


def read(text: str) -> Reading | None:
    """Read as a title with its marks, which has a place for the year before it."""
    return marked_title.read(text) if _start().match(text) else None
