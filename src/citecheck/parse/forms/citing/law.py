"""A law by its kind and number: ``Loi n° 2023-412 du 1er juin 2023``, ``Regulation (EU) 2016/679``.

As journals of law cite them in both languages (Dalloz; McGill guide 2; European Union, *Interinstitutional style guide*).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.model.reference import Citation
from citecheck.parse.forms import Example
from citecheck.parse.legal import law_citation, rest_of_law
from citecheck.parse.reader import Reader

BEFORE = ("full",)
EXAMPLES = (
    Example("Loi n° 2023-412 du 1er juin 2023", {"kind": "law"}),
    Example("Regulation (EU) 2016/679", {"kind": "law"}),
    Example("Regulation Office, 2015", None),
)


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of('laws')}\s?[^;\x00\n]{{0,60}}?\d", re.IGNORECASE)


def read(reader: Reader, at: int) -> Citation | None:
    match = pattern().match(reader.plain, at)
    return None if match is None else law_citation(reader, at, rest_of_law(reader, match.end()))
