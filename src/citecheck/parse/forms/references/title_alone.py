"""A title and no author: ``Annual traffic report. Harbour Office, 2019``.

What is left where no other form reads a reference (ISO 690:2021, 5.3; Chicago Manual of Style 17, 14.79).
"""

from __future__ import annotations

from citecheck.parse.forms import Example
from citecheck.parse.forms.reading import Reading, last_year
from citecheck.parse.titles import title_after

EXAMPLES = (
    Example(
        "Annual traffic report. Northport, 2019.", {"authors": "", "year": "2019", "title": "Annual traffic report"}
    ),
    Example("Marlow, J. (2019). Ice.", None),
)


def read(text: str) -> Reading | None:
    title = title_after(text, 0)
    return Reading(None, None, *last_year(text, title[0] if title else 0), title, title[1] if title else 0)
