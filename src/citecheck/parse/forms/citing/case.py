"""A decision of a court in the common law's styles: ``Doe v Roe [2017] EWHC 88``, ``Doe v. Roe, 410 U.S. 113 (1973)``.

By its parties, its neutral citation or its report, with what belongs to them: further reports, the court, a paragraph
(OSCOLA 4, 2.1; Bluebook rule 10; McGill guide 3). It stands in no bibliography; that a note cites it matters to the Ibid
behind it.
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.model.reference import Citation
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER
from citecheck.parse.legal import law_citation
from citecheck.parse.reader import Reader

BEFORE = ("act",)
EXAMPLES = (
    Example("Doe v Roe [2017] EWHC 88 (Comm) [14]", {"kind": "law"}),
    Example("[2019] UKSC 41", {"kind": "law"}),
    Example("Doe v. Roe, 410 U.S. 113 (1973)", {"kind": "law"}),
    Example("Doe v. Roe was decided", None),
)

_YEAR = r"(?:1[5-9]|20)\d\d"
SERIES = rf"(?:\d{{1,3}}\s)?[{UPPER}][A-Za-z.]{{0,10}}(?:\s[{UPPER}][A-Za-z.]{{0,10}}){{0,3}}\s\d{{1,5}}"
REPORTED = rf"\[{_YEAR}\]\s{SERIES}"
"""A year in square brackets and a series: a neutral citation or a law report."""
PARTIES = rf"[{UPPER}][^;\[\]\x00\n]{{1,100}}?\sv\.?\s[{UPPER}][^;\[\]\x00\n]{{1,100}}?"
BETWEEN_PARTIES = (" v ", " v. ")


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{REPORTED}|{PARTIES}[\s,]+(?:{REPORTED}|\({_YEAR}\)\s{SERIES}"
        rf"|\d{{1,3}}\s[{UPPER}][\w.]{{0,8}}(?:\s?[\w.]{{1,6}}){{0,2}}\s\d{{1,5}}))"
    )


@cache
def parallel() -> re.Pattern[str]:
    """What else belongs to a case: further reports, the court, a paragraph."""
    return re.compile(
        rf"(?:,\s(?:{REPORTED}|\({_YEAR}\)\s{SERIES})|\s\([{UPPER}][\w ]{{0,24}}\)"
        rf"|(?:\s{any_of('at_pages')})?\s\[\d{{1,4}}\](?:[–-]\[\d{{1,4}}\])?|\s\({_YEAR}\))"
    )


def read(reader: Reader, at: int) -> Citation | None:
    # The bracket of the year is passed over as one that sets a citation apart.
    at -= reader.plain[at - 1 : at] == "["
    begun = reader.plain[at] == "[" or any(sign in reader.lower for sign in BETWEEN_PARTIES)
    match = pattern().match(reader.plain, at) if begun else None
    if match is None:
        return None
    end = match.end()
    while (more := parallel().match(reader.plain, end)) is not None:
        end = more.end()
    return law_citation(reader, at, end)
