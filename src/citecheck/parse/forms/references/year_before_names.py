"""The year before all else: ``1942. Doe, Jane. *A title*. Press.``

Lists in the order of time: a chronology, the works of one person.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER, YEAR
from citecheck.parse.forms.reading import Reading
from citecheck.parse.forms.references import marked_title

BEFORE = ("marked_title",)
EXAMPLES = (
    Example(
        "1942. Marlow, Jane. *The northern harbours*. Northport: Harbour Press.",
        {"authors": "Marlow, Jane", "year": "1942", "title": "The northern harbours"},
    ),
    Example("1942, a year of ice.", None),
)

START = re.compile(rf"\s*\(?({YEAR})([a-z])?\)?[.,:]\s+(?=[{UPPER}][\w’'-]+(?:\s[\w’'-]+)?,\s[{UPPER}])")


def read(text: str) -> Reading | None:
    start = START.match(text)
    behind = marked_title.read(" " * start.end() + text[start.end() :]) if start is not None else None
    if start is None or behind is None or behind.authors is None:
        return None
    return replace(behind, year=start.group(1), suffix=start.group(2) or "", date=start.group(1))
