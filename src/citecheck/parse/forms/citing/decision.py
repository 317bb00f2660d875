"""A decision by its court and its date or number: ``Cass. crim., 3 mars 2015, n° 13-87.642``, ``CE, 12 mai 2010, aff. …``.

The French habit, with courts by their abbreviations (Dalloz; *Mémento des critères de citation*; McGill guide 3.2.3).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.patterns import alternatives, any_of
from citecheck.model.reference import Citation
from citecheck.parse.forms import Example
from citecheck.parse.legal import law_citation, rest_of_law
from citecheck.parse.reader import Reader
from citecheck.parse.words import month_names

BEFORE = ("law",)
EXAMPLES = (
    Example("Cass. crim., 3 mars 2015, n° 13-87.642", {"kind": "law"}),
    Example("Cass. civ. 28 oct. 1942, DC. 1943, 29", {"kind": "law"}),
    Example("Cassandre, 2015", None),
)


@cache
def pattern() -> re.Pattern[str]:
    courts = "|".join(sorted(map(re.escape, words("courts")), key=len, reverse=True))
    return re.compile(
        rf"(?:{courts})(?!\w)[\s,][^;\x00\n]{{2,90}}?"
        rf"(?:\b{any_of('dockets')}(?:(?!\w)|(?<!\w))"
        rf"|\d{{1,2}}{any_of('day_endings')}?\s(?:{alternatives(month_names())})\.?\s(?:1[89]|20)\d\d)"
    )


def read(reader: Reader, at: int) -> Citation | None:
    match = pattern().match(reader.plain, at)
    return None if match is None else law_citation(reader, at, rest_of_law(reader, match.end()))
